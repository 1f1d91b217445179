/**
 * What the NCPs of two servers owe each other during a transfer: the claims of two sockets, on the data sockets of B and C.
 *
 * Source  NIC 8246 pp. 9-14. P01-P05, P10.
 */
import { cite } from '../machines/clauses.ts';
import { dataSockets } from '../machines/scripts.ts';
import type { ServerKnobs } from '../machines/knobs.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { type Family, family, reaches } from '../src/model/index.ts';
import { strictReuseOf } from './ncp-closing.ts';
import { agreementOf } from './ncp-matching.ts';
import { between, nearIs, type Pair } from './ncp-words.ts';

/** B's data sockets, each with the one of C that it can be connected with. */
const pairsOf = (protocol: ServerKnobs['protocol']): readonly Pair[] => {
  const [b, c] = [dataSockets(protocol, 'B'), dataSockets(protocol, 'C')];
  return [
    ...between({ host: 'B', socket: b.receive }, { host: 'C', socket: c.send }),
    ...between({ host: 'B', socket: b.send }, { host: 'C', socket: c.receive }),
  ];
};

/** For transfers of a variant. */
export function agreement(protocol: ServerKnobs['protocol']): Family {
  const pairs = pairsOf(protocol);
  return family('agreement', [
    ...agreementOf(pairs),
    strictReuseOf(pairs),
    reaches<Sockets>('an NCP waits or calls for its server', {
      ...cite('NCP-13', 'NCP-28'),
      when: (state) => pairs.some((pair) => nearIs(state, pair, 'listening', 'requesting')),
    }),
  ]);
}
