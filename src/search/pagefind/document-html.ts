import { captionMarks } from '../browser/text/caption-marks.ts';
import { tokenize } from '../browser/text/tokenize.ts';
import type { SearchDocument } from '../document.ts';
import { readHtmlText } from '../../markdown/html-text.ts';
import type { Fragment } from '../text-index/text-index.ts';

/** A document as it is indexed, and as results show it. */
export interface IndexedDocument {
  /** HTML for Pagefind: words in their normalized forms, separated by spaces, in the order in which they are printed. */
  html: string;
  fragment: Fragment;
}

/**
 * Prepares a document. Pagefind is given our own words instead of the printed text, so that it has nothing to decide: they are
 * what `tokenize` makes of a text, as it does of a query.
 */
export function prepareDocument(document: SearchDocument): IndexedDocument {
  const { url, title, subtitle, byline, dateline, language, date, known, source, publishedIn } = document;
  const text = [subtitle, byline, dateline, readHtmlText(document.text.html, captionMarks)]
    .filter(Boolean)
    .join('\n');
  const words = [title, text].map(tokenize);
  const [ofTitle = '', ofText = ''] = words.map(({ words }) => words.map(({ form }) => form).join(' '));
  // Nothing follows on a joined word: signs count as words between them, but are not indexed.
  const joined = words.flatMap(({ joined }) => joined.map(({ form }) => `- ${form}`)).join(' ');
  const body = `<h1 data-pagefind-meta="title">${ofTitle}</h1><p>${ofText}</p><p>${joined}</p>`;
  return {
    html: `<!doctype html><html><body><article data-pagefind-body>${body}</article></body></html>`,
    fragment: {
      url,
      title,
      text,
      language,
      date,
      ...(known && { cited: known.cited, edtf: known.edtf }),
      ...(byline && { byline }),
      ...(source && { source }),
      ...(publishedIn && { publishedIn }),
    },
  };
}
