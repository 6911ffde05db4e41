import type { Paragraph, Root } from 'mdast';
import type { Processor } from 'unified';

import { markdownSyntax } from '../../markdown/syntax.ts';
import { SourceError } from '../sources/source-error.ts';

const processor = markdownSyntax()
  .use(escapeAddresses)
  .data('settings', { bullet: '-', emphasis: '*', rule: '-', fences: true, resourceLink: true })
  .freeze();

/**
 * Renders a syntax tree as Markdown. Whatever would be Markdown in its texts is escaped (CommonMark 0.31 and GFM), so that
 * rendering the result gives the same text.
 */
export function renderMarkdown(tree: Root): string {
  return processor.stringify(tree);
}

/** Something that is counted in a text, and how many of it one article may have. */
export type Limit = readonly [what: string, limit: number, count: (text: string) => number];

/** Counts the matches of a pattern with the flag `g`. */
export function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * Rejects a text that exceeds a limit.
 *
 * @param subject what the message says before the number: `a text with`
 * @param fix what can be done
 * @throws {SourceError} for the first limit that it exceeds
 */
export function checkLimits(
  text: string,
  measures: readonly Limit[],
  subject: string,
  fix = 'Split it into single articles.',
): void {
  for (const [what, limit, countIn] of measures) {
    const count = countIn(text);
    if (count <= limit) continue;
    const found = `${subject} ${count.toLocaleString('en')} ${what}`;
    throw new SourceError(found, `at most ${limit.toLocaleString('en')}`, fix);
  }
}

/** A book is shorter than these. The time to render a text grows with both. */
const lengths: readonly Limit[] = [
  ['lines', 20_000, (text) => countMatches(text, /\n/g) + 1],
  ['characters', 1_000_000, ({ length }) => length],
];

/** @throws {SourceError} when a text is longer than one article can be */
export function checkLength(text: string): void {
  checkLimits(text, lengths, 'a text of');
}

/**
 * Characters that make parsing slow: the time grows with the square of their number. A long report has a tenth of these.
 */
const signs: readonly Limit[] = [
  ['square brackets', 15_000, (markdown) => countMatches(markdown, /[[\]]/g)],
  ['addresses', 6_000, (markdown) => countMatches(markdown, /@|:\/\/|\bwww\b/gi)],
];

/** @throws {SourceError} when Markdown has more of some characters than can be parsed in a few seconds */
export function checkCharacters(markdown: string): void {
  checkLimits(markdown, signs, 'a text with');
}

/**
 * Renders plain text as Markdown: paragraphs are separated by empty lines, and nothing in them is markup. White space at
 * line ends is removed; it is invisible, and would be markup.
 *
 * @throws {SourceError} when it is more than one article can be
 */
export function renderPlainText(text: string): string {
  checkLength(text);
  checkCharacters(text);
  const paragraphs = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n|\n$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  return renderMarkdown({ type: 'root', children: paragraphs });
}

/** remark-gfm escapes fewer characters than its parser recognizes addresses by: `www.*` is an address too. */
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
