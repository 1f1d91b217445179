import { type System, hint, ModelError } from '../model/index.ts';

/**
 * The parties in groups: those that call each other directly move as one. Groups and members in the order of parties.
 *
 * @param met pairs of parties found to call each other where the description leaves it to a function.
 */
export function joinedParties(description: System, met: readonly (readonly [string, string])[]): string[][] {
  const names = Object.keys(description.parties);
  const leader = new Map(names.map((name) => [name, name]));
  const find = (name: string): string => {
    const above = leader.get(name);
    if (above === undefined) throw new ModelError(`there is no party "${name}"${hint(name, names)}`);
    return above === name ? name : find(above);
  };
  const join = (a: string, b: string): void => {
    leader.set(find(b), find(a));
  };
  for (const [name, { ports }] of Object.entries(description.parties)) {
    for (const channel of Object.values(ports ?? {})) {
      const { kind, to } = description.channels[channel]!;
      if (kind === 'direct' && typeof to === 'string') join(name, to);
    }
  }
  for (const [a, b] of met) join(a, b);
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(find(name), [...(groups.get(find(name)) ?? []), name]);
  return [...groups.values()].sort(([a], [b]) => names.indexOf(a!) - names.indexOf(b!));
}

/** Thrown when a direct call leaves its group: the groups must be made anew with these two parties in one. */
export class MetParty extends Error {
  readonly pair: readonly [string, string];

  constructor(pair: readonly [string, string]) {
    super(`${pair[0]} calls ${pair[1]}`);
    this.pair = pair;
  }
}
