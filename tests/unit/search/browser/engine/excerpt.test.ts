import { describe, expect, test } from 'vitest';

import { createExcerpt, type TextRun } from '../../../../../src/search/browser/engine/excerpt.ts';
import { separateCharacters } from '../../../../../src/search/browser/text/unspaced.ts';

const written = (passages: readonly TextRun[]) =>
  passages.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const title = 'Harbour opened';
const content = 'Harbour opened. The harbour was opened again on Tuesday, Ada Lind said.';

describe('createExcerpt', () => {
  test('marks the words in the title and in the text, without the punctuation around them', () => {
    const excerpt = createExcerpt(content, title, [0, 3, 8]);
    expect(written(excerpt.title)).toBe('[Harbour] opened');
    expect(written(excerpt.text)).toBe('The [harbour] was opened again on [Tuesday], Ada Lind said.');
    expect(excerpt.found).toEqual(['Harbour', 'harbour', 'Tuesday']);
  });

  test('marks words that follow one another as one', () => {
    const { text, found } = createExcerpt(content, title, [9, 10]);
    expect(written(text)).toBe('The harbour was opened again on Tuesday, [Ada Lind] said.');
    expect(found).toEqual(['Ada Lind']);
  });

  test('shows the beginning when no words were looked for', () => {
    expect(written(createExcerpt(content, title, []).text)).toBe(content.slice('Harbour opened. '.length));
  });

  test('shows the stretch with most of the words, and that there is more', () => {
    const filler = Array.from({ length: 120 }, (_, index) => `w${index}`);
    const long = ['Title.', 'ferry', ...filler, 'old', 'ferry', 'harbour', ...filler].join(' ');
    const { text } = createExcerpt(long, 'Title', [1, 123, 124]);
    expect(written(text)).toMatch(/^… w115 .* w119 old \[ferry harbour\] w0 .* …$/);
    expect(written(text).length).toBeLessThan(260);
  });

  test('puts the letters of unspaced scripts together again', () => {
    const parted = `${separateCharacters('港口新闻')}. ${separateCharacters('昨天王毅说，船到了 Norhaven。')}`;
    const { title: shown, text, found } = createExcerpt(parted, separateCharacters('港口新闻'), [6, 7]);
    expect(written(shown)).toBe('港口新闻');
    expect(written(text)).toBe('昨天[王毅]说，船到了 Norhaven。');
    expect(found).toEqual(['王毅']);
  });

  test('works for texts without a title, and for places that are not there', () => {
    expect(written(createExcerpt('just a text', '', [1, 99]).text)).toContain('[a]');
  });
});
