import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';

import { parsePlainParagraphs } from '../../../src/markdown/plain-paragraphs.ts';
import { markdownSyntax } from '../../../src/markdown/syntax.ts';

const commonMark = remark();
const gfm = remark().use(remarkGfm);

/** Words, signs and line ends, in any order. */
const pieces = [
  ...['Ferry', 'a', 'Łódź', '港', '12', '1.', '1)', '3.5', '1234567890.', '—', '“', '$5', '(x)', '!', '!['],
  ...['-', '- ', '+', '+ ', '=', '===', '---', '#', '# ', '>', '> ', ':', ';', '/', '^', '%', '{', '"', "'"],
  ...['*', '_', '`', '\\', '[', ']', '<', '&', '&amp;', '<b>', '\t', '\r', '\r\n', '\0', '\ufeff', '\u00a0'],
  ...[
    ' ',
    ' ',
    ' ',
    '  ',
    '    ',
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '\n\n\n',
    '\n \n',
    '\u2028',
    '\u3000',
    '\f',
    '\v',
  ],
];
const plain = pieces.filter((piece) => !/[*_`\\[\]<&\t\r\0\ufeff]|^ {2,}$|\n \n/.test(piece));
const textOf = (from: readonly string[]) =>
  fc.array(fc.constantFrom(...from), { maxLength: 14 }).map((some) => some.join(''));

test('a text of plain paragraphs becomes the tree that CommonMark makes of it', () => {
  let parsed = 0;
  fc.assert(
    fc.property(fc.oneof(textOf(plain), textOf(pieces)), (text) => {
      const tree = parsePlainParagraphs(text);
      if (tree === undefined) return;
      parsed++;
      expect(tree).toEqual(commonMark.parse(text));
    }),
    { numRuns: 4_000 },
  );
  expect(parsed).toBeGreaterThan(800);
});

test('the archive’s Markdown is parsed to the same tree, with and without constructs of GFM', () => {
  const marked = [...plain, '|', '~', '@', 'www.', 'https://', 'x.org', '[^1]', ':-', '[ ]'];
  fc.assert(
    fc.property(textOf(marked), (text) => {
      // The second search of remark-gfm, which is switched off, is for what is not marked here.
      fc.pre(!/www|http|@|~/.test(text));
      expect(markdownSyntax.parse(text)).toEqual(gfm.parse(text));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['words on lines\nthat follow one another\n\nand on others', 2],
  ['\n\nA ferry, 3.5 m long - of 1987; “a, b” (c/d): $5!\n', 1],
  ['One - two + three = four # five > six', 1],
])('%j is plain', (text, paragraphs) => {
  expect(parsePlainParagraphs(text)?.children).toHaveLength(paragraphs);
});

test.each([
  '',
  '\n',
  ' a',
  'a ',
  '- a',
  '1. a',
  '# a',
  '> a',
  'a\n===',
  'a\n---',
  'a  \nb',
  'a &amp; b',
  '*a*',
])('%j is left to the parser', (text) => {
  expect(parsePlainParagraphs(text)).toBeUndefined();
});
