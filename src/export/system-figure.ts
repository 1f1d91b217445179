import { type Arrow, type Box, type Figure, margin, type Row, titleHeight, titleSize } from './figure.ts';
import { lineHeight, unindented, widestLine, type Word, wrapped } from './inked-lines.ts';
import type { DescribedChannel, DescribedParty, SystemDescription } from './system-description.ts';
import { textWidth } from '../svg/text-width.ts';

/** Where a system stands: the states of parties and the messages in channels, in words. */
export type Standing = {
  readonly party: Readonly<Record<string, string>>;
  readonly channel: Readonly<Record<string, readonly string[]>>;
};

const rowWidth = 230;
const labelWidth = 170;

/** A system as boxes and arrows: parties by lanes, fifo channels as pipes between them, direct ones as dotted arrows. */
export function systemFigure(system: SystemDescription, standing: Standing = { party: {}, channel: {} }): Figure {
  const lanes = new Map<string, Box[]>();
  for (const party of system.parties) {
    lanes.set(party.lane, [...(lanes.get(party.lane) ?? []), partyBox(party, standing.party[party.name])]);
  }
  const used = system.channels.filter(({ name }) => system.flows.some(({ channel }) => channel === name));
  const pipes = used
    .filter(({ kind }) => kind === 'fifo')
    .map((each) => pipeBox(each, standing.channel[each.name] ?? []));
  const boxes = [...lanes].map(([lane, inner]) =>
    inner.length === 1 && inner[0]!.title === lane ? inner[0]! : boxOf('region', `lane ${lane}`, lane, '', [], inner),
  );
  const root = boxOf('outer', 'system', system.name, '', unusedRows(system, used), [...boxes, ...pipes]);
  return { root, arrows: [...directArrows(system), ...pipeArrows(system)] };
}

function boxOf(
  shape: Box['shape'],
  id: string,
  title: string,
  remark: string,
  rows: readonly Row[],
  boxes: readonly Box[] = [],
  marks: readonly string[] = [],
): Box {
  const lines = rows.flatMap((row) => row.lines);
  const titleWidth = textWidth(`${title} ${remark}`, titleSize, 'bold');
  const width = Math.ceil(Math.max(titleWidth, widestLine(lines)) + 2 * margin);
  const height = titleHeight + (lines.length > 0 ? lines.length * lineHeight + 10 : 2);
  return { shape, id, title, remark, rows, boxes, marks, width, height };
}

const row = (words: readonly Word[], width = rowWidth): Row => ({ lines: wrapped(words, width), tip: '', marks: [] });

const listed = (texts: readonly string[], ink: Word['ink']): readonly Word[] =>
  texts.map((text, index) => ({ ink, text: index < texts.length - 1 ? `${text},` : text }));

function partyBox({ name, chart, own }: DescribedParty, state: string | undefined): Box {
  const rows = [
    ...(state === undefined ? [] : [row(listed(state.split(' '), 'name'))]),
    ...(own.length > 0 ? [row([{ ink: 'plain', text: 'itself:' }, ...listed(own, 'event')])] : []),
  ];
  return boxOf(
    'state',
    `party ${name}`,
    name,
    chart === name ? '' : chart,
    rows,
    [],
    state === undefined ? [] : ['lit'],
  );
}

function pipeBox({ name, capacity, loses, duplicates }: DescribedChannel, waiting: readonly string[]): Box {
  const faults = [...(loses ? [`may lose ${loses}`] : []), ...(duplicates ? [`may deliver ${duplicates} twice`] : [])];
  const rows = [
    ...faults.map((text) => row([{ ink: 'guard', text }])),
    ...(waiting.length > 0 ? [row(listed(waiting, 'name'))] : []),
  ];
  return boxOf('pipe', `channel ${name}`, name, `holds ${capacity}`, rows, [], waiting.length > 0 ? ['lit'] : []);
}

function unusedRows({ channels }: SystemDescription, used: readonly DescribedChannel[]): readonly Row[] {
  const unused = channels.filter((channel) => !used.includes(channel)).map(({ name }) => name);
  if (unused.length === 0) return [];
  return [row([{ ink: 'plain', text: 'nothing sent on:' }, ...listed(unused, 'plain')], 2 * rowWidth)];
}

const label = (words: readonly Word[]): readonly Row[] => {
  const { lines, ...rest } = row(words, labelWidth);
  return [{ ...rest, lines: unindented(lines) }];
};

function directArrows({ channels, flows }: SystemDescription): readonly Arrow[] {
  const direct = new Set(channels.filter(({ kind }) => kind === 'direct').map(({ name }) => name));
  return flows
    .filter(({ channel }) => direct.has(channel))
    .map(({ from, to, port, channel, types }) => ({
      id: `${from} ${channel} ${to}`,
      from: `party ${from}`,
      to: `party ${to}`,
      rows: label([{ ink: 'plain', text: `${port}:` }, ...listed(types, 'event')]),
      marks: ['direct'],
    }));
}

/** From the sender into the pipe with the types; out of it without, where only one party can receive. */
function pipeArrows({ channels, flows }: SystemDescription): readonly Arrow[] {
  return channels
    .filter(({ kind }) => kind === 'fifo')
    .flatMap(({ name }) => {
      const through = flows.filter(({ channel }) => channel === name);
      const senders = [...new Set(through.map(({ from }) => from))];
      const receivers = [...new Set(through.map(({ to }) => to))];
      const typesOf = (of: typeof through): readonly string[] => [...new Set(of.flatMap(({ types }) => types))].sort();
      return [
        ...senders.map((from) => {
          const sent = through.filter((flow) => flow.from === from);
          const words: readonly Word[] = [
            { ink: 'plain', text: `${sent[0]!.port}:` },
            ...listed(typesOf(sent), 'event'),
          ];
          return {
            id: `${from} into ${name}`,
            from: `party ${from}`,
            to: `channel ${name}`,
            rows: label(words),
            marks: [],
          };
        }),
        ...receivers.map((to) => {
          const types = typesOf(through.filter((flow) => flow.to === to));
          const rows = receivers.length > 1 ? label(listed(types, 'event')) : [];
          return { id: `${name} to ${to}`, from: `channel ${name}`, to: `party ${to}`, rows, marks: [] };
        }),
      ];
    });
}
