import type { Action, State } from './chart.ts';
import type { GroupedTransition } from './grouped-transitions.ts';
import { type Line, type Word, wrapped } from './inked-lines.ts';
import { conditionText, isIgnored, triggerText } from './transition-words.ts';

/** Words of a transition: events, guard, actions, and where it goes unless an arrow shows that. */
export function transitionWords(transition: GroupedTransition, arrowTo?: string, count?: string): readonly Word[] {
  const { events } = transition;
  const heads = events.map((event) => triggerText({ ...transition, event })).filter(Boolean);
  const condition = conditionText(transition);
  return [
    ...heads.map((text, index): Word => ({ ink: 'event', text: index < heads.length - 1 ? `${text},` : text })),
    ...condition.split(/(?<=\)|\w) (?=and |or )/).flatMap((text): Word[] => (text ? [{ ink: 'guard', text }] : [])),
    ...(isIgnored(transition) ? [{ ink: 'plain', text: '/ (ignored)' } as const] : actionWords(transition.actions)),
    ...(arrowTo === undefined ? [] : [{ ink: 'plain', text: `→ ${arrowTo}` } as const]),
    ...(count === undefined ? [] : [{ ink: 'plain', text: count } as const]),
  ];
}

/** `/ first; second`, equal ones beside each other counted: `send ×3`. */
export function actionWords(actions: readonly Action[]): readonly Word[] {
  const runs: { text: string; times: number }[] = [];
  for (const { text } of actions) {
    const last = runs.at(-1);
    if (last?.text === text) last.times++;
    else runs.push({ text, times: 1 });
  }
  return runs.map(({ text, times }, index) => ({
    ink: 'action',
    text: `${index === 0 ? '/ ' : ''}${text}${times > 1 ? ` ×${times}` : ''}${index < runs.length - 1 ? ';' : ''}`,
  }));
}

/** What a state does on being entered and left, a line or several for each. */
export function entryRows({ entry, exit }: State, width: number): readonly Line[] {
  return [['entry', entry] as const, ['exit', exit] as const].flatMap(([word, actions]) =>
    actions.length === 0 ? [] : wrapped([{ ink: 'plain', text: word }, ...actionWords(actions)], width),
  );
}
