import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { rasterize, readTypeface } from '../../../../src/exports/sharing/rasterize.ts';
import { drawShareImage } from '../../../../src/exports/sharing/share-image.ts';

const mark = readFileSync('public/favicon.svg', 'utf8');
const typeface = await readTypeface();
const draw = (title: string) =>
  drawShareImage({ title, span: { first: '1923', last: '1923' }, mark }, typeface);
const textsIn = (svg: string) =>
  Array.from(
    svg.matchAll(/<text x="(\d+)" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)</g),
    ([, x, y, size, text]) => ({
      x: Number(x),
      y: Number(y),
      size: Number(size),
      text: (text ?? '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    }),
  );

describe('drawShareImage', () => {
  test.each([
    'Dateline',
    'The Harbour Archive of Norhaven',
    'Documents and despatches of the Ministry of Foreign Affairs, the State Council and the National Assembly',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'Хроника дня & <others>',
    'a'.repeat(400),
    'word '.repeat(200).trim(),
  ])('sets a title within the picture, above its years: %s', (title) => {
    const texts = textsIn(draw(title));
    const years = texts.pop();
    expect(years?.text).toBe('1923');
    expect(texts.length).toBeGreaterThan(0);
    for (const { x, y, size, text } of texts) {
      const width = [...text].reduce((sum, letter) => sum + (typeface.widthOf(letter) ?? Infinity), 0) * size;
      expect(x + width).toBeLessThan(1200 - 60);
      expect(y - size).toBeGreaterThan(84);
      expect(y + size / 3).toBeLessThan(488);
    }
    const shown = texts.map(({ text }) => text).join(' ');
    const whole = shown.replaceAll(' ', '') === title.replaceAll(' ', '');
    expect(whole).toBe(!shown.endsWith('…'));
  });

  test.each(['文匯報', 'خبر من المرفأ', 'עיתון', 'Ferry 🛶'])(
    'shows the mark alone where the typeface has not all of a title: %s',
    (title) => {
      expect(textsIn(draw(title)).map(({ text }) => text)).toEqual(['1923']);
      expect(draw(title)).toContain('<image');
    },
  );
});

// Another release of the typeface or of what draws may change it; nothing else may.
test('a picture has the same bytes on every machine', async () => {
  const picture = await rasterize(draw('Fixture & Sons'));
  expect(createHash('sha256').update(picture).digest('hex')).toBe(
    '5aa8ac4f63b160e2ff396feeca1d14cb2db82f4ed3e296dfb18ae0585afcda28',
  );
});
