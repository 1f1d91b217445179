/**
 * Mutants that no claim kills, and why none need to: see docs/reference/mutation.md.
 */
import type { ExplainedMutants } from '../src/model/index.ts';

export const explainedMutants: readonly ExplainedMutants[] = [
  {
    mutants: ['ncpProcess/*/transition-dropped'],
    reason:
      'The process stands for any user of an NCP, and may do whatever it likes. One that does less is a user, too: ' +
      'every claim that holds for all of them holds for it.',
  },
  {
    mutants: ['ncpSocket/./DATA/sends-swapped-1'],
    reason:
      'RFNM says that a message has come, ERR that it belongs to no connection. Which of the two is said first no ' +
      'document asks, and nobody waits for either to say the other.',
  },
  {
    mutants: ['ncpSocket/closing/LISTEN#1/transition-dropped', 'ncpSocket/closing/CONNECT#1/transition-dropped'],
    reason:
      'An NCP with sloppy reuse lets a socket be used again before CLS has gone both ways, against NCP-15. One that does ' +
      'not let its process do so in this state keeps to the rule, and no document owes the process more.',
  },
  {
    mutants: ['ncpSocket/resetting/RST/transition-redirected'],
    reason:
      'Whoever hears RST from a host that it has just reset itself knows that this host has forgotten it. NIC 8246 asks ' +
      'for RRP in answer, and does not say how long the two have to wait for each other.',
  },
  {
    mutants: ['icpUser/refused/REFUSED/transition-redirected'],
    reason: 'A user that has been refused twice may begin anew: RFC 165 leaves it to the user when to call again.',
  },
  {
    mutants: ['ftpUser/withB.free/CLEAN_UP_B/transition-dropped'],
    reason:
      'No document obliges the user to abort one server when the other has failed (H34). A user who does so only while ' +
      'it waits for a reply is a user, too; what cleaning up is good for is claimed where it is done.',
  },
  {
    mutants: ['ftpServer/serving.transfer.unready.checking/FILE_OK#7/transition-stays'],
    reason:
      'The server goes on looking for its file until it listens. How long that takes no document says, and the reply ' +
      'to the transfer command waits for both.',
  },
  {
    mutants: ['ftpServer/serving.transfer.engaged/ABOR#1/sends-swapped-2'],
    reason:
      'Where ABOR has two replies, one for itself and one for the transfer that it ends (H9), no document of the time ' +
      'says which comes first; the user notes each for its command.',
  },
  {
    mutants: ['intruder/inside/HANG_UP/transition-dropped'],
    reason:
      'A stranger may do whatever it likes, and so do less: whatever holds against all strangers holds against it.',
  },
  {
    mutants: ['host/down/RESTART#1/sends-swapped-2'],
    reason:
      'A host that comes back tells its two sockets in one step; which of them resets the others first no document says.',
  },
  {
    mutants: ['channels/wire.B>X/channel-unordered', 'channels/wire.X>B/channel-unordered'],
    reason:
      'The subnet keeps what goes between two hosts in order (RFC 626). Of what goes between a server and a stranger no ' +
      'claim needs that: it is an assumption too many, and does no harm.',
  },
];
