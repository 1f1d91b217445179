import { codeBlock } from '../reference/index.ts';
import { enactFound, ladder, listing, type Story, tell } from '../trace/index.ts';

import type { Searched } from './documents.ts';

/** How wide a drawing may be, so that a page shows it without scrolling. */
const columns = 110;

/** Drawings of a transfer that completes: of RFC 478's figure its messages alone and with all states, of RFC 438's example. */
export function exchanges(searched: readonly Searched[]): Readonly<Record<'picture' | 'figure' | 'example', string>> {
  const [figure, example] = [completed(searched, 'orders/figure'), completed(searched, 'orders/example')];
  return { picture: drawn(messagesOnly(figure)), figure: drawn(figure), example: drawn(example) };
}

/** The shortest way to a completed transfer, taken on live actors. */
function completed(searched: readonly Searched[], name: string): Story {
  const { run, answer } = searched.find((one) => one.run.name === name)!;
  const { path } = answer.report.outcomes.find((outcome) => outcome.name === 'completes')!;
  const system = run.system();
  return tell(system, path, enactFound(system, path).views);
}

const messagesOnly = (story: Story): Story => ({
  ...story,
  initial: {},
  episodes: story.episodes.map((episode) => ({ ...episode, changes: [] })),
});

const drawn = (story: Story): string => codeBlock(ladder(story, { columns }) ?? listing(story, { columns }));
