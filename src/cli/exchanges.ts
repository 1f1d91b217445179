import { codeBlock } from '../reference/index.ts';
import { enactFound, ladder, ladderSvg, listing, type Story, tell } from '../trace/index.ts';

import type { Searched } from './documents.ts';

/** How wide a drawing may be, so that a page shows it without scrolling. */
const columns = 110;

/** The transfers that are drawn for pages: a run that completes, and whether the states of all machines are shown. */
const drawings = {
  picture: { run: 'orders/figure', name: 'rfc478', title: 'The exchange in the figure of RFC 478', states: false },
  figure: { run: 'orders/figure', name: 'rfc478-states', title: 'The exchange in the figure of RFC 478', states: true },
  example: { run: 'orders/example', name: 'rfc438', title: 'The exchange in the example of RFC 438', states: true },
} as const;

type Drawing = (typeof drawings)[keyof typeof drawings];

/**
 * The part of a page that shows a transfer that completes: a picture with the same in text folded below it.
 *
 * @param folder where the page stands, as `docs/`; the top of the repository by default.
 */
export function exchange(searched: readonly Searched[], which: keyof typeof drawings, folder = ''): string {
  const drawing = drawings[which];
  return pictured(drawing, completed(searched, drawing), folder);
}

/** The pictures that those parts show, by their paths: each for readers of light and of dark pages. */
export function exchangePictures(searched: readonly Searched[]): ReadonlyMap<string, string> {
  return new Map(
    Object.values(drawings).flatMap((drawing) => {
      const story = completed(searched, drawing);
      const { title } = drawing;
      return (['light', 'dark'] as const).map((theme) => [path(drawing, theme), ladderSvg(story, { theme, title })]);
    }),
  );
}

const path = ({ name }: Drawing, theme: 'light' | 'dark'): string => `docs/pictures/${name}-${theme}.svg`;

/** The shortest way to a completed transfer, taken on live actors. */
function completed(searched: readonly Searched[], { run: name, states }: Drawing): Story {
  const { run, answer } = searched.find((one) => one.run.name === name)!;
  const { path } = answer.report.outcomes.find((outcome) => outcome.name === 'completes')!;
  const system = run.system();
  const story = tell(system, path, enactFound(system, path).views);
  return states ? story : messagesOnly(story);
}

const messagesOnly = (story: Story): Story => ({
  ...story,
  initial: {},
  episodes: story.episodes.map((episode) => ({ ...episode, changes: [] })),
});

function pictured(drawing: Drawing, story: Story, folder: string): string {
  const source = (theme: 'light' | 'dark'): string => path(drawing, theme).slice(folder.length);
  return `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${source('dark')}">
  <img alt="${drawing.title}: a lane for each of ${story.lanes.join(', ')}, an arrow for each message" src="${source('light')}">
</picture>

<details>
<summary>The same in text (<code>·n</code>: sent at step n; <code>╌╌</code>: still on its way)</summary>

${codeBlock(ladder(story, { columns }) ?? listing(story, { columns }))}

</details>`;
}
