import type { Captions } from './captions.ts';
import { sequence, shortLines } from './sequence.ts';
import type { Story } from './story.ts';

/**
 * A story as the text of a PlantUML sequence diagram.
 *
 * Source    plantuml.com/sequence-diagram, plantuml.com/creole; signs that mean something to Creole are written as
 *           `<U+003C>`.
 */
export function plantuml(story: Story, { title, notes = [], end }: Captions = {}): string {
  const name = new Map(story.lanes.map((lane, place) => [lane, `p${place}`]));
  const everybody = [...new Set([name.get(story.lanes[0]!), name.get(story.lanes.at(-1)!)])].join(', ');
  const lines = sequence(story).flatMap((item) => {
    switch (item.kind) {
      case 'arrow':
        return [`${name.get(item.from)} ${item.lost ? '-->x' : '->'} ${name.get(item.to)} : ${escaped(item.text)}`];
      case 'note':
        return [`rnote over ${name.get(item.lane)} : ${broken(item.lines)}`];
      case 'loop':
        return [`group#FFD9B8 #FFF5EC ${escaped(item.text)}`];
      case 'end of loop':
        return ['end'];
    }
  });
  return [
    '@startuml',
    ...(title === undefined ? [] : [`title ${escaped(title)}`]),
    'hide footbox',
    ...story.lanes.map((lane) => `participant "${escaped(lane)}" as ${name.get(lane)}`),
    ...(notes.length > 0 ? [`note over ${everybody} : ${broken(notes)}`] : []),
    ...lines,
    ...(end ? [`note over ${everybody} ${end.bad ? '#FFE3E3' : '#E3F6E6'} : ${broken([end.text])}`] : []),
    '@enduml',
    '',
  ].join('\n');
}

const broken = (texts: readonly string[]): string => texts.flatMap(shortLines).map(escaped).join('\\n');

const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(
      /[\\~<>%&"|$!]|(?<=([-*/_=.^]))\1/g,
      (sign) => `<U+${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}>`,
    );
