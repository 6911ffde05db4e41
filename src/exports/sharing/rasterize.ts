import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { create } from 'fontkitten';

import type { Typeface } from './share-image.ts';

/** The typeface of images (SIL Open Font License). With the fonts of the machine, images would differ between machines. */
const fontFile = '@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf';

const readPackaged = (file: string) => readFile(resolve('node_modules', file));

let loading: Promise<void> | undefined;

/** Reads the typeface that {@link rasterize} uses. */
export async function readTypeface(): Promise<Typeface> {
  const font = create(await readPackaged(fontFile));
  if (font.isCollection) throw new Error(`${fontFile} is a font collection; a single font is needed.`);
  return {
    family: font.familyName,
    widthOf(character) {
      const code = character.codePointAt(0) ?? 0;
      if (!font.hasGlyphForCodePoint(code)) return undefined;
      return font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
    },
  };
}

/** Converts an SVG document to PNG, the same on every machine: resvg as WebAssembly uses no fonts but the one it is given. */
export async function rasterize(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  loading ??= readPackaged('@resvg/resvg-wasm/index_bg.wasm').then(initWasm);
  await loading;
  const image = new Resvg(svg, {
    font: { fontBuffers: [await readPackaged(fontFile)] },
    textRendering: 2,
    shapeRendering: 2,
  });
  return new Uint8Array(image.render().asPng());
}
