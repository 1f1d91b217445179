import { stepClasses } from '../compose/step-classes.ts';
import type { Fairness, System } from '../model/index.ts';

/** What a search assumes of steps that stay possible, in words. */
export function fairnessText(system: System): string {
  const classes = [...stepClasses(system)];
  const of = (kind: Fairness): readonly string[] =>
    classes.filter(([, fairness]) => fairness === kind).map(([name]) => name);
  const parts = [
    of('weak').length > 0 ? `weak for ${of('weak').length} classes of steps` : '',
    of('strong').length > 0 ? `strong for ${named(of('strong'))}` : '',
    of('none').length > 0 ? `none for ${named(of('none'))}` : '',
  ];
  return parts.filter(Boolean).join('; ') || 'no step need ever be taken';
}

const named = (names: readonly string[]): string =>
  names.length <= 6 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
