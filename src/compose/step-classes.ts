import { type Fairness, ModelError, type Party, type System } from '../model/index.ts';

/**
 * Every step class of a system with its fairness, in the order of the steps: parties' own, then channels'.
 *
 * @throws ModelError when steps of one class are declared with different fairness.
 */
export function stepClasses(description: System): Map<string, Fairness> {
  const classes = new Map<string, Fairness>();
  const add = (name: string, fairness: Fairness): void => {
    const known = classes.get(name) ?? fairness;
    if (known !== fairness) {
      throw new ModelError(
        `system "${description.name}": the steps of class "${name}" are declared ${known} and ${fairness}; ` +
          'steps of one class share one fairness',
      );
    }
    classes.set(name, fairness);
  };
  for (const [name, party] of Object.entries(description.parties)) {
    for (const step of party.own ?? []) add(ownClass(name, step), step.fairness);
  }
  for (const [name, channel] of Object.entries(description.channels)) {
    if (channel.kind !== 'fifo') continue;
    add(`${name} delivers`, channel.fairness ?? 'weak');
    if (channel.loses) add(`${name} loses`, 'none');
    if (channel.duplicates) add(`${name} duplicates`, 'none');
  }
  return classes;
}

/** The fairness class of an own step: as declared, else `<party>.<event type>`. */
export const ownClass = (party: string, step: NonNullable<Party['own']>[number]): string =>
  step.class ?? `${party}.${step.event.type}`;
