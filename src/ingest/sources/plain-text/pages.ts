import type { LeftOut } from '../../drafts/draft.ts';

/** A line that is only the number of a page. */
const pageNumber = /^[-–—[( ]{0,3}(?:page |p\. ?|seite |s\. ?)?\d{1,4}[-–—\]). ]{0,3}$/i;

/**
 * Joins the pages of a text that form feeds part, as text recognition writes it. The numbers of pages are set apart. A sentence
 * goes on over the page.
 */
export function joinPages(text: string): { text: string; leftOut: LeftOut[] } {
  if (!text.includes('\f')) return { text, leftOut: [] };
  const leftOut: LeftOut[] = [];
  let joined = '';
  for (const page of text.replace(/\r\n?/g, '\n').split('\f')) {
    const lines = page.split('\n');
    for (const from of ['start', 'end'] as const) {
      const index =
        from === 'start'
          ? lines.findIndex((line) => line.trim() !== '')
          : lines.findLastIndex((line) => line.trim() !== '');
      const line = lines[index]?.trim() ?? '';
      if (!pageNumber.test(line)) continue;
      lines[index] = '';
      leftOut.push({ what: 'the number of a page', text: line });
    }
    const words = lines.join('\n').trim();
    if (words === '') continue;
    if (joined === '') joined = words;
    else joined += `${goesOn(joined, words) ? '\n' : '\n\n'}${words}`;
  }
  return { text: joined, leftOut };
}

function goesOn(before: string, after: string): boolean {
  return /^\p{Ll}/u.test(after) && !/[.!?:"”»]$/u.test(before);
}

/** The fewest characters of a headline in capitals, and the most. */
const [shortest, longest] = [4, 100];

/**
 * Says when a text begins with a headline in capitals and has more of them: it may be several articles, as a page of a
 * newspaper is.
 */
export function noticeHeadlines(text: string): string[] {
  const paragraphs = text.trim().split(/\n[ \t]*\n\s*/);
  const isHeadline = (paragraph: string) =>
    paragraph.length >= shortest &&
    paragraph.length <= longest &&
    !paragraph.includes('\n') &&
    paragraph === paragraph.toUpperCase() &&
    /\p{Lu}{2}/u.test(paragraph);
  const headlines = paragraphs.slice(0, -1).filter(isHeadline);
  if (headlines.length < 2 || headlines[0] !== paragraphs[0]) return [];
  const named = headlines.slice(0, 20).map((headline) => `"${headline}"`);
  return [
    `It may be several articles: it has ${headlines.length} lines that look like headlines: ${named.join(', ')}.`,
  ];
}
