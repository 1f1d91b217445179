/** What callers without a compiler may give a check that means nothing: found before anything is searched. */
import { type Family, ModelError, hint } from '../model/index.ts';
import type { CheckOptions } from './check.ts';

const known: Readonly<Record<keyof CheckOptions, true>> = {
  families: true,
  loops: true,
  doubts: true,
  explain: true,
  evidence: true,
  engine: true,
  checkpoints: true,
  fairness: true,
  maxStates: true,
  maxBytes: true,
  maxMilliseconds: true,
  maxLocals: true,
  signal: true,
  onProgress: true,
};

/** @throws TypeError naming an option that there is not, or a limit that is no number, or a negative one. */
export function refuseWrongOptions(options: CheckOptions): void {
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(known, name)) {
      throw new TypeError(`check(system, options): there is no option "${name}"${hint(name, Object.keys(known))}`);
    }
  }
  const { maxStates, maxBytes, maxMilliseconds, maxLocals } = options;
  for (const [name, limit] of Object.entries({ maxStates, maxBytes, maxMilliseconds, maxLocals })) {
    if (limit === undefined || (typeof limit === 'number' && limit >= 0)) continue;
    throw new TypeError(`check(system, options): ${name} is ${String(limit)}; it must be a number, 0 or more`);
  }
}

/** @throws ModelError naming a claim on runs whose formula, or a part of it, is none. */
export function refuseNoFormulas(families: readonly Family[]): void {
  for (const claim of families.flatMap(({ claims }) => claims)) {
    if (claim.kind !== 'ltl') continue;
    const parts: unknown[] = [claim.formula];
    while (parts.length > 0) parts.push(...operandsOf(parts.pop(), claim.name));
  }
}

function operandsOf(formula: unknown, claim: string): readonly unknown[] {
  if (typeof formula !== 'object' || formula === null || !('operator' in formula)) {
    const given = typeof formula === 'string' ? `the text "${formula}"` : String(formula);
    throw new ModelError(
      `claim "${claim}": its formula has ${given} where a formula belongs; build it with temporal.globally and so on, or read it with temporal.parseFormula`,
    );
  }
  if ('of' in formula) return [formula.of];
  return 'left' in formula && 'right' in formula ? [formula.left, formula.right] : [];
}
