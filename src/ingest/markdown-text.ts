import type { Paragraph, Root } from 'mdast';
import type { Processor } from 'unified';

import { markdownSyntax } from '../markdown/syntax.ts';
import { SourceError } from './draft.ts';

const processor = markdownSyntax()
  .use(escapeAddresses)
  .data('settings', { bullet: '-', emphasis: '*', rule: '-', fences: true, resourceLink: true })
  .freeze();

/**
 * Writes a tree as Markdown. In its texts everything is escaped that would be Markdown (CommonMark 0.31 and GFM), so that
 * rendering it gives the same letters again.
 */
export function writeMarkdown(tree: Root): string {
  return processor.stringify(tree);
}

/** The most letters and lines of one article: a book is shorter. What is to be shown takes time that grows with both. */
const limits = { letters: 1_000_000, lines: 20_000 };

/** @throws {SourceError} when a text is longer than one article can be */
export function checkLength(text: string): void {
  const lines = text.length > limits.lines ? text.split('\n').length : 0;
  const [number, unit, limit] =
    lines > limits.lines ? [lines, 'lines', limits.lines] : [text.length, 'letters', limits.letters];
  if (number <= limit) return;
  throw new SourceError(
    `a text of ${number.toLocaleString('en')} ${unit}`,
    `at most ${limit.toLocaleString('en')} in one article`,
    'Split it into its articles.',
  );
}

/**
 * Signs that a text may be full of: when it is read, the time that they take grows with the square of their number. A
 * long report has a tenth of these.
 */
const mostSigns: readonly [what: string, limit: number, sign: RegExp][] = [
  ['square brackets', 15_000, /[[\]]/g],
  ['addresses', 6_000, /@|:\/\/|\bwww\b/gi],
];

/** @throws {SourceError} when there are more of some signs in Markdown than can be read in a few seconds */
export function checkSigns(markdown: string): void {
  for (const [what, limit, sign] of mostSigns) {
    const count = markdown.match(sign)?.length ?? 0;
    if (count <= limit) continue;
    throw new SourceError(
      `a text with ${count.toLocaleString('en')} ${what}`,
      `at most ${limit.toLocaleString('en')} in one article`,
      'Split it into its articles.',
    );
  }
}

/**
 * Writes a plain text as Markdown: paragraphs are parted by empty lines, and nothing in them is mark-up. White space at
 * the ends of lines is left out; it is invisible, and would be mark-up.
 *
 * @throws {SourceError} when it is more than one article can be
 */
export function writePlainText(text: string): string {
  checkLength(text);
  checkSigns(text);
  const paragraphs = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  return writeMarkdown({ type: 'root', children: paragraphs });
}

/** remark-gfm escapes fewer of the signs by which its reader knows an address: `www.*` is one too. */
function escapeAddresses(this: Processor): void {
  const signs = [
    { character: '.', before: '[Ww]' },
    { character: ':', before: '[PSps]', after: '\\/' },
    { character: '@' },
  ];
  for (const sign of signs) {
    this.data().toMarkdownExtensions?.push({
      unsafe: [{ ...sign, inConstruct: 'phrasing', notInConstruct: ['autolink', 'link', 'image', 'label'] }],
    });
  }
}
