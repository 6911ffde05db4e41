import type { Paragraph, Root } from 'mdast';
import type { Processor } from 'unified';

import { markdownSyntax } from '../../markdown/syntax.ts';
import { SourceError } from '../drafts/draft.ts';

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

/** What is counted in a text, and how much of it one article may have. */
export type Measure = readonly [what: string, limit: number, count: (text: string) => number];

/** Counts signs that a pattern with the flag `g` finds. */
export function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * Refuses a text that has too much of something.
 *
 * @param subject what is said of it before the number: `a text with`
 * @param fix what can be done
 * @throws {SourceError} for the first of the measures that it exceeds
 */
export function checkMeasures(
  text: string,
  measures: readonly Measure[],
  subject: string,
  fix = 'Split it into its articles.',
): void {
  for (const [what, limit, countIn] of measures) {
    const count = countIn(text);
    if (count <= limit) continue;
    const found = `${subject} ${count.toLocaleString('en')} ${what}`;
    throw new SourceError(found, `at most ${limit.toLocaleString('en')}`, fix);
  }
}

/** A book is shorter than these. What is to be shown takes time that grows with both. */
const lengths: readonly Measure[] = [
  ['lines', 20_000, (text) => countMatches(text, /\n/g) + 1],
  ['letters', 1_000_000, ({ length }) => length],
];

/** @throws {SourceError} when a text is longer than one article can be */
export function checkLength(text: string): void {
  checkMeasures(text, lengths, 'a text of');
}

/**
 * Signs that a text may be full of: when it is read, the time that they take grows with the square of their number. A
 * long report has a tenth of these.
 */
const signs: readonly Measure[] = [
  ['square brackets', 15_000, (markdown) => countMatches(markdown, /[[\]]/g)],
  ['addresses', 6_000, (markdown) => countMatches(markdown, /@|:\/\/|\bwww\b/gi)],
];

/** @throws {SourceError} when there are more of some signs in Markdown than can be read in a few seconds */
export function checkSigns(markdown: string): void {
  checkMeasures(markdown, signs, 'a text with');
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
