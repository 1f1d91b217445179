/**
 * SPIN #38: with weak fairness on, the search missed that `<>[] (n == 1)` fails for two processes that set n once each.
 */
import { setup } from 'xstate';
import { expect, test } from 'vitest';

import { family, leadsTo, restsOnly, type System, type View } from '../../src/model/index.ts';
import { judged, said } from './walker.ts';

const charts = setup({ actions: { send: (_scope, _sent: { to: 'n'; message: { type: string } }) => {} } });
const sets = (type: string) =>
  charts.createMachine({
    initial: 'before',
    states: {
      before: { on: { GO: { target: 'after', actions: { type: 'send', params: { to: 'n', message: { type } } } } } },
      after: {},
    },
  });
const variable = charts.createMachine({
  initial: 'zero',
  on: { ONE: '.one', TWO: '.two' },
  states: { zero: {}, one: {}, two: {} },
});

const system: System = {
  name: 'two processes set n',
  parties: {
    P: { chart: sets('ONE'), own: [{ event: { type: 'GO' }, fairness: 'weak' }], ports: { n: 'n' } },
    Q: { chart: sets('TWO'), own: [{ event: { type: 'GO' }, fairness: 'weak' }], ports: { n: 'n' } },
    variable: { chart: variable },
  },
  channels: { n: { kind: 'direct', to: 'variable' } },
  ending: () => ({ name: 'both have gone', fine: true }),
};
const n =
  (value: string) =>
  ({ party }: View) =>
    party['variable']!.matches(value);

test('n does not come to be 1 for ever, under weak fairness', () => {
  const report = judged(system, [
    family('n', [
      restsOnly('n is 1 in the end', { cites: [], in: n('one') }),
      leadsTo('what is 2 becomes 1', { cites: [], from: n('two'), to: n('one') }),
      leadsTo('what is 0 is set', { cites: [], from: n('zero'), to: (state) => !n('zero')(state) }),
    ]),
  ]);
  expect(said(report, 'n is 1 in the end')).toEqual(['violated', 'GO GO']);
  expect(said(report, 'what is 2 becomes 1')[0]).toBe('violated');
  expect(said(report, 'what is 0 is set')).toEqual(['holds']);
});
