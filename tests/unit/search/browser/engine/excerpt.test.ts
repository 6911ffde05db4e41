import { describe, expect, test } from 'vitest';

import { createExcerpt, type TextRun } from '../../../../../src/search/browser/engine/excerpt.ts';
import { createMarker } from '../../../../../src/search/browser/engine/find-marks.ts';
import { readQuery } from '../../../../../src/search/browser/state/query.ts';

const written = (runs: readonly TextRun[]) =>
  runs.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const excerptOf = (words: string, title: string, text: string) =>
  createExcerpt(title, text, createMarker(readQuery(words)));
const title = 'Harbour opened';
const text = 'The harbour was opened again on Tuesday, Ada Lind said.';

describe('createExcerpt', () => {
  test('marks the words in the title and in the text, without the punctuation around them', () => {
    const excerpt = excerptOf('harbour tuesday', title, text);
    expect(written(excerpt.title)).toBe('[Harbour] opened');
    expect(written(excerpt.text)).toBe('The [harbour] was opened again on [Tuesday], Ada Lind said.');
    expect(excerpt.found).toEqual(['Harbour', 'harbour', 'Tuesday']);
  });

  test('marks words that follow one another as one', () => {
    const { text: shown, found } = excerptOf('lind ada', title, text);
    expect(written(shown)).toBe('The harbour was opened again on Tuesday, [Ada Lind] said.');
    expect(found).toEqual(['Ada Lind']);
  });

  test.for([
    ['"open"', 'Open, opened, opening', '[Open], opened, opening'],
    ['opened', 'Open, opened, opening', '[Open], [opened], [opening]'],
    ['"ada lind"', 'Ada, Lind; Ada Berg Lind', '[Ada, Lind]; Ada Berg Lind'],
    ['1.05', 'from 10.5 to 1.05', 'from 10.5 to [1.05]'],
    ['wellbeing', 'a well-being day', 'a [well-being] day'],
    ['well-being', 'wellbeing, well being', '[wellbeing], [well being]'],
    ['harbour -ferry', 'harbour ferry', '[harbour] ferry'],
    ['ferry OR tram', 'a ferry, a tram', 'a [ferry], a [tram]'],
    ['resume', 'un résumé', 'un [résumé]'],
    ['fleet', 'the ﬂeet', 'the [ﬂeet]'],
    ['harbour', 'the har-\nbour', 'the [har-\nbour]'],
  ] as const)('marks for %s what it finds, and nothing else', ([words, given, marked]) => {
    expect(written(excerptOf(words, '', given).text)).toBe(marked);
  });

  test('shows the beginning when no words were looked for', () => {
    expect(written(excerptOf('', title, text).text)).toBe(text);
  });

  test('shows the stretch with most of the words, and that there is more', () => {
    const filler = Array.from({ length: 120 }, (_, index) => `w${index}`);
    const long = ['ferry', ...filler, 'old', 'ferry', 'harbour', ...filler].join(' ');
    const { text: shown } = excerptOf('ferry harbour', 'Title', long);
    expect(written(shown)).toMatch(/^… w1\d\d .* w119 old \[ferry harbour\] w0 .* …$/);
    expect(written(shown).length).toBeLessThan(270);
  });

  test('is no longer for texts without spaces', () => {
    const long = `${'今天下雨了。'.repeat(100)}王毅说。${'今天下雨了。'.repeat(100)}`;
    const { text: shown, found } = excerptOf('王毅', '', long);
    expect(written(shown)).toMatch(/^… .+\[王毅\]说。.+ …$/);
    expect(written(shown).length).toBeLessThan(270);
    expect(found).toEqual(['王毅']);
  });

  test('works for texts without a title, and without a text', () => {
    expect(written(excerptOf('a', '', 'just a text').text)).toBe('just [a] text');
    expect(excerptOf('a', '', '')).toEqual({ title: [], text: [], found: [] });
  });
});
