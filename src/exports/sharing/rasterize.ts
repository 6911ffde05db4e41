import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { create } from 'fontkitten';

import type { Typeface } from './share-image.ts';

/** The one typeface of pictures (SIL Open Font License): those of the machine would make other pictures on each. */
const fontFile = '@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf';

const readPackaged = (file: string) => readFile(resolve('node_modules', file));

let drawing: Promise<void> | undefined;

/** Reads the typeface that {@link rasterize} sets texts in. */
export async function readTypeface(): Promise<Typeface> {
  const font = create(await readPackaged(fontFile));
  if (font.isCollection) throw new Error(`${fontFile} has several fonts.`);
  return {
    family: font.familyName,
    widthOf(character) {
      const code = character.codePointAt(0) ?? 0;
      if (!font.hasGlyphForCodePoint(code)) return undefined;
      return font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
    },
  };
}

/** Makes a PNG of an SVG document, the same on every machine: resvg as WebAssembly knows no fonts but the one it is given. */
export async function rasterize(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  drawing ??= readPackaged('@resvg/resvg-wasm/index_bg.wasm').then(initWasm);
  await drawing;
  const picture = new Resvg(svg, {
    font: { fontBuffers: [await readPackaged(fontFile)] },
    textRendering: 2,
    shapeRendering: 2,
  });
  return new Uint8Array(picture.render().asPng());
}
