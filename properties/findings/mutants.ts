/** What mutants of the specification have taught: claims that were missing or too weak, and what none need ask. */
import type { MutantLesson } from '../../src/model/index.ts';

const told = (mutant: string, claim: string) => ({ mutant, claim });

export const mutantLessons: readonly MutantLesson[] = [
  {
    title: 'What a choice forbids was nowhere claimed',
    says:
      'Every open question has its knob, and runs for each of its answers; but a server that was told one answer and gave another ' +
      'passed, as long as the transfer came to an end that is allowed to somebody. The claims asked for a good end, not for the ' +
      'chosen way there. Now each choice is a claim of its own, which holds a server to what its run says: where SOCK is refused, ' +
      'what becomes of a connection that came too early, what ABOR and REIN end, how often a request is repeated.',
    shows: [
      told(
        'knobs/ftpServer/sockAgainstOpen/close-becomes-rc505',
        'SOCK is refused where it contradicts or comes too late, as was chosen, and told what the protocol tells elsewhere',
      ),
      told(
        'knobs/ftpServer/wrongEndOpen/close-and-wait-becomes-rc505',
        'a connection at the end that the transfer does not use is closed, or the command is refused, as was chosen',
      ),
      told(
        'knobs/ftpServer/retries/0-becomes-1',
        'a request that was refused is repeated no more often than was chosen',
      ),
      told(
        'ftpServer/serving.transfer.unready.checking/DENIED#1/transition-dropped',
        'a connection that came before a command that is refused is closed or kept, as was chosen',
      ),
    ],
  },
  {
    title: 'A host that came back too soon was believed',
    says:
      'RST and RRP after a crash were exchanged, and nobody asked whether anything waits for the answer. A host could be up before ' +
      'the others had forgotten it, or never again, and every claim on transfers held, for none of them looks at a host that has ' +
      'nothing to transfer. NIC 8246 is clear on both.',
    shows: [
      told('ncpSocket/resetting/RRP#1/guard-forced', 'nobody is back before all its RST are answered'),
      told(
        'ncpSocket/resetting/RRP#1/transition-dropped',
        'whoever has reset the others is back when they have answered, or are dead',
      ),
      told(
        'host/down/RESTART#1/send-dropped-2',
        'what happens to a host happens at once to its server and to both its sockets, and is the same',
      ),
    ],
  },
  {
    title: 'Silence is a fault, too',
    says:
      'That nothing bad is said does not mean that what is owed is said. A refusal that its process never hears, a name of a socket ' +
      'that its user never learns, credit that is asked back and not returned: in the runs that were there, somebody else ended the ' +
      'wait, and the claim on the end was content.',
    shows: [
      told('ncpSocket/pending/CONNECT#3/send-dropped-1', 'nobody is refused in silence'),
      told(
        'ftpServer/serving.transfer.unready/RETR#2/send-dropped-1',
        'a server that will call names its socket first, where the protocol has it do so',
      ),
      told(
        'ncpSocket/draining/GVB/send-dropped-1',
        'GVB is answered once by RET with all the credit that is left, and nothing else is',
      ),
    ],
  },
  {
    title: 'What was over was not over',
    says:
      'Most claims speak of a transfer under way. Sessions that go on after BYE, a server that is at work without a command, a ' +
      'connection that is lost and still taken for one, a user who keeps a script going after an error: their consequences come ' +
      'later than the runs went, so the ends themselves had to be claimed.',
    shows: [
      told(
        'ftpServer/serving.dialogue.leaving/REIN/transition-redirected',
        'a session ends with BYE or the loss of its control connection, and does not come back',
      ),
      told(
        'ftpServer/serving.transfer.unready/RTRV#2/transition-stays',
        'a server is at work on a transfer exactly as long as it has a command for one',
      ),
      told('ftpUser/withB.free/REPLY#2/transition-stays', 'a script stops at the first error, and at nothing else'),
    ],
  },
  {
    title: 'Some edits no claim should mind',
    says:
      'A process or a stranger that does less than it may is a process or a stranger, too; which of two messages on different ' +
      'links goes first no document says; and an answer that the documents leave to the NCP may be the other one. To claim these would ' +
      'be to write into the specification what nobody asked for. They stand on the page of the mutants, each with its reason.',
    shows: [],
  },
];
