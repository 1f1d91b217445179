/**
 * The specification patterns of M. B. Dwyer, G. S. Avrunin and J. C. Corbett ("Patterns in Property Specifications for
 * Finite-State Verification", 1999) as formulas.
 *
 * A scope gives segments of a run; a pattern says what each of them is like. `before(r)`: from the start up to, not
 * including, the first r; none if there is no r. `after(q)`: from the first q on. `between(q, r)`: from each q that is no
 * r up to, not including, the next r; none if none comes. `afterUntil(q, r)`: the same, for ever where no r comes.
 */
import type { Formula } from '../model/index.ts';
import { and, eventually, globally, implies, next, not, or, unless, until } from './formulas.ts';

/** A formula that says of each segment what `body` says; `end`: what ends a segment. */
export type Scope = (body: (end: Formula | undefined) => Formula) => Formula;

/** The whole run. */
export const throughout: Scope = (body) => body(undefined);
export const before =
  (r: Formula): Scope =>
  (body) =>
    implies(eventually(r), body(r));
export const after =
  (q: Formula): Scope =>
  (body) =>
    unless(not(q), and(q, body(undefined)));
export const between =
  (q: Formula, r: Formula): Scope =>
  (body) =>
    globally(implies(and(q, edge(r), eventually(r)), body(r)));
export const afterUntil =
  (q: Formula, r: Formula): Scope =>
  (body) =>
    globally(implies(and(q, edge(r)), body(r)));

/** Not there: said for the edge of a segment alone, where both may come together. */
const edge = (of: Formula): Formula => ({ operator: '!', of, edge: true });

/** Within a segment: now or later. */
const within = (p: Formula, end: Formula | undefined): Formula =>
  end === undefined ? eventually(p) : until(not(end), and(p, edge(end)));
/** Within a segment: now and up to its end. */
const allAlong = (p: Formula, end: Formula | undefined): Formula => (end === undefined ? globally(p) : unless(p, end));
/** Within a segment: up to its end, or up to `goal`. */
const upTo = (p: Formula, goal: Formula, end: Formula | undefined): Formula =>
  unless(p, end === undefined ? goal : or(goal, end));

/** p never is. */
export const absence = (p: Formula, scope: Scope = throughout): Formula => scope((end) => allAlong(not(p), end));
/** p is, once at least. */
export const existence = (p: Formula, scope: Scope = throughout): Formula => scope((end) => within(p, end));
/** p always is. */
export const universality = (p: Formula, scope: Scope = throughout): Formula => scope((end) => allAlong(p, end));
/** p comes twice at most: two stretches of positions at which it is. */
export const boundedExistence = (p: Formula, scope: Scope = throughout): Formula =>
  scope((end) => {
    const never = allAlong(not(p), end);
    const once = upTo(not(p), upTo(p, never, end), end);
    return upTo(not(p), upTo(p, once, end), end);
  });
/** Where `effect` is, `cause` is or has been. */
export const precedence = (cause: Formula, effect: Formula, scope: Scope = throughout): Formula =>
  scope((end) => upTo(not(effect), cause, end));
/** Where `stimulus` is, `reaction` is or will be. */
export const response = (stimulus: Formula, reaction: Formula, scope: Scope = throughout): Formula =>
  scope((end) => allAlong(implies(stimulus, within(reaction, end)), end));
/** Where `effect` is, `first` has been and, after it, `second` is or has been. */
export const precedenceChain = (first: Formula, second: Formula, effect: Formula, scope: Scope = throughout): Formula =>
  scope((end) => upTo(not(effect), and(first, edge(effect), next(upTo(not(effect), second, end))), end));
/** Where `stimulus` is, `first` is or will be and, after it, `second` will be. */
export const responseChain = (stimulus: Formula, first: Formula, second: Formula, scope: Scope = throughout): Formula =>
  scope((end) => allAlong(implies(stimulus, within(and(first, next(within(second, end))), end)), end));
