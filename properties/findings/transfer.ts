/** Why claims about the transfer do not hold, each with the run whose trace shows it best. */
import type { Finding } from '../../src/model/index.ts';

export const transferFindings: readonly Finding[] = [
  {
    claim: 'P15',
    title: 'An acknowledged PASV is taken back',
    run: 'holes/H1/stranger/refuse-fail',
    says:
      'A stranger calls, and the NCP not only turns it away but stops listening, so the acknowledged promise is gone ' +
      'before the announced peer has called. Only the choice "refuse and keep listening" keeps what the reply to PASV said.',
  },
  {
    claim: 'P16',
    title: 'The request comes before the listener',
    run: 'orders/V438/R/conc/late',
    says:
      'RETR is carried out before APPE or STOR (two control connections have no common order), and the request of the ' +
      'calling server meets a socket that is only allocated. LSTN gives no reply that would tell the user when listening ' +
      'began (R438-23), so no script can prevent it.',
  },
  {
    claim: 'P17',
    title: 'The outcome depends on the NCP',
    run: 'orders/V438/R/conc/late',
    says:
      'The same script ends well where early requests are queued, with rc454 where they are refused, and in silence ' +
      'where they are dropped. This is the dependence that RFC 478 was written to remove; only time-outs (QT needs them) can ' +
      'still end its transfers early (R478-03).',
  },
  {
    claim: 'P18',
    title: 'Without PASV the order of the transfer commands matters',
    run: 'orders/V430/R/conc/late',
    says:
      'With both servers calling (V430) or one listening late (V438, V454) one of the interleavings of the two commands ' +
      'ends with a refusal or a dropped request. With PASV every interleaving ends with a completed transfer, unless a wait ' +
      'times out.',
  },
  {
    claim: 'P19',
    title: 'The transfer does not always complete',
    run: 'orders/V438/D/conc/late',
    says:
      'The request is dropped, the waiting server listens for one that will not come again, and the calling server waits ' +
      'for an answer that nobody owes. Nobody is told an error: an NCP that drops requests turns a refusal into silence.',
  },
  {
    claim: 'P20',
    title: 'A user waits for a reply that waits for the user',
    run: 'orders/V478/R/PW/late',
    says:
      'The user has told the waiting server to store and waits for its primary reply before it tells the other to retrieve. ' +
      'The server sends rc250 only after the data connection is open, and that needs the other command.',
  },
  {
    claim: 'P21',
    title: 'Waiting for the first reply undoes the transfer',
    run: 'orders/V542/R/PW/late',
    says:
      'RFC 542 places rc250 after the opening of the connection, and RFC 354 wants a user to wait for each primary reply ' +
      '(FTP-03): obeying both, with the waiting server first, is a deadlock. With the calling server first the connection ' +
      'opens prematurely and the transfer completes; with early replies both orders do.',
  },
  {
    claim: 'P22',
    title: 'A connection outlives the SOCK that forbids it',
    run: 'holes/H4/late-sock/ignore',
    says:
      'SOCK comes after PASV, a stranger has connected in between, and the server leaves the connection as it is. FTP-19 ' +
      '(a change of socket closes an open data connection), applied to the waiting server, prevents it.',
  },
  {
    claim: 'P23',
    title: 'Bytes go to a stranger, or come from one',
    run: 'troubles/V478/stranger/passive-receives/sock-none/R',
    says:
      'Without SOCK the waiting server takes whoever calls first, stores what it is sent and reports rc252. The announced ' +
      'peer is refused, because a socket has one connection only.',
  },
  {
    claim: 'P24',
    title: 'A listener falls silent when it turns a caller away',
    run: 'holes/H1/stranger/accept-check',
    says:
      'A server that accepts first and checks then is connected, and closing, while it deals with the stranger; one that ' +
      'fails the transfer stops for good. A request that comes in that time finds no listener.',
  },
  {
    claim: 'P25',
    title: 'One call from a stranger prevents the transfer',
    run: 'holes/H1/stranger/refuse-fail',
    says:
      'The stranger needs no success: being turned away is enough where the listener gives up (H1 b) or is busy with ' +
      'checking when the peer calls (H1 d). Without a filter, being first is enough.',
  },
  {
    claim: 'P26',
    title: 'Exchanged roles meet the same race',
    run: 'mix-ups/V438/pasv-at-other/R',
    says:
      'Under LSTN the race between the listener and the caller is the same whichever server waits and whichever way the ' +
      'file goes. Under PASV all mirrored runs complete, but for those ' +
      'in which a SOCK is missing or names something else than the peer.',
  },
  {
    claim: 'P27',
    title: 'Two servers that both wait never find out',
    run: 'mix-ups/V478/both-pasv/R',
    says:
      'Each has been told that the other will call, and nothing that either may send or receive contradicts it. Only a ' +
      'time-out ends it, and then rc454 says no more than after a refusal.',
  },
  {
    claim: 'P28',
    title: 'Two servers that both call can miss each other',
    run: 'mix-ups/V478/no-pasv/D',
    says:
      'The first request is dropped because the other server has not called yet; the later one is taken for the answer to ' +
      'it, and so gets no answer itself. One end believes the connection open, the other waits, and neither reports.',
  },
  {
    claim: 'P30',
    title: 'The sender says rc252, the receiver does not',
    run: 'troubles/V478/storage',
    says:
      'The receiver runs out of storage and closes while the sender, having sent everything, closes too: each takes the ' +
      'CLS of the other for its acknowledgement (NCP-47). No rule of the data connection lets the sender tell the two apart.',
  },
  {
    claim: 'P31',
    title: 'The receiver says rc252 and has half a file',
    run: 'holes/H23/sender-aborts/rc452',
    says:
      'The sender is aborted after the first of two pieces and closes the connection, which is what it does at the end of ' +
      'a file. In stream mode an error close cannot be told from the end of the file (FTP-41), so a wrong file is reported as whole.',
  },
  {
    claim: 'P32',
    title: 'The failure of one server leaves the other waiting',
    run: 'troubles/V478/failure/left',
    says:
      'The calling server reports rc454, and nothing tells the waiting one: it listens until its session ends. A user who ' +
      'then sends ABOR to it, or a time-out, sets it free.',
  },
  {
    claim: 'P33',
    title: 'A reservation outlives its session',
    run: 'holes/H10/abandons/keep-listening',
    says:
      'Where the loss of the control connection is not taken for ABOR and BYE, a listening socket has no owner left who ' +
      'could end it. RFC 430 names this as the condition for the sockets to be safe.',
  },
  {
    claim: 'P34',
    title: 'ABOR is answered, and the server still listens',
    run: 'holes/H8/abor-after-pasv/nothing-to-abort',
    says:
      'Read by the letter, PASV was complete when it was acknowledged, so ABOR finds nothing to abort and answers rc202. ' +
      'Then only REIN or the end of the session can undo PASV, which is what RFC 607 complains of.',
  },
  {
    claim: 'P35',
    title: 'Passive for a session, not for a transfer',
    run: 'holes/H6/twice/session',
    says:
      'With passive state kept until REIN the server listens again as soon as a transfer is over, whether the user means ' +
      'it to or not. The second transfer of the script completes either way; what differs is who calls if PASV is left out.',
  },
  {
    claim: 'P40',
    title: 'The filter cannot be set before the call',
    run: 'orders/V454/R/conc/late',
    says:
      'V454 took LSTN over without the rule that SOCK is answered by the number of the own socket, so the user learns ' +
      'the socket of the calling server only when it is already calling. The waiting server must then accept whoever comes.',
  },
  {
    claim: 'P41',
    title: 'A transfer command without its primary reply',
    run: 'troubles/V478/aborts',
    says:
      'A server that waits for a data connection answers its transfer command only when that connection is there; aborted, ' +
      'it answers ABOR and not the command. Every end in which a server waits for ever shows the same.',
  },
  {
    claim: 'deadlock',
    title: 'Everybody waits, and nobody is told',
    run: 'mix-ups/V478/both-pasv/R',
    says:
      'No step is left that must be taken, and user or servers still wait for something. It needs a silent loss (dropped ' +
      'or lost messages), a request queued where nobody will ever listen, a reply that waits for a command that waits for ' +
      'it, or two servers that both wait.',
  },
  {
    claim: 'livelock',
    title: 'A server calls for ever',
    run: 'holes/H24/refused-waiting-user/for-ever',
    says:
      'The calling server repeats its request whenever it is refused, and the user, waiting for its reply, never sends the ' +
      'command that would make the other one listen. Between two NCPs, answering every unknown CLS by CLS goes round in the same way.',
  },
  {
    claim: 'the data connection is open at both ends',
    title: 'No state with both ends open',
    run: 'holes/H27/no-sock/rc503',
    says:
      'Where a command is refused, or the byte size, no connection comes about at all. An empty file is closed by its sender ' +
      'in the very step in which it learns that the connection is open.',
  },
  {
    claim: 'a request is on its way to the waiting server',
    title: 'No request at all',
    run: 'holes/H5/two-pasv/rc504',
    says:
      'The server refuses a command of the preparation (a second SOCK or PASV, or PASV without SOCK), and the user goes no ' +
      'further. Neither transfer command is sent.',
  },
  {
    claim: 'both servers have the transfer command at once',
    title: 'The transfer commands are never sent',
    run: 'holes/H2/two-socks/rc505',
    says:
      'The server refuses a command of the preparation, and the user goes no further. A strict server costs the transfer ' +
      'where a lenient one completes it.',
  },
  {
    claim: 'both have the same transfer command',
    title: 'LSTN finds the mix-up out',
    run: 'mix-ups/V438/retr-both/R',
    says:
      'Under LSTN the waiting server knows the direction it was prepared for and refuses the wrong transfer command with ' +
      'rc505 (H14). PASV has no such knowledge.',
  },
  {
    claim: 'the receiver reports success',
    title: 'Two servers that were never introduced',
    run: 'orders/V354/R/conc/late',
    says:
      'In V354 no reply names the socket of a server before it calls, so both servers call the user and nobody listens. ' +
      'The same claim fails where LSTN is refused.',
  },
  {
    claim: 'a server that waits for no transfer command lets go of its sockets',
    title: 'PASV without a transfer holds two sockets for the rest of the session',
    run: 'holes/H7/no-transfer/keep',
    says:
      'Neither RFC says when listening ends if no transfer command follows. Time-outs for listening, ABOR that cancels and ' +
      'REIN that cancels each cure it; the documents name none of them.',
  },
  {
    claim: 'SOCK has named a peer',
    title: 'No number to name',
    run: 'orders/V354/R/conc/late',
    says:
      'V354 tells the socket of a server too late to pass it on, so neither SOCK is sent. Where the preparation of a ' +
      'later variant is refused at its first command, none is sent either.',
  },
];
