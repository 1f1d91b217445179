/**
 * What the runs named two-sockets/... give. Written by `npm run renew`; read every change before you commit it.
 */
import type { Expected } from '../../src/model/index.ts';

export const twoSockets: Readonly<Record<string, Expected>> = {
  'two-sockets/refuse': { outcomes: ['open', 'quiet'], states: 1535, steps: 5410, depth: 17 },
  'two-sockets/queue': { outcomes: ['open', 'quiet'], states: 1275, steps: 4480, depth: 17, violated: ['an abort and a refusal cross, and each takes the other for its answer', 'P14 no call pends for ever'] },
  'two-sockets/queue-times-out': { outcomes: ['open', 'quiet'], states: 2813, steps: 10593, depth: 18 },
  'two-sockets/drop': { outcomes: ['half-closed', 'half-open', 'open', 'quiet', 'unanswered'], states: 1687, steps: 5654, depth: 19, violated: ['P12 two CLS that cross end both waits', 'a CLS never reaches an end that knows nothing of the pair', 'an abort and a refusal cross, and each takes the other for its answer'] },
  'two-sockets/drop-and-answer': { outcomes: ['half-open', 'open', 'quiet', 'unanswered'], states: 1525, steps: 5278, depth: 17, violated: ['a CLS never reaches an end that knows nothing of the pair', 'an abort and a refusal cross, and each takes the other for its answer'] },
  'two-sockets/drop-times-out': { outcomes: ['half-closed', 'open', 'quiet'], states: 3231, steps: 11538, depth: 19, violated: ['P12 two CLS that cross end both waits', 'a CLS never reaches an end that knows nothing of the pair', 'an abort and a refusal cross, and each takes the other for its answer'] },
  'two-sockets/times-out': { outcomes: ['open', 'quiet'], states: 2717, steps: 10129, depth: 18 },
  'two-sockets/by-process': { outcomes: ['open', 'quiet'], states: 1411, steps: 4666, depth: 18 },
  'two-sockets/credit-on-opening': { outcomes: ['open', 'quiet'], states: 2471, steps: 8696, depth: 19 },
  'two-sockets/credit-back': { outcomes: ['open', 'quiet'], states: 626, steps: 1557, depth: 18 },
  'two-sockets/size-differs': { outcomes: ['quiet'], states: 858, steps: 3153, depth: 9, violated: ['both ends are open'] },
  'two-sockets/mismatch-refuse-keep': { outcomes: ['open', 'quiet'], states: 1408, steps: 5552, depth: 13, violated: ['P10 no request from a socket that waits for any CLS'] },
  'two-sockets/mismatch-refuse-fail': { outcomes: ['open', 'quiet'], states: 1408, steps: 5552, depth: 13, violated: ['P10 no request from a socket that waits for any CLS'] },
  'two-sockets/mismatch-queue': { outcomes: ['open', 'quiet'], states: 1546, steps: 6024, depth: 13, violated: ['P10 no request from a socket that waits for any CLS'] },
  'two-sockets/mismatch-accept-check': { outcomes: ['open', 'quiet'], states: 1841, steps: 7001, depth: 13, violated: ['P10 no request from a socket that waits for any CLS'] },
  'two-sockets/busy-queue': { outcomes: ['open', 'quiet'], states: 1704, steps: 6652, depth: 13, violated: ['P10 no request from a socket that waits for any CLS'] },
  'two-sockets/sloppy-reuse': { outcomes: ['open', 'quiet'], states: 4123, steps: 12944, depth: 19, violated: ['P09 a pair is over for an end only when CLS has gone both ways', 'P10 no request for a pair before its exchange of CLS is over', 'P39 a CLS never meets a later request of its pair', 'a CLS never reaches an end that knows nothing of the pair', 'P06 credit never falls below zero, and data on its way was allowed'] },
  'two-sockets/sloppy-and-error': { outcomes: ['open', 'quiet'], states: 5965, steps: 18092, depth: 20, violated: ['P09 a pair is over for an end only when CLS has gone both ways', 'P10 no request for a pair before its exchange of CLS is over', 'P39 a CLS never meets a later request of its pair', 'a CLS never reaches an end that knows nothing of the pair', 'P06 credit never falls below zero, and data on its way was allowed'] },
  'two-sockets/sloppy-and-answer': { outcomes: ['livelock', 'open', 'quiet'], states: 2327, steps: 7742, depth: 14, violated: ['P09 a pair is over for an end only when CLS has gone both ways', 'P10 no request for a pair before its exchange of CLS is over', 'P39 a CLS never meets a later request of its pair', 'a CLS never reaches an end that knows nothing of the pair', 'livelock'] },
  'two-sockets/gives-up-on-cls': { outcomes: ['open', 'quiet'], states: 5004, steps: 21582, depth: 20, violated: ['P09 a pair is over for an end only when CLS has gone both ways', 'P10 no request for a pair before its exchange of CLS is over', 'P39 a CLS never meets a later request of its pair', 'a CLS never reaches an end that knows nothing of the pair'] },
  'two-sockets/crash-reset': { outcomes: ['open', 'quiet'], states: 6424, steps: 24177, depth: 18 },
  'two-sockets/crash-no-reset': { outcomes: ['half-closed', 'half-open', 'open', 'quiet'], states: 2011, steps: 6085, depth: 16, violated: ['P04 whoever is connected is connected with somebody who knows it, or soon will', 'P11 two requests that cross do not stay requests', 'P38 nobody stays connected with an end that has forgotten it'] },
  'two-sockets/crash-restart': { outcomes: ['half-closed', 'half-open', 'open', 'quiet'], states: 1986, steps: 6024, depth: 15, violated: ['P04 whoever is connected is connected with somebody who knows it, or soon will', 'P38 nobody stays connected with an end that has forgotten it'] },
  'two-sockets/loses-request': { outcomes: ['half-closed', 'half-open', 'open', 'quiet', 'unanswered'], states: 2688, steps: 9665, depth: 19, violated: ['P11 two requests that cross do not stay requests', 'P12 two CLS that cross end both waits', 'P13 an acceptance that crosses an abort leaves nothing open', 'a CLS never reaches an end that knows nothing of the pair'] },
  'two-sockets/loses-answer': { outcomes: ['half-closed', 'half-open', 'open', 'quiet', 'unanswered'], states: 3035, steps: 11013, depth: 19, violated: ['P11 two requests that cross do not stay requests', 'P12 two CLS that cross end both waits', 'P13 an acceptance that crosses an abort leaves nothing open', 'a CLS never reaches an end that knows nothing of the pair'] },
  'two-sockets/loses-and-times-out': { outcomes: ['half-closed', 'half-open', 'open', 'quiet'], states: 5507, steps: 21254, depth: 20, violated: ['P12 two CLS that cross end both waits', 'P13 an acceptance that crosses an abort leaves nothing open', 'a CLS never reaches an end that knows nothing of the pair'] },
  'two-sockets/duplicates': { outcomes: ['open', 'quiet'], states: 5725, steps: 21321, depth: 19, violated: ['P39 a CLS never meets a later request of its pair', 'a CLS never reaches an end that knows nothing of the pair', 'P06 credit never falls below zero, and data on its way was allowed', 'P07 no data before the connection is open, none after CLS', 'P08 a sender has no data outstanding when it has sent CLS'] },
  'two-sockets/order-per-link': { outcomes: ['open', 'quiet'], states: 1535, steps: 5410, depth: 17 },
};
