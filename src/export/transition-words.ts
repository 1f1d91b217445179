/**
 * Guards and transitions in words.
 */
import type { Guard, Transition } from './chart.ts';

/** A guard as a reader says it: `mayGoOn and not busy`. */
export function guardText(guard: Guard): string {
  switch (guard.kind) {
    case 'named':
      return `${guard.name}${paramsText(guard.params)}`;
    case 'in':
      return `in ${guard.states.join(' and ')}`;
    case 'not':
      return `not ${inner(guard.of[0]!)}`;
    default:
      return guard.of.map(inner).join(` ${guard.kind} `);
  }
}

const inner = (guard: Guard): string =>
  guard.kind === 'and' || guard.kind === 'or' ? `(${guardText(guard)})` : guardText(guard);

function paramsText(params: unknown): string {
  if (params === undefined || params === null) return '';
  const values = typeof params === 'object' ? Object.values(params) : [params];
  return `(${values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value))).join(', ')})`;
}

/** What a transition waits for: the event, `after 100`, `done`; nothing for `always` with a guard. */
export function triggerText({ trigger, event, guard, otherwise }: Omit<Transition, 'id'>): string {
  if (trigger === 'event') return event;
  if (trigger === 'always') return guard || otherwise ? '' : 'always';
  return trigger === 'after' ? `after ${event}` : 'done';
}

/** The condition in brackets; `[else]` behind guarded candidates; empty without either. */
export const conditionText = ({ guard, otherwise }: Pick<Transition, 'guard' | 'otherwise'>): string =>
  guard ? `[${guardText(guard)}]` : otherwise ? '[else]' : '';

/** Nothing is done and the state is kept: the event is taken note of. */
export const isIgnored = ({ targets, actions }: Pick<Transition, 'targets' | 'actions'>): boolean =>
  targets.length === 0 && actions.length === 0;

/** A transition in one line, without its target: `ACK [confirms] / turn; count`. */
export function transitionText(transition: Transition): string {
  const actions = transition.actions.map(({ text }) => text).join('; ');
  const does = actions || (isIgnored(transition) ? '(ignored)' : '');
  return [triggerText(transition), conditionText(transition), does && `/ ${does}`].filter(Boolean).join(' ');
}
