/**
 * What the runs have shown, in words: the prose of docs/findings.md. Its tables, numbers and traces come from the runs.
 *
 * `npm run docs` fails when something is violated and not explained here, or explained here and not violated.
 */
import type { Findings } from '../src/model/index.ts';

export const findings: Findings = {
  answers: [
    {
      question: 'Does RFC 478 keep its promise of "either order"?',
      says:
        'Yes for every user who waits for the reply to PASV and sends both transfer commands without waiting: the ' +
        'server listens before it replies, so no request can come too early, whatever the NCP does with early ones. ' +
        'No for a user who waits for rc250 from the waiting server first, unless that reply is sent early.',
      tables: [
        {
          title: 'RFC 478 and RFC 542, by order of the transfer commands and time of rc250',
          runs: 'orders/{variant=V478|V542}/{NCP=R|Q|D}/{order}/{rc250}',
          across: 'NCP',
        },
        { title: 'A user who waits for no reply at all', runs: 'orders/hurried/{NCP}', across: 'NCP' },
      ],
    },
    {
      question: 'Why does RFC 438 need queueing?',
      says:
        'LSTN only sets a socket aside; the server listens when the transfer command comes. A request that is faster ' +
        'than that command meets a socket on which nobody waits: only an NCP that queues keeps it.',
      tables: [
        {
          title: 'RFC 430, RFC 438 and RFC 454',
          runs: 'orders/{variant=V430|V438|V454}/{NCP=R|Q|D}/{order}/{rc250}',
          across: 'NCP',
        },
      ],
    },
  ],
  violations: [
    {
      claim: 'P16',
      title: 'An early request',
      run: 'orders/V438/R/conc/late',
      says:
        'C is told to call while the transfer command for B is still on its way, and its request reaches a socket that ' +
        'B has set aside and does not yet listen on. LSTN allocates without listening (R438-12), so nothing but the ' +
        'order of two independent control connections decides which of the two comes first.',
    },
    {
      claim: 'livelock',
      title: 'Calling again for ever',
      run: 'holes/H24/refused-waiting-user/for-ever',
      says:
        'C repeats every request that is refused, and B never listens, because the user sends it nothing before C has ' +
        'replied. Each round of request, refusal and answer is fair and changes nothing.',
    },
  ],
  holes: [],
  unmodelled: {
    H15: 'No variant has both commands: RFC 542, which has PASV, dropped LSTN.',
    H19: 'The servers infer the socket from the parity of the argument (R438-25); the other answer has no knob.',
    H28: 'Every SOCK of the model names its host.',
    H30: 'Type, mode and structure are constants of the model.',
    H36: 'The filter survives RST; the other answer has no knob.',
    H39: 'Files move in stream mode only, in which the sender has to close (FTP-38).',
  },
};
