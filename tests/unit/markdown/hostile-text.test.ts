import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createSharedNameFinder, type NamedRecord } from '../../../src/markdown/name-finder.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';
import { readRunningText } from '../../../src/markdown/running-text.ts';
import { splitSentences } from '../../../src/markdown/sentences.ts';

const size = process.env.HOSTILE === 'all' ? 1_000_000 : 250_000;

/** Texts that are nothing but what is looked at closely where sentences and names are looked for. */
const pieces = [
  'word and ',
  '.',
  '. ',
  'Mr. ',
  'U.S. ',
  'A. ',
  'A.B',
  'No. ',
  '5 p.m. ',
  '1, ',
  'a, ',
  'a',
  'a ',
  '"',
  '“',
  '”',
  '.” “',
  '.) (',
  '?!',
  '... ',
  'Ada Lind ',
  'AdaLind',
  'Ada Lind. ',
  'Ada-',
  'Ada’s ',
  'Ada  \nLind  \n',
  '王毅',
  '王毅。',
  '王',
  '」と',
  'ก',
  '\u200b',
  '\u0301',
  '\u00a0',
  '\u3000',
  'a\u2028',
  'İ ',
  '👩‍👩‍👧 ',
];

const growing = (piece: string) => Array.from({ length: 100 }, (_, index) => piece.repeat(index + 1).trim());
const records: NamedRecord[] = [
  {
    key: 'people/ada-lind',
    names: ['Ada Lind', '王毅', '.*', '[a-z]+', '(a+)+$', '\\', '"'],
    hyphenJoins: true,
  },
  { key: 'people/a', names: growing('a'), hyphenJoins: true },
  { key: 'people/a-a', names: growing('a '), hyphenJoins: false },
  { key: 'people/wang', names: growing('王'), hyphenJoins: false },
];
const findNames = createSharedNameFinder(records);
const { renderArticle } = createRenderer((key) => `/${key}/`, en.text);

/** How long this thread is busy with something, in seconds. */
function measure(work: () => void): number {
  const started = process.threadCpuUsage().user;
  work();
  return (process.threadCpuUsage().user - started) / 1_000_000;
}

// What takes time that grows with the square of a text's length takes minutes here.
describe(`${size.toLocaleString('en')} characters of`, { timeout: 600_000 }, () => {
  test.for(pieces.map((piece) => [JSON.stringify(piece), piece] as const))(
    '%s are read in seconds',
    ([, piece]) => {
      const text = piece.repeat(size / piece.length);
      expect(measure(() => splitSentences(text, 'en'))).toBeLessThan(4);
      expect(measure(() => findNames(text, 'en'))).toBeLessThan(4);
      const part = text.slice(0, size / 5);
      expect(
        measure(() => readRunningText(part).map((passage) => passage.offsetOf(passage.text.length - 1))),
      ).toBeLessThan(4);
      expect(measure(() => renderArticle(part, records, 'en'))).toBeLessThan(4);
    },
  );
});
