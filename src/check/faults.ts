import type { Composition } from '../compose/index.ts';

/**
 * By class: 1 where its steps are faults. Losses and duplications are, and the classes that the system calls so; where it
 * names none, all steps that nobody ever has to take.
 */
export function faultsOf({ slots, classNames, classFairness, description }: Composition): Uint8Array {
  const { faults } = description;
  const faulty = Uint8Array.from(classNames, (name, number) =>
    (faults === undefined ? classFairness[number] === 'none' : faults.includes(name)) ? 1 : 0,
  );
  for (const { kind, class: name } of slots) if (kind === 'lose' || kind === 'duplicate') faulty[name] = 1;
  return faulty;
}
