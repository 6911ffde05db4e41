import { captionMarks } from '../browser/text/caption-marks.ts';
import { tokenize, type Token } from '../browser/text/tokenize.ts';
import type { SearchDocument } from '../document.ts';
import { readHtmlText } from '../../markdown/html-text.ts';
import type { Fragment } from '../text-index/text-index.ts';

/** A document as it is indexed, and as results show it. */
export interface IndexedDocument {
  /**
   * Words in their normalized forms, in the order in which they are printed: those of the title, and of the text, with
   * {@link noWord} where no phrase reaches from one to the next.
   */
  title: string[];
  text: string[];
  fragment: Fragment;
}

/** What stands between words that do not follow one another: Pagefind counts it as a word, and does not index it. */
export const noWord = '-';

/**
 * Prepares a document. Pagefind is given our own words instead of the printed text, so that it has nothing to decide: they are
 * what `tokenize` makes of a text, as it does of a query.
 */
export function prepareDocument(document: SearchDocument): IndexedDocument {
  const { url, title, subtitle, byline, dateline, language, date, known, source, publishedIn } = document;
  const { archive } = document;
  const text = [subtitle, byline, dateline, readHtmlText(document.text.html, captionMarks)]
    .filter(Boolean)
    .join('\n');
  const [ofTitle, ofText] = [tokenize(title), tokenize(text)];
  const joined = [...ofTitle.joined, ...ofText.joined];
  return {
    title: listForms(ofTitle.words),
    text: [...listForms(ofText.words), ...listForms(joined).flatMap((form) => [noWord, form])],
    fragment: {
      url,
      title,
      text,
      language,
      date,
      ...(known && { cited: known.cited, edtf: known.edtf }),
      ...(byline && { byline }),
      ...(source && { source }),
      ...(archive && { archive }),
      ...(publishedIn && { publishedIn }),
    },
  };
}

/** Lists the forms of words; of a sign that only lengthens others there is none. */
function listForms(words: readonly Token[]): string[] {
  return words.map(({ form }) => form).filter((form) => form !== '');
}
