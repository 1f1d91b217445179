import type { Claim, Verdict } from '../model/index.ts';

/**
 * A verdict in a sign: `h`olds, `v`iolated, `r`eached, `n`ot reached, `?` unknown (not finished); `V` and `R` where it
 * follows from that of a stronger point.
 */
export type Code = 'h' | 'v' | 'r' | 'n' | '?' | 'V' | 'R';

/** What was decided of a claim at a point; `steps`: the length of its counterexample or of the way to its witness. */
export type Decided = { readonly code: Code; readonly steps?: number };

const codes: Readonly<Record<Verdict['verdict'], Code>> = {
  holds: 'h',
  violated: 'v',
  reached: 'r',
  'not reached': 'n',
  'not finished': '?',
};

/** What a report decides. */
export const decided = ({ verdict, path }: Verdict): Decided => ({
  code: codes[verdict],
  ...(path && { steps: path.steps.length }),
});

/** Whether a sign is one of these. */
export const isCode = (sign: string): sign is Code => /^[hvrn?VR]$/.test(sign);

export const isGood = (code: Code): boolean => code === 'h' || code === 'r' || code === 'R';
export const isBad = (code: Code): boolean => code === 'v' || code === 'n' || code === 'V';

/** How a claim fares when more is allowed: all runs must do something, some run does it, or neither. */
export type Sort = 'universal' | 'witness' | 'neither';

/** The sort of a claim. */
export const sortOf = ({ kind }: Pick<Claim, 'kind'>): Sort => {
  if (kind === 'reaches') return 'witness';
  return kind === 'alwaysPossible' ? 'neither' : 'universal';
};

/** What a verdict says of every weaker point; nothing of most. */
export function inherited(code: Code | undefined, sort: Sort): Code | undefined {
  if (sort === 'universal' && (code === 'v' || code === 'V')) return 'V';
  return sort === 'witness' && (code === 'r' || code === 'R') ? 'R' : undefined;
}

/** Whether a search found otherwise than what was inherited. */
export const contradicts = (found: Code, inherits: Code): boolean => (inherits === 'V' ? found === 'h' : found === 'n');
