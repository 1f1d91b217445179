import type { Captions } from './captions.ts';
import { sequence, shortLines } from './sequence.ts';
import type { Story } from './story.ts';

/**
 * A story as the text of a Mermaid sequence diagram, for pages that draw such texts.
 *
 * Source    mermaid.js.org/syntax/sequenceDiagram.html; signs that mean something to Mermaid are written as `#58;`.
 */
export function mermaid(story: Story, { title, notes = [], end }: Captions = {}): string {
  const name = new Map(story.lanes.map((lane, place) => [lane, `p${place}`]));
  const everybody = [...new Set([name.get(story.lanes[0]!), name.get(story.lanes.at(-1)!)])].join(',');
  const lines = sequence(story).flatMap((item) => {
    switch (item.kind) {
      case 'arrow':
        return [`${name.get(item.from)}${item.lost ? '--x' : '->>'}${name.get(item.to)}: ${escaped(item.text)}`];
      case 'note':
        return [`Note over ${name.get(item.lane)}: ${broken(item.lines)}`];
      case 'loop':
        return ['rect rgba(255, 140, 40, 0.12)', `loop ${escaped(item.text)}`];
      case 'end of loop':
        return ['end', 'end'];
    }
  });
  return [
    ...(title === undefined ? [] : ['---', `title: ${JSON.stringify(title)}`, '---']),
    'sequenceDiagram',
    ...[
      ...story.lanes.map((lane) => `participant ${name.get(lane)} as ${escaped(lane)}`),
      ...(notes.length > 0 ? [`Note over ${everybody}: ${broken(notes)}`] : []),
      ...lines,
      ...(end ? [`Note over ${everybody}: ${broken([end.text])}`] : []),
    ].map((line) => `    ${line}`),
    '',
  ].join('\n');
}

const broken = (texts: readonly string[]): string => texts.flatMap(shortLines).map(escaped).join('<br/>');

const escaped = (text: string): string =>
  text
    .replace(/[#:;%<>"&\\`{}]/g, (sign) => `#${sign.charCodeAt(0)};`)
    .replace(/\s+/g, ' ')
    // A line that ends in this word alone would end a block.
    .replace(/\bend\b/gi, (word) => `#${word.charCodeAt(0)};${word.slice(1)}`);
