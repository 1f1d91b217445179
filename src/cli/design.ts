import { claimsAt, type Decidable, pointAt } from '../frontier/index.ts';
import type { Home, Landscape } from '../model/index.ts';

import { isMeant } from './choose-claims.ts';
import { type Command, limitOptions } from './command.ts';
import { MOST_COMBINATIONS, openChoices } from './design-axes.ts';
import { designed, Verdicts } from './design-search.ts';
import { changes, designText } from './design-text.ts';
import { Failure, unknown } from './failure.ts';
import { chosen } from './frontier-choose.ts';
import { placeOf, valuesOf } from './frontier-place.ts';
import { usualStates } from './frontier-survey.ts';
import { supervised } from './limits.ts';
import { count, textOf, textsOf } from './parse.ts';

/** The verb `design`: which combinations of choices keep some claims. */
export const design: Command = {
  name: 'design',
  operands: '',
  summary: 'say which combinations of choices keep some claims, and what mends one that does not',
  options: {
    require: { type: 'string', multiple: true, value: 'P17,P19', summary: 'the claims that must hold' },
    given: { type: 'string', multiple: true, value: 'axis=value,...', summary: 'what is decided, or goes wrong' },
    over: {
      type: 'string',
      multiple: true,
      value: 'axis,...',
      summary: `the open choices (default: those that matter alone, as many as make ${MOST_COMBINATIONS} combinations)`,
    },
    home: {
      type: 'string',
      value: 'name',
      summary: 'where the rest is as in this home (default: the first with the claims)',
    },
    ...limitOptions,
  },
  examples: ['design --require P17,P19 --given ncp=R', 'design --require P17 --home V438 --over ncp,order,timing'],
  run: async (given, operands, session) => {
    if (operands.length > 0) throw new Failure(`design takes no names: --require ${operands.join(',')}`);
    const names = listed(textsOf(given, 'require'));
    if (names.length === 0) throw new Failure('design needs the claims that must hold: --require P17,P19');
    const { landscape, home, claims } = placed((await session.landscapes?.()) ?? [], names, textOf(given, 'home'));
    const fixed = valuesOf(landscape.axes, textsOf(given, 'given'));
    const start = placeOf(landscape, home, fixed);
    const maxStates = count(given, 'max-states') ?? usualStates;
    const [result, left] = await supervised(given, session, async (searches) => {
      const verdicts = new Verdicts(searches, landscape, claims, maxStates);
      const asked = listed(textsOf(given, 'over'));
      const names = home.axes ?? landscape.axes.map(({ name }) => name);
      const open =
        asked.length > 0
          ? { over: decidables(landscape, asked), left: [] }
          : await openChoices(landscape, start, Object.keys(fixed), [...names, ...Object.keys(fixed)], verdicts);
      return [await designed({ landscape, home, claims, given: fixed, over: open.over }, verdicts), open.left] as const;
    });
    if (left.length > 0)
      session.note(`these matter too, and are left as they are: ${left.join(', ')}; choose with --over`);
    const code = result.unknown > 0 ? 30 : 0;
    if (given['json']) {
      session.say(
        JSON.stringify({ home: home.name, require: claims, given: fixed, ...result, exitCode: code }, undefined, 2),
      );
      return code;
    }
    const place = [home.name, changes(fixed)].filter((text) => text !== '').join(', ');
    session.say(designText(result, place, session));
    session.say(`reproduce: ${session.commandLine}`);
    return code;
  },
};

const listed = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');

/** A landscape in which all claims are at home, and the home from which they are seen. */
function placed(
  landscapes: readonly Landscape[],
  names: readonly string[],
  wanted: string | undefined,
): { readonly landscape: Landscape; readonly home: Home; readonly claims: readonly string[] } {
  chosen(landscapes, names, undefined);
  for (const landscape of landscapes) {
    const homes = landscape.homes.filter(({ name }) => wanted === undefined || name === wanted);
    const claimsOf = (home: Home) => [...claimsAt(home, pointAt(landscape.axes, home.at)).keys()];
    const all = [...new Set(landscape.homes.flatMap(claimsOf))];
    if (!names.every((name) => all.some((claim) => isMeant(claim, [name]))) || homes.length === 0) continue;
    const has = (home: Home): number =>
      names.filter((name) => claimsOf(home).some((claim) => isMeant(claim, [name]))).length;
    const home = homes.reduce((best, one) => (has(one) > has(best) ? one : best));
    return { landscape, home, claims: all.filter((claim) => isMeant(claim, names)) };
  }
  const homes = landscapes.flatMap((landscape) => landscape.homes.map(({ name }) => name));
  if (wanted !== undefined && !homes.includes(wanted)) throw unknown('home', wanted, homes);
  throw new Failure(
    `no landscape has all of ${names.join(', ')}; require those of one at a time (frontier --axes lists them)`,
  );
}

/** @throws Failure (150) at an axis that is not there, is no choice, or is named twice. */
function decidables({ axes }: Landscape, names: readonly string[]): readonly Decidable[] {
  return names.map((name, place) => {
    if (names.indexOf(name) < place) throw new Failure(`--over names ${name} twice; once is enough`);
    const axis = axes.find((candidate) => candidate.name === name);
    if (!axis)
      throw unknown(
        'choice',
        name,
        axes.filter(({ kind }) => kind === 'choice').map((one) => one.name),
      );
    if (axis.kind === 'assumption')
      throw new Failure(`nobody chooses ${name}; say what goes wrong with --given ${name}=...`);
    return { name, values: axis.values };
  });
}
