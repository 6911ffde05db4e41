import type { LeftOut } from '../../drafts/draft.ts';
import { resolveEntities } from '../../text/html-line.ts';
import { lettersOf, toLine } from '../../text/lines.ts';

/** The marks of footnotes, which a converter puts among the words. */
const mark = /<a href="#(?:foot|end)note-[^<>]*>[^<>]*<\/a>/g;

/**
 * Finds the paragraphs of a document that a converter has not, or not wholly, put into its HTML, so that nothing that it
 * does not know is lost without a word.
 *
 * @param paragraphs as the document has them, in about the order of the HTML
 */
export function findUnconverted(paragraphs: readonly string[], html: string): LeftOut[] {
  const whole = lettersOf(resolveEntities(html.replace(mark, '').replace(/<[^<>]*>/g, '')));
  let at = 0;
  return paragraphs.flatMap((paragraph): LeftOut[] => {
    const letters = lettersOf(paragraph);
    if (letters === '') return [];
    const next = whole.indexOf(letters, at);
    const found = next === -1 ? whole.indexOf(letters) : next;
    if (found === -1)
      return [{ what: 'a paragraph of which not all could be converted', text: toLine(paragraph) }];
    if (next !== -1) at = next + letters.length;
    return [];
  });
}
