import type { PdfPage } from './extract-worker.ts';
import type { PdfParagraph } from './paragraphs.ts';

/** The smallest area of a newspaper's page, in square points: nearly that of A3, or of a tabloid. */
const leastArea = 0.9 * 792 * 1120;

/** The fewest headlines, and how much larger than the text they are. */
const [leastHeadlines, headlineSize] = [3, 1.5];

/** How many headlines are named. */
const mostNamed = 20;

/**
 * Lists the headlines of a PDF that holds whole pages of a newspaper, each with several articles: large pages with several
 * headlines.
 *
 * @param size of the letters of most of the text
 * @returns none of any other PDF
 */
export function listHeadlines(
  pages: readonly PdfPage[],
  paragraphs: readonly PdfParagraph[],
  size: number,
): string[] {
  if (!pages.some(({ width, height }) => width * height >= leastArea)) return [];
  const headlines = paragraphs.filter((each) => each.size >= headlineSize * size);
  return headlines.length < leastHeadlines ? [] : headlines.map(({ lines }) => lines.join(' '));
}

/** Says so in one sentence; nothing when there are no headlines. */
export function describePrintedPage(headlines: readonly string[]): string[] {
  if (headlines.length === 0) return [];
  const named = headlines.slice(0, mostNamed).map((headline) => `"${headline}"`);
  return [
    `It is a whole page of a newspaper, and one entry for all of its articles: it has ${headlines.length} headlines: ${named.join(', ')}.`,
  ];
}
