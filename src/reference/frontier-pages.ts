import { type Frontier, isBad } from '../frontier/index.ts';
import { designPage } from './design-page.ts';
import { brokenAlone, brokenTogether, mendsText, needsSentence, takesPairs } from './frontier-needs.ts';
import { frontierSection } from './frontier-section.ts';
import { codeOf, type FrontierSource, type Surveyed } from './frontier-source.ts';
import { generatedNote } from './generated-note.ts';
import { codeBlock, counted, folded, grouped, linkedTable, wrapped } from './markdown.ts';
import { between, frontierPlace, places } from './page-links.ts';

const note = generatedNote('docs/frontier.json, which `matching-rfc frontier --all --record` writes');

/** The pages of the frontier: one for each claim, and the table of all; and the decision tables. */
export function frontierPages(source: FrontierSource): ReadonlyMap<string, string> {
  const claims = [...new Set(source.surveyed.flatMap(({ frontiers }) => frontiers.map(({ claim }) => claim)))];
  const claimPlaces = new Map<string, string>();
  for (const claim of claims.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    claimPlaces.set(claim, frontierPlace(claim, [...claimPlaces.values()]));
  }
  return new Map([
    [places.frontier, indexPage(source, claimPlaces)],
    ...[...claimPlaces].map(([claim, place]) => [place, claimPage(source, claim, place)] as const),
    [places.design, designPage(source, note)],
  ]);
}

const staleText = ({ stale }: FrontierSource): readonly string[] =>
  stale
    ? [
        wrapped(
          '**Stale:** the specification has changed since this was searched. `npx matching-rfc frontier --all --record` searches it anew.',
        ),
      ]
    : [];

function claimPage(source: FrontierSource, claim: string, place: string): string {
  const own = source.surveyed.flatMap(({ landscape, frontiers }) =>
    frontiers.filter((one) => one.claim === claim).map((frontier) => ({ landscape, frontier })),
  );
  const sections = own.flatMap(({ landscape, frontier }) => frontierSection(landscape, frontier, source.width));
  const exceptions = source.surveyed.flatMap((one) => one.exceptions.filter((exception) => exception.claim === claim));
  const drawings = source.drawn.filter((one) => one.claim === claim);
  const asked = `'${claim.replaceAll("'", "'\\''")}'`;
  return `${[
    note,
    `# What it needs: ${claim}`,
    ...staleText(source),
    needsSentence(own, source.width),
    ...sections,
    ...(exceptions.length > 0
      ? [
          '## Where more allowed is not worse',
          wrapped(
            `For this claim more may happen and it comes to hold, or a witness is lost: ${exceptions.map(({ axis }) => `\`${axis}\``).join(', ')}. Nothing was inherited along it: every point was searched.`,
          ),
        ]
      : []),
    ...(drawings.length > 0
      ? [
          '## Just beyond an edge',
          'The shortest counterexamples, taken again on live actors.',
          ...drawings.map(({ home, at, lines }) =>
            folded(
              `${home}${at === '' ? '' : ` with ${at}`}`,
              `${codeBlock(lines)}\n\n${codeBlock([`npx matching-rfc frontier ${asked} --home ${home}${at === '' ? '' : ` --at ${at}`}`], 'sh')}`,
            ),
          ),
        ]
      : []),
    codeBlock([`npx matching-rfc frontier ${asked}`], 'sh'),
    `All claims: [frontier](${between(place, places.frontier)}).`,
  ].join('\n\n')}\n`;
}

function indexPage(source: FrontierSource, claimPlaces: ReadonlyMap<string, string>): string {
  const { surveyed, width, maxStates, sampleEvery } = source;
  const sum = (field: 'points' | 'searches' | 'inherited' | 'confirmed'): number =>
    surveyed.reduce((total, one) => total + one[field], 0);
  return `${[
    note,
    '# What each claim needs',
    ...staleText(source),
    wrapped(
      `Every claim was decided around its homes: at the home itself, at every single departure from it, and around some homes at every ${width} at once: ${grouped(sum('points'))} points, ${grouped(sum('searches'))} searches. A claim that fails at a point fails at every weaker one, so ${grouped(sum('inherited'))} verdicts were inherited; at one point in ${sampleEvery} they were searched all the same, and ${grouped(sum('confirmed'))} confirmed. Where it is not so, the exception is listed below. A point with more than ${grouped(maxStates)} states is unknown, and so is what a full queue cuts off: nothing is claimed of it.`,
    ),
    wrapped(
      '*Breaks alone* are single departures from the home that break the claim, or what mends it where it fails at the home itself (✗). *Together* are pairs of departures that break it though neither does alone: *none* where pairs were searched and none breaks it, *not searched* where departures were taken one by one only, a dash where the claim fails at the home itself. Each page has the pairs, what mends them, and the shortest counterexample.',
    ),
    ...surveyed.flatMap((one) => landscapeText(one, claimPlaces, width)),
  ].join('\n\n')}\n`;
}

function landscapeText(
  { landscape, frontiers, exceptions }: Surveyed,
  claimPlaces: ReadonlyMap<string, string>,
  width: number,
): readonly string[] {
  const rows = frontiers.map((frontier) => {
    const { claim, home, base } = frontier;
    return [
      `[${claim}](${between(places.frontier, claimPlaces.get(claim)!)})`,
      home,
      isBad(base.code) ? '✗' : base.code === '?' ? '?' : '✓',
      ...brokenCells(
        frontier,
        takesPairs(
          landscape.homes.find(({ name }) => name === home)!,
          width,
        ),
      ),
    ];
  });
  const axes = landscape.axes.map(({ name, says, kind, values }) => [
    `\`${name}\``,
    kind,
    says,
    values.map((value) => `\`${value}\``).join(', '),
  ]);
  const table = (heads: readonly string[], lines: readonly (readonly string[])[]): string =>
    linkedTable(
      heads.map((head) => ({ head })),
      lines,
    );
  return [
    `## The landscape ${landscape.name}`,
    wrapped(`${landscape.says[0]!.toUpperCase()}${landscape.says.slice(1)}.`),
    table(['claim', 'home', 'there', 'breaks alone', 'together'], rows),
    '### Homes',
    landscape.homes.map(({ name, says }) => `- **${name}**: ${says}`).join('\n'),
    '### Axes',
    table(['axis', 'kind', 'what it says', 'values, the strongest or recommended first'], axes),
    ...(landscape.fixed.length > 0
      ? [
          '### What has no axis',
          table(
            ['what', 'why'],
            landscape.fixed.map(({ what, why }) => [what, why]),
          ),
        ]
      : []),
    ...(exceptions.length > 0
      ? [
          '### Where more allowed is not worse',
          exceptions.map(({ claim, axis, at }) => `- \`${axis}\` for *${claim}* (at \`${at}\`)`).join('\n'),
        ]
      : []),
  ];
}

/** What breaks a claim alone, or mends it where it fails at home; how many pairs break it, or why none is named. */
function brokenCells(frontier: Frontier, pairs: boolean): readonly [alone: string, together: string] {
  if (isBad(frontier.base.code)) {
    const by = mendsText(frontier, []);
    return [by === '' ? 'nothing that was tried mends it' : `good again with ${by}`, '–'];
  }
  const together = brokenTogether(frontier).length;
  return [
    brokenAlone(frontier)
      .map(({ at }) => codeOf(at))
      .join(' ') || 'nothing',
    together > 0 ? counted(together, 'pair') : pairs ? 'none' : 'not searched',
  ];
}
