/** Why claims about the course of a transfer, and about what must stay possible, do not hold. */
import type { Finding } from '../../src/model/index.ts';

const begun = (server: string, run: string, says: string): Finding => ({
  claim: `when ${server} reports the beginning of a transfer, it reports an end`,
  title: `${server} says that a transfer begins, and never that it has ended`,
  run,
  says,
});

export const courseFindings: readonly Finding[] = [
  {
    claim: 'no request for a data connection goes out before a server has been told to wait',
    title: 'A hurried user is overtaken by its own commands',
    run: 'orders/hurried/R',
    says:
      'Commands to two servers have no common order (FTP-03), so RETR can be carried out before PASV has arrived. Only ' +
      'the acknowledgement of PASV, awaited, puts the one before the other.',
  },
  begun(
    'B',
    'orders/V438/R/conc/early',
    'The waiting server answers rc250 as soon as it listens, after the only request for it has been refused. The calling ' +
      'server reports rc454; the waiting one listens on, and its rc250 is the last that is heard of it.',
  ),
  begun(
    'C',
    'orders/V438/D/conc/early',
    'With early replies rc250 comes before the request is answered, and an NCP that drops the request never answers it. ' +
      'The calling server has said that the transfer begins, and has nothing to report any more.',
  ),
  {
    claim: 'the data sockets of both servers can always come free again',
    title: 'A call that was dropped cannot be taken back',
    run: 'orders/timed/V438/D',
    says:
      'As soon as the request is dropped all is lost, although every wait may time out: the CLS that withdraws it is for ' +
      'a pair that the other end does not know (NCP-52), is dropped too, and the calling socket waits for its answer for ' +
      'ever. Where nobody gives up waiting, a refused request does the same to the waiting server, which listens on.',
  },
  {
    claim: 'as long as no error is reported the transfer can still complete',
    title: 'The step at which a transfer is lost, before anybody is told',
    run: 'orders/V438/R/conc/late',
    says:
      'The transfer is lost when the request reaches the socket that is only allocated, and not when rc454 says so: from ' +
      'then on no order of steps completes it. Where PASV is acknowledged first there is no such step.',
  },
  {
    claim: 'both ends can always be closed again, with nothing on its way',
    title: 'One CLS too few, and a socket is lost',
    run: 'two-sockets/drop',
    says:
      'An NCP that drops a request and the CLS that withdraws it, or a line that loses either, leaves one end waiting for ' +
      'a CLS that nobody owes. Only an NCP that answers unknown CLS gets its socket back.',
  },
];
