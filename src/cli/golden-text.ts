import type { Run } from '../model/index.ts';

import { whyLines } from '../trace/index.ts';
import type { Shown } from './searches.ts';

/** The file that the violations of a run are kept in: its name with folders for slashes. */
export const goldenFile = (folder: string, run: string): string => `${folder}/${run}.txt`;

/**
 * The violations of a run, each with its shortest trace, a line for each step: who acts or which channel delivers, the
 * message, what it sends; below each claim why it comes to that. Claims that one trace violates stand together.
 *
 * @returns undefined for a run without violations.
 */
export function goldenText(
  { name, summary }: Pick<Run, 'name' | 'summary'>,
  shown: readonly Shown[],
): string | undefined {
  if (shown.length === 0) return undefined;
  const traces = new Map<string, Map<string, string[]>>();
  for (const one of shown) {
    const trace = traceText(one);
    const why = whyLines(one.story)
      .map((line) => `\n      ${line}`)
      .join('');
    const claimsFor = traces.get(trace) ?? new Map<string, string[]>();
    traces.set(trace, claimsFor.set(why, [...(claimsFor.get(why) ?? []), `violated: ${one.claim}`]));
  }
  const parts = [...traces].map(([trace, claimsFor]) =>
    [...[...claimsFor].map(([why, claims]) => claims.join('\n') + why), trace].join('\n'),
  );
  return `${[`${name}\n${summary}`, ...parts].join('\n\n')}\n`;
}

function traceText({ story, trace }: Shown): string {
  const rows = story.episodes.map(({ text, sends }, index): readonly string[] => {
    const { kind, party, channel } = trace.steps[index]!;
    const sent = sends.map(({ to, text: message, direct }) => `${direct ? '' : '~'}${to} ${message}`);
    const what = kind === 'own' || kind === 'deliver' ? text : `${kind}s ${text}`;
    return [channel ?? party, what, sent.length > 0 ? `> ${sent.join('; ')}` : ''];
  });
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  const lines = rows.map(([who = '', what = '', sent = ''], index) =>
    `${String(index + 1).padStart(4)}  ${who.padEnd(widths[0]!)}  ${what.padEnd(widths[1]!)}  ${sent}`.trimEnd(),
  );
  if (story.loop !== undefined) {
    lines.splice(story.loop, 0, '      for ever:');
    lines.push(`      back to ${story.loop + 1}`);
  }
  return lines.length === 0 ? '      at the start' : lines.join('\n');
}
