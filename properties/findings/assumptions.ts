/** What the search for the weakest assumptions has taught: choices that matter, choices that do not. */
import type { Lesson } from '../../src/model/index.ts';

const verdict = (claim: string, home: string, at: Lesson['shows'][number]['at'], holds: boolean) => ({
  claim,
  home,
  at,
  holds,
});
const holds = (claim: string, home: string, at: Lesson['shows'][number]['at'] = {}) => verdict(claim, home, at, true);
const fails = (claim: string, home: string, at: Lesson['shows'][number]['at'] = {}) => verdict(claim, home, at, false);

export const lessons: readonly Lesson[] = [
  {
    title: "RFC 478's order independence needs exactly this",
    says:
      'That every end is a completed transfer, whatever the NCP does with early requests, needs hosts between which nothing is lost ' +
      'or comes twice from the calling server, and messages that keep their order at least on their own link; nobody who gives up ' +
      'waiting, stops, aborts or leaves; and a user who waits for the acknowledgement of PASV, but not for the reply to the first ' +
      'transfer command unless it comes early. It does not need an NCP that queues, nor order between links.',
    shows: [
      holds('P17', 'V478'),
      holds('P17', 'V478', { ncp: 'Q' }),
      holds('P17', 'V478', { ncp: 'D' }),
      holds('P17', 'V478', { 'channel-order': 'link' }),
      fails('P17', 'V478', { 'channel-order': 'none' }),
      fails('P17', 'V478', { loss: 'B-to-C' }),
      fails('P17', 'V478', { loss: 'C-to-B' }),
      fails('P17', 'V478', { duplication: 'C-to-B' }),
      fails('P17', 'V478', { patience: 'may-end' }),
      fails('P17', 'V478', { order: 'hurries' }),
      fails('P17', 'V478', { order: 'PW' }),
      holds('P17', 'V478', { order: 'PW', timing: 'early' }),
    ],
  },
  {
    title: 'RFC 438 has three ways out',
    says:
      'The same promise fails for LSTN on an NCP that refuses, and three things make it good again, each alone: an NCP that queues, a ' +
      'server that repeats a refused request for ever, or an early rc250 together with a user who waits for it before the other ' +
      'command. Repeating once is not enough.',
    shows: [
      fails('P17', 'V438'),
      holds('P17', 'V438', { ncp: 'Q' }),
      holds('P17', 'V438', { H24: 'for-ever' }),
      fails('P17', 'V438', { H24: 'once' }),
      holds('P17', 'V438', { order: 'PW', timing: 'early' }),
      fails('P17', 'V438', { order: 'PW' }),
      fails('P17', 'V438', { timing: 'early' }),
    ],
  },
  {
    title: 'SOCK and the manners of the listener protect only together',
    says:
      'To do without SOCK at the waiting server is harmless, and so is a stranger; both together break the transfer. With SOCK a ' +
      'stranger is harmless only to a listener that refuses it and goes on, or lets it wait: one that gives up at the first wrong ' +
      'caller, or accepts it and then looks, fails.',
    shows: [
      holds('P17', 'V478', { sockPassive: 'none' }),
      holds('P17', 'V478', { stranger: 'once' }),
      fails('P17', 'V478', { sockPassive: 'none', stranger: 'once' }),
      fails('P17', 'V478', { stranger: 'once', mismatch: 'refuse-fail' }),
      fails('P17', 'V478', { stranger: 'once', mismatch: 'accept-check' }),
      holds('P17', 'V478', { stranger: 'once', mismatch: 'queue' }),
    ],
  },
  {
    title: 'Time-outs cut both ways',
    says:
      'To allow more is not always worse: that two servers which both wait are told of it holds only where waits may end, and a ' +
      'server whose peer has failed lets go of its sockets, other things being equal, only there. So nothing that fails without ' +
      'time-outs is taken to fail with them. The same time-outs end transfers that would have completed.',
    shows: [
      fails('P27', 'both-wait'),
      holds('P27', 'both-wait', { patience: 'may-end' }),
      fails('P32', 'failed-peer'),
      holds('P32', 'failed-peer', { patience: 'may-end' }),
      fails('P17', 'V478', { patience: 'may-end' }),
    ],
  },
  {
    title: 'Choices that do not matter to the promise',
    says:
      'What a busy socket does, when a socket is used again, what an unknown CLS gets, how long PASV lasts, and what most of the ' +
      'other open questions ask make no difference to it while nothing goes wrong. Those that do: credit on opening, empty files, ' +
      'replies before listening, listening that times out, byte sizes.',
    shows: [
      holds('P17', 'V478', { busy: 'queue' }),
      holds('P17', 'V478', { reuse: 'sloppy' }),
      holds('P17', 'V478', { unknownCls: 'ERR' }),
      holds('P17', 'V478', { H6: 'session' }),
      fails('P17', 'V478', { allOnOpen: 'automatic' }),
      fails('P17', 'V478', { pieces: 'none' }),
      fails('P17', 'V478', { H31: 'yes' }),
      fails('P17', 'V478', { H7: 'yes' }),
      fails('P17', 'V478', { 'byte-size': 'B-8-C-36' }),
    ],
  },
];
