import type { AssumptionAxis, Home, Landscape } from '../../src/model/index.ts';
import { always, family, reaches } from '../../src/model/index.ts';

const axes: readonly AssumptionAxis[] = [
  { name: 'loss', says: '', kind: 'assumption', values: ['none', 'one', 'many'] },
  {
    name: 'crash',
    says: '',
    kind: 'assumption',
    values: ['none', 'here', 'there', 'both'],
    weakens: { here: ['none'], there: ['none'], both: ['here', 'there'] },
  },
  { name: 'policy', says: '', kind: 'choice', values: ['R', 'Q', 'D'] },
];

/** The only home of the toy. */
export const home: Home = {
  name: 'home',
  says: 'the home',
  at: {},
  paired: ['loss', 'crash', 'policy'],
  families: () => [
    family('toy', [always('safe', { cites: [], holds: () => true }), reaches('seen', { cites: [], when: () => true })]),
  ],
};

/** Three axes, of which one is a choice; no system stands anywhere. */
export const toy: Landscape = {
  name: 'toy',
  says: 'a toy',
  axes,
  fixed: [{ what: 'the weather', why: 'Nobody can choose it.' }],
  homes: [home],
  designs: [],
  contradiction: (point) => (point['loss'] === 'many' && point['policy'] === 'D' ? 'D with many' : undefined),
  system: () => {
    throw new Error('no system stands here');
  },
};
