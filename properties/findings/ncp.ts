/** Why claims about an NCP, and about the initial connection, do not hold, each with the run whose trace shows it best. */
import type { Finding } from '../../src/model/index.ts';

export const ncpFindings: readonly Finding[] = [
  {
    claim: 'P04',
    title: 'Connected with somebody who has forgotten',
    run: 'two-sockets/crash-no-reset',
    says:
      'A host crashes and comes back without RST, and the other goes on holding a connection that has one end. No rule ' +
      'obliges a host ever to send RST (NCP-74), so nothing needs to tell it.',
  },
  {
    claim: 'P05',
    title: 'Two connections on one link',
    run: 'icp/shared-link/R',
    says:
      'During the initial connection U and U+2 are open at once and fed by one host. With the same link for both, their ' +
      'data cannot be told apart; NCP-08 asks the receiver to choose distinct ones.',
  },
  {
    claim: 'P06',
    title: 'Credit of a dead connection counts for the new one',
    run: 'two-sockets/sloppy-reuse',
    says:
      'A socket that is used again before CLS has gone both ways takes the ALL of its former connection for credit. Data ' +
      'then flows that the receiver has not allowed; a piece of data that comes twice spends credit once too often.',
  },
  {
    claim: 'P07',
    title: 'Data on a connection that is over',
    run: 'two-sockets/duplicates',
    says:
      'A piece of data comes twice, and the RFNM for the first time lets the sender close while the second is still on its ' +
      'way. Nothing tells a copy from a new piece: NIC 8246 rests on a subnet that never duplicates.',
  },
  {
    claim: 'P08',
    title: 'CLS while a copy of the data is still on its way',
    run: 'two-sockets/duplicates',
    says:
      'The sender waits for the RFNM of its last piece, as it should, and closes. A copy of that piece, made by the subnet, ' +
      'is then still to come, so the rule is kept and its purpose missed.',
  },
  {
    claim: 'P09',
    title: 'Free before CLS has gone both ways',
    run: 'two-sockets/gives-up-on-cls',
    says:
      'An NCP that gives up waiting for a CLS frees the socket although the exchange is not over, as page 14 of NIC 8246 ' +
      'says it must not. Sloppy reuse does it without even waiting.',
  },
  {
    claim: 'P10',
    title: 'A socket asks again while a CLS is outstanding',
    run: 'two-sockets/mismatch-refuse-keep',
    says:
      'Page 12, read by the letter, frees a socket only when every CLS is in; a listener that has refused a rival could ' +
      'then not accept its partner until the rival has answered. Read by pairs of sockets the rule holds for every strict ' +
      'NCP, and only sloppy reuse and giving up break it.',
  },
  {
    claim: 'P11',
    title: 'Two requests cross, and one end never hears',
    run: 'two-sockets/crash-no-reset',
    says:
      'The survivor of a crash answers a repeated request by ERR, which changes nothing, so the host that came back asks for ' +
      'ever. A lost request does the same, because an NCP repeats nothing.',
  },
  {
    claim: 'P12',
    title: 'A CLS that nobody answers',
    run: 'two-sockets/drop',
    says:
      'The CLS that withdraws a request reaches an end that has dropped the request, and is discarded as unknown. The ' +
      'withdrawing end waits for an acknowledgement that nobody owes.',
  },
  {
    claim: 'P13',
    title: 'An abort and an acceptance cross, and one half stays',
    run: 'two-sockets/loses-request',
    says:
      'Of the two commands that cross one is lost, so one end takes the connection for closed and the other for open or ' +
      'closing. Without loss the race of NIC 8246 (page 13, example 2) always ends well.',
  },
  {
    claim: 'P14',
    title: 'A call that pends for ever',
    run: 'two-sockets/queue',
    says:
      'A queued request has no prescribed lifetime (NCP-20), and no process has to listen for it. Only an NCP that refuses ' +
      'after a while (QT) keeps its queue finite in time.',
  },
  {
    claim: 'P38',
    title: 'Half-open for ever',
    run: 'two-sockets/crash-restart',
    says:
      'The end that forgot never calls again and the end that remembers never sends, so no traffic shows the difference. ' +
      'Starting afresh on a repeated request (H38) cures it only where the request is repeated.',
  },
  {
    claim: 'P39',
    title: 'An old CLS ends a new connection',
    run: 'two-sockets/gives-up-on-cls',
    says:
      'After giving up, the socket asks for the same pair again, and the late CLS of the old exchange is taken for the ' +
      'refusal of the new request. Page 14 of NIC 8246 describes this danger; neither side can attribute the CLS.',
  },
  {
    claim: 'P45',
    title: 'The initial connection comes to nothing',
    run: 'icp/rfc-202/Q',
    says:
      'Each side waits for a connection that the other will ask for only later (RFC 202): a deadlock where requests are ' +
      'queued, a refusal where they are not. With U and U+1 for the pair (RFC 143) a request reaches U before it is free; ' +
      'RFC 165, asking for both at once on U+2 and U+3, completes on every NCP.',
  },
  {
    claim: 'a CLS never reaches an end that knows nothing of the pair',
    title: 'A CLS for nobody',
    run: 'two-sockets/drop',
    says:
      'What the first end closes the other has dropped, forgotten, or closed already. In a strict exchange without loss it ' +
      'never happens (NCP-52): meeting it means that somebody has broken the rules or lost a message.',
  },
  {
    claim: 'an abort and a refusal cross, and each takes the other for its answer',
    title: 'No refusal to cross with',
    run: 'two-sockets/queue',
    says:
      'Where requests are queued or dropped nobody refuses, so the first race of page 13 does not occur. It is reached, and ' +
      'ends well, on every NCP that refuses.',
  },
  {
    claim: 'both ends are open',
    title: 'Another byte size',
    run: 'two-sockets/size-differs',
    says:
      'The receiver declared another size than the sender offers and refuses each request (NCP-10). To the caller it looks ' +
      'like any other refusal.',
  },
  {
    claim: 'credit that was allowed is with the sender, or on its way',
    title: 'Lost credit',
    run: 'two-sockets/loses-answer',
    says:
      'An ALL is lost, and the two ends count differently for the rest of the connection (NCP-64). Nothing in the protocol ' +
      'compares the counters.',
  },
  {
    claim: 'every end is a pair of connections',
    title: 'The initial connection ends with less than a pair',
    run: 'icp/rfc-143/refuse',
    says:
      'The request for the pair names U while the contact connection is still open, and a busy socket refuses it. U+2 and ' +
      'U+3 in the place of U and U+1 remove the race.',
  },
  {
    claim: 'no call for the pair reaches the contact socket before it is free',
    title: 'The race of RFC 143',
    run: 'icp/rfc-143/queue',
    says:
      'The server asks for its connection to U as soon as it has sent the number, and its request overtakes the closing of ' +
      'the contact connection. An NCP that queues at a busy socket hides the flaw; one that refuses shows it.',
  },
];
