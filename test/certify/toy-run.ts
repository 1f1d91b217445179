import { alwaysPossible, family, neverAfter, outcomes, type Run, type View } from '../../src/model/index.ts';
import { overWires, transmission } from '../toys/alternating-bit.ts';

type Ends = View<{ sender: { item: number }; receiver: { item: number } }>;

/** Claims of the kinds whose evidence is more than the state set. */
const kinds = family('kinds', [
  neverAfter<Ends>('once an item is confirmed, the sender never counts back', {
    cites: [],
    after: ({ party }) => party.sender.matches('idle') && party.sender.context.item === 1,
    never: ({ party }) => party.sender.context.item > 2,
  }),
  neverAfter<Ends>('nothing is sent twice', {
    cites: [],
    after: ({ party }) => party.sender.context.item === 1,
    never: ({ party }) => party.sender.context.item === 0,
  }),
  alwaysPossible<Ends>('everything can be confirmed', { cites: [], to: ({ party }) => party.sender.matches('idle') }),
  outcomes('the end is a good one', { cites: [], only: ['all confirmed'] }),
]);

/** A run whose certificate has every kind of evidence: the ends joined by wires that strongly fair steps pass. */
export const toyRun: Run = {
  name: 'toys/wires',
  summary: 'alternating bits over wires that lose',
  system: () => overWires('strong'),
  families: [transmission, kinds],
  expected: undefined,
  bounds: 'three items, round and round',
};
