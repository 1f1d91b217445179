import type { Run } from '../model/index.ts';

import { chooseRuns } from './choose-runs.ts';
import type { Command, Given } from './command.ts';
import { grouped } from './progress.ts';
import type { Session } from './session.ts';

/** The verb `list`: what the manifest holds. */
export const list: Command = {
  name: 'list',
  operands: '[run...]',
  summary: 'name the runs of the manifest, with what is expected of them',
  options: {
    propositions: { type: 'boolean', summary: 'name the facts and events that formulas may use (check --ltl)' },
  },
  examples: ['list', 'list orders/V478', 'list --propositions', 'list --json'],
  run: async (given, operands, session) => {
    const { say, runs, paint, glyphs } = session;
    if (given['propositions'] === true) return listPropositions(given, session);
    const chosen = chooseRuns(await runs(), operands);
    if (given['json']) {
      const shown = chosen.map(({ name, summary, bounds, families, expected }) => ({
        name,
        summary,
        bounds,
        families: families.map((family) => ({
          name: family.name,
          claims: family.claims.map(({ name, kind, cites }) => ({ name, kind, cites })),
        })),
        expected: expected ?? null,
      }));
      say(JSON.stringify({ runs: shown }, undefined, 2));
      return 0;
    }
    if (given['quiet']) {
      for (const { name } of chosen) say(name);
      return 0;
    }
    const width = Math.max(0, ...chosen.map(({ name }) => name.length));
    for (const { name, summary, bounds, families, expected } of chosen) {
      say(`${paint('bold', name.padEnd(width))}  ${glyphs.text(summary)}`);
      const claims = families.reduce((sum, family) => sum + family.claims.length, 0);
      say(paint('dim', `${' '.repeat(width)}  ${glyphs.text(bounds)}; ${claims} claims; ${known(expected)}`));
    }
    return 0;
  },
};

/** Prints the facts and events that formulas may use, each with the sentence that says when it is true. */
async function listPropositions(given: Given, { say, propositions, paint, glyphs }: Session): Promise<0> {
  const all = (await propositions()).map(({ proposition: { name, kind }, says }) => ({ name, kind, says }));
  if (given['json']) say(JSON.stringify({ propositions: all }, undefined, 2));
  else if (given['quiet']) for (const { name } of all) say(name);
  else {
    const width = Math.max(0, ...all.map(({ name }) => name.length));
    for (const { name, kind, says } of all) {
      say(`${paint('bold', name.padEnd(width))}  ${kind.padEnd(5)}  ${glyphs.text(says)}`);
    }
  }
  return 0;
}

/** What the manifest knows of a run, in words. */
function known(expected: Run['expected']): string {
  if (!expected) return 'nothing is expected of it yet: npm run renew';
  const broken = expected.violated?.length ?? 0;
  const ends = [...expected.outcomes].sort().join(', ') || 'none';
  return `${broken > 0 ? `${broken} not holding; ` : ''}${grouped(expected.states)} states; ends: ${ends}`;
}
