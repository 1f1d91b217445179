import type { Json, Message, System } from '../model/index.ts';

/**
 * A message in a few words: as the system labels it, else its type and fields.
 *
 * Fields `from` and `to` together are drawn as an arrow; a field that is null, false or undefined is left out.
 */
export function messageText(system: Pick<System, 'label'>, message: Message): string {
  return system.label ? system.label(message) : plainText(message);
}

function plainText({ type, from, to, ...rest }: Message): string {
  const ends = from !== undefined && to !== undefined ? [`${compact(from)}→${compact(to)}`] : [];
  const single =
    ends.length > 0 ? rest : { ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...rest };
  const fields = Object.entries(single)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => (value === true ? name : `${name}=${compact(value!)}`));
  return [type, ...ends, ...fields].join(' ');
}

/** A value with as few signs as tell it apart: an object of plain values is their sequence, `{B, 202}` is `B202`. */
function compact(value: Json): string {
  if (value === null) return '-';
  if (typeof value !== 'object') return String(value);
  const parts = (Array.isArray(value) ? value : Object.values(value)) as (Json | undefined)[];
  const texts = parts.filter((part) => part !== undefined).map((part) => compact(part!));
  return Array.isArray(value) ? `[${texts.join(',')}]` : texts.join('');
}
