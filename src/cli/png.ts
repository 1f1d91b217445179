import { createRequire } from 'node:module';

import type * as rasteriser from '@resvg/resvg-js';

import { Failure } from './failure.ts';

/** The optional packages that make a PNG: a rasteriser and a font, and how to get both. */
const packages = '@resvg/resvg-js@2.6.2 @expo-google-fonts/arimo@0.4.3';

/** Loads the rasteriser; stands for what is installed in tests of what is not. */
export type Rasteriser = () => Promise<typeof rasteriser>;

const installed: Rasteriser = () => import('@resvg/resvg-js');

/**
 * An SVG picture as PNG, two pixels to one, with the font Arimo whatever fonts the machine has.
 *
 * The colours of the picture must be written out: the rasteriser knows neither variables nor media queries.
 *
 * @throws Failure (150) saying what to install, when the packages are not there.
 */
export async function png(svg: string, load: Rasteriser = installed): Promise<Uint8Array> {
  const { Resvg } = await optional(load);
  const fontFiles = await optional(async () => fonts());
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: false, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo', fontFiles },
  })
    .render()
    .asPng();
}

function fonts(): string[] {
  const require = createRequire(import.meta.url);
  return [
    require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'),
    require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'),
  ];
}

async function optional<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    throw new Failure(`PNG needs two packages that are not installed; get them with: npm install ${packages}`);
  }
}
