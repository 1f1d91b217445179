import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

import { textWidth } from '../../src/svg/text-width.ts';

/** How wide a TrueType font makes a sign, in thousandths of its size; by its tables cmap (format 4), hhea, hmtx, head. */
function fontWidths(file: string): (sign: string) => number {
  const font = readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/arimo/${file}`));
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  const [cmap, hmtx] = [tables.get('cmap')!, tables.get('hmtx')!];
  const perEm = font.readUInt16BE(tables.get('head')! + 18);
  const metrics = font.readUInt16BE(tables.get('hhea')! + 34);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  );
  const map = subtables.find((at) => font.readUInt16BE(at) === 4)!;
  const doubled = font.readUInt16BE(map + 6);
  const glyph = (code: number): number => {
    for (let at = 0; at < doubled; at += 2) {
      if (font.readUInt16BE(map + 14 + at) < code) continue;
      const first = font.readUInt16BE(map + 16 + doubled + at);
      const delta = font.readUInt16BE(map + 16 + 2 * doubled + at);
      const place = map + 16 + 3 * doubled + at;
      const range = font.readUInt16BE(place);
      if (range === 0) return (code + delta) & 0xffff;
      return (font.readUInt16BE(place + range + 2 * (code - first)) + delta) & 0xffff;
    }
    return 0;
  };
  return (sign) => (font.readUInt16BE(hmtx + 4 * Math.min(glyph(sign.codePointAt(0)!), metrics - 1)) * 1000) / perEm;
}

test.for([
  ['regular', '400Regular/Arimo_400Regular.ttf'],
  ['bold', '700Bold/Arimo_700Bold.ttf'],
] as const)('the widths of %s are those of the font that PNGs are drawn with', ([weight, file]) => {
  const inFont = fontWidths(file);
  const signs = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index));
  const differing = [...signs, '×', '→'].filter((sign) => Math.abs(textWidth(sign, 1000, weight) - inFont(sign)) > 1);
  expect(differing).toEqual([]);
});
