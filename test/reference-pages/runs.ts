/** Reports made by hand, for pages whose text is known. */
import type { Report, Verdict } from '../../src/model/index.ts';
import type { CheckedRun } from '../../src/reference/index.ts';

type Made = {
  readonly ends?: readonly string[];
  readonly bounds?: string;
  readonly violated?: readonly string[];
  readonly missed?: readonly string[];
  readonly states?: number;
};

const step = { kind: 'own', party: 'user', message: { type: 'GO' }, class: 'user.GO', sends: [] } as const;

const verdict = (claim: string, bad: 'violated' | 'not reached'): Verdict => ({
  claim,
  kind: bad === 'not reached' ? 'reaches' : claim === 'deadlock' ? 'protocol error' : 'always',
  family: 'toy',
  cites: ['R1'],
  verdict: bad,
  ...(bad === 'violated' && { path: { steps: [step, step] } }),
});

/** A run that ends and fails as told. */
export function run(
  name: string,
  { ends = ['done'], bounds = 'two calls', violated = [], missed = [], states = 4 }: Made = {},
): CheckedRun {
  const report: Report = {
    system: name,
    complete: true,
    states,
    steps: 2 * states,
    depth: 3,
    verdicts: [
      ...violated.map((claim) => verdict(claim, 'violated')),
      ...missed.map((claim) => verdict(claim, 'not reached')),
    ],
    outcomes: ends.map((end) => ({ name: end, fine: true, path: { steps: [] } })),
    coverage: {},
    cost: { xstateCalls: 0, milliseconds: 0, bytes: 0 },
  };
  return { name, summary: name, bounds, report };
}
