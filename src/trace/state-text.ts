import { canonical } from '../model/index.ts';

/** The innermost states of an XState state value, each with its regions before it: `data.listening`. */
export function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value as Record<string, unknown>).flatMap(([region, inner]) => {
    const below = typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0 ? [] : leaves(inner);
    return below.length === 0 ? [region] : below.map((leaf) => `${region}.${leaf}`);
  });
}

/** A whole state value in words. */
export const stateText = (value: unknown): string => leaves(value).join(' ');

/** What is new in a state value: its innermost states that the value before had not; empty when nothing changed. */
export function newStates(before: unknown, after: unknown): string {
  if (before === after) return '';
  const had = new Set(leaves(before));
  return leaves(after)
    .filter((leaf) => !had.has(leaf))
    .join(' ');
}

/** Which fields of a context changed: `credit 0 → 1`. */
export function contextChanges(before: unknown, after: unknown): readonly string[] {
  if (before === after) return [];
  const [old, now] = [fields(before), fields(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => old[name] !== now[name] && show(old[name]) !== show(now[name]))
    .map((name) => `${name} ${show(old[name])} → ${show(now[name])}`);
}

const fields = (context: unknown): Record<string, unknown> =>
  typeof context === 'object' && context !== null ? (context as Record<string, unknown>) : {};

const show = (value: unknown): string => (value === undefined ? 'nothing' : canonical(value));
