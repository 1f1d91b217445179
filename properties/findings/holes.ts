/** What it costs to decide an open question otherwise than recommended, and why some have no runs. */
import type { HoleFinding } from '../../src/model/index.ts';

export const holeFindings: readonly HoleFinding[] = [
  {
    id: 'H1',
    says: 'Refuse and keep listening, or leave the caller queued: a stranger then costs nothing. Failing the transfer, or accepting first and checking then, lets one call prevent it.',
  },
  { id: 'H2', says: 'Overwriting lets a user mend a mistake; rc505 turns every correction into a failed preparation.' },
  {
    id: 'H3',
    says: 'A SOCK that waits for the next PASV leaves the listener open to a stranger who then takes the file; rc504 is safe, and useless to the user who sends SOCK late.',
  },
  {
    id: 'H4',
    says: 'Leaving a stranger connected after a SOCK that excludes it loses the file; closing the connection saves it.',
  },
  {
    id: 'H5',
    says: 'A second PASV that changes nothing costs nothing, nor does listening anew; rc504 ends the preparation of a careful user.',
  },
  {
    id: 'H6',
    says: 'Both complete two transfers; kept for the session, the role outlives what it was asked for, and REIN alone ends it.',
  },
  {
    id: 'H7',
    says: 'Without a time-out two sockets are held for the rest of the session; with one they come free. Release by the next command was not tried.',
  },
  {
    id: 'H8',
    says: 'ABOR that cancels frees the sockets; read by the letter it leaves the server listening, and says so with rc202.',
  },
  {
    id: 'H9',
    says: 'Neither choice gives the aborted transfer command its primary reply; rc452 besides reports the end of a transfer whose beginning was never reported.',
  },
  {
    id: 'H10',
    says: 'Released at once, nothing is left behind; kept, the sockets are held for a session that is gone.',
  },
  {
    id: 'H11',
    says: 'A deaf server cannot be cleaned up by ABOR: it reads it when the connection comes that will not come.',
  },
  {
    id: 'H12',
    says: 'Opening both ends forgives a SOCK of the wrong parity; opening the one that SOCK suggests listens on the wrong one. An argument that names the end would be LSTN.',
  },
  {
    id: 'H13',
    says: 'Closing and waiting shows the other server rc452 and leaves this one waiting for a caller that may still come; rc505 gives up at once, and tells the user.',
  },
  {
    id: 'H14',
    says: 'rc505 names the mistake; acting as the calling server ends with rc454 from a socket that nobody meant.',
  },
  {
    id: 'H16',
    says: 'The same number costs nothing; rc505 ends the preparation. A second number would need a second pair of sockets, which the model has not got.',
  },
  { id: 'H17', says: 'Both directions side by side do no harm; rc505 ends the preparation.' },
  {
    id: 'H18',
    says: 'If rc255 repeats the number that SOCK named, the user passes on the wrong number and the filter protects nothing (P40). No number at all is V454.',
  },
  {
    id: 'H20',
    says: 'Credit granted before the transfer command lets the sender finish before the receiver begins: rc252 and no file. Withheld credit prevents it but for empty files, which need none.',
  },
  {
    id: 'H21',
    says: 'Closing tells the caller rc452 at once; keeping the connection leaves it open with nobody to use it.',
  },
  {
    id: 'H22',
    says: 'Early replies let users wait for them in either order; late ones deadlock when the waiting server is asked first. An early reply that comes before the server listens brings the race of RFC 438 back.',
  },
  {
    id: 'H23',
    says: 'Taken for the end of the file, a turned-away receiver reports rc252 for nothing; reported as an error, an empty file cannot be received.',
  },
  {
    id: 'H24',
    says: 'One more try narrows the race of RFC 438, trying for ever closes it, unless the user waits for the reply of the server that tries.',
  },
  {
    id: 'H25',
    says: 'A time-out turns silence into rc454 or rc452; it completes no transfer, and can break one that would have completed.',
  },
  {
    id: 'H26',
    says: 'The servers cannot find it out (P27), so the user must not do it; the time-outs of H25 end it besides.',
  },
  {
    id: 'H27',
    says: 'Demanding an earlier SOCK refuses the user whom RFC 478 allows to leave it out; it protects all the others from their own forgetfulness.',
  },
  {
    id: 'H29',
    says: 'A server that insists on its byte size refuses a caller of another: rc454, which says nothing of the reason.',
  },
  {
    id: 'H31',
    says: 'A reply that overtakes readiness is the race of RFC 438 again: this order is what the promise of RFC 478 consists of.',
  },
  {
    id: 'H32',
    says: 'Queued behind a stranger the peer waits for ever; refused it reports rc454. Neither saves the transfer.',
  },
  {
    id: 'H33',
    says: 'The file is lost either way, after the sender has reported rc252: listening again leaves STOR without a reply (P41), used up the server calls by itself and reports rc454.',
  },
  { id: 'H34', says: 'Nobody but the user can tell the other server: without ABOR it waits until its session ends.' },
  { id: 'H35', says: 'REIN that does not cancel leaves the server listening with no parameters and no filter.' },
  {
    id: 'H37',
    says: 'Discarding and ERR come to the same; answering an unknown CLS by CLS makes two NCPs answer each other for ever.',
  },
  {
    id: 'H38',
    says: 'Ignored, a host that came back asks for ever for a pair that the other holds open; starting afresh ends that (P11), and leaves half-open what nobody asks for again.',
  },
  {
    id: 'H40',
    says: 'The direction makes no difference: with the waiting server as sender every claim that held holds.',
  },
];

/** Why an open question has no runs of its own here. */
export const unmodelled: Readonly<Record<string, string>> = {
  H15: 'No variant has both commands: RFC 542, which has PASV, dropped LSTN. A server asked for both answers rc505 or rc506.',
  H19: 'The documents name no other way than the parity of the argument (R438-25), and the model has no other.',
  H28: 'Every SOCK of the model names its host; without SOCK the default, user A, is in force (runs with sockActive none).',
  H30: 'Type, mode and structure are constants of the model.',
  H36: 'A listen names no connection, so a reset of the other host finds nothing to purge; the model keeps the filter.',
  H39: 'Files move in stream mode only, in which the sender has to close (FTP-38).',
};
