/** The questions that readers come with, answered from the manifest. */
import type { FindingsAnswer } from '../../src/model/index.ts';

export const answers: readonly FindingsAnswer[] = [
  {
    question: 'Does RFC 478 keep its promise of "either order"?',
    says:
      'Yes, on every NCP (refusing, queueing or dropping) as long as nobody gives up waiting, for a user who waits for the ' +
      'acknowledgement of PASV and then sends both transfer commands without waiting for the reply to the first. For a ' +
      'user who sends the second command only after the primary reply to the first, the order matters: with rc250 sent ' +
      'late, the waiting server first is a deadlock on every NCP, the calling server first completes; with rc250 sent ' +
      'early both complete. A user who does not wait for the acknowledgement of PASV is back at the mercy of the NCP, as ' +
      'with RFC 438. Where a wait may time out at any moment, a time-out can end any transfer before it completes; that ' +
      'end is then reported, and not silent.',
    tables: [
      {
        title: 'V478: both at once, waiting server first (PW), calling server first (AW)',
        runs: 'orders/V478/{NCP}/{order}/{reply}',
        across: 'order',
      },
      { title: 'V478, a user who waits for nothing', runs: 'orders/hurried/{NCP}', across: 'NCP' },
      {
        title: 'Both at once, every wait may time out at any moment',
        runs: 'orders/timed/{variant}/{NCP}',
        across: 'NCP',
      },
    ],
  },
  {
    question: 'Why does RFC 438 need queueing?',
    says:
      'LSTN only allocates: listening begins when the waiting server executes its transfer command, and no reply says so. ' +
      'The other server may call before that, and no user can prevent it but one who waits for an early rc250. The request ' +
      'then meets a socket that nobody uses: an NCP that queues it completes the transfer, one that refuses it makes the ' +
      'caller report rc454 while the other waits on, one that drops it leaves everybody waiting. RSEXEC ran on TENEX, which queued.',
    tables: [
      { title: 'Both transfer commands at once', runs: 'orders/{variant}/{NCP}/conc/{reply=late}', across: 'NCP' },
      { title: 'V438: all orders', runs: 'orders/V438/{NCP}/{order}/{reply}', across: 'order' },
    ],
  },
  {
    question: 'What does SOCK to the waiting server buy?',
    says:
      'To the transfer nothing; against a stranger everything. With it, one call from a host that was not announced changes no ' +
      'outcome of V478; without it the same call can take the file, put its own bytes in the place of the file, or make the ' +
      'transfer fail. It has to come before PASV: after it, a stranger can be in first, though a server that then closes ' +
      'the connection (FTP-19) still loses no byte. In V454 it cannot be sent in time, because nothing tells the number.',
    tables: [
      { title: 'V478 with a stranger about', runs: 'troubles/V478/stranger/{direction}/{SOCK}/{NCP}', across: 'SOCK' },
      { title: 'V438 with a stranger about', runs: 'troubles/V438/stranger/{direction}/{SOCK}/{NCP}', across: 'SOCK' },
    ],
  },
  {
    question: 'What do mixed-up roles lead to?',
    says:
      'Two servers that both wait do so for ever, and no reply tells: only a time-out helps. Where nobody waits, both call: ' +
      'their requests cross and match, or one comes too early and the NCP decides. Two that both store or both retrieve ' +
      'never report success.',
    tables: [
      { title: 'V478', runs: 'mix-ups/V478/{roles}/{NCP=R|Q|D}', across: 'NCP' },
      { title: 'V438', runs: 'mix-ups/V438/{roles}/{NCP=R|Q|D}', across: 'NCP' },
    ],
  },
  {
    question: 'What does a reply rc252 prove?',
    says:
      'That of a receiver proves a whole file only as long as nobody aborts the sender: CLS is the end of the file, and a ' +
      'file cut short looks like a short file (FTP-41). That of a sender proves nothing about the receiver: a receiver that ' +
      'runs out of storage, or is aborted, sends the same CLS as one that acknowledges the end of the file.',
    tables: [
      {
        title: 'Interrupted transfers',
        runs: 'troubles/{variant}/{trouble=aborts|storage|refusal|abandons|twice}',
        across: 'trouble',
      },
    ],
  },
];
