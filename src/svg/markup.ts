/** Text as XML 1.0 takes it, in content and in attributes; signs that it cannot hold are replaced. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A length with at most one decimal, so that every machine writes the same digits. */
export const number = (value: number): string => String(Math.round(value * 10) / 10);

/** An element that holds others, or nothing; attributes that are undefined or empty are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly string[]
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escaped(value!)}"`)
    .join('');
  const inner = content.join('');
  return inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>`;
}
