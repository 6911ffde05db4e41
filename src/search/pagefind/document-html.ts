import { attachSigns, hasUnspaced, separateCharacters } from '../browser/text/unspaced.ts';
import { captionMarks } from '../browser/text/caption-marks.ts';
import type { SearchDocument } from '../document.ts';

/**
 * Renders a document as the HTML that Pagefind indexes. Its attributes are Pagefind's (https://pagefind.app/docs/): what
 * is ignored adds no words, but what it filters by comes with a result.
 */
export function renderDocument(document: SearchDocument): string {
  const { title, subtitle, byline, dateline, text, language, date, known, source } = document;
  const dates = known ? 'date, cited[data-cited], edtf[data-edtf]' : 'date';
  const dateAttributes = known
    ? ` data-cited="${escape(known.cited)}" data-edtf="${escape(known.edtf)}"`
    : '';
  const parts = [
    `<p data-pagefind-ignore data-pagefind-filter="${dates}"${dateAttributes}>${escape(date)}</p>`,
    `<h1 data-pagefind-meta="title">${escape(title)}</h1>`,
    subtitle && `<p>${escape(subtitle)}</p>`,
    byline && `<p data-pagefind-filter="byline">${escape(byline)}</p>`,
    `<div data-pagefind-filter="language:${escape(language)}">`,
    dateline && `<p>${escape(dateline)}</p>`,
    markCaptions(text.html),
    '</div>',
    source && `<p data-pagefind-ignore data-pagefind-filter="source">${escape(source)}</p>`,
  ];
  const body = separateWords(parts.filter(Boolean).join(''));
  return `<!doctype html><html><body><article data-pagefind-body>${body}</article></body></html>`;
}

/** Puts captions between marks, by which a result tells them from the text (see `captionMarks`). */
function markCaptions(html: string): string {
  const [begins, ends] = captionMarks;
  return html.replace(/(?<=<figcaption>)/g, begins).replace(/(?=<\/figcaption>)/g, ends);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const tag = /<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/g;

/** Tags that do not end a word. */
const inline = /^<\/?(?:a|b|bdi|code|del|em|i|s|span|strong|sub|sup)\b/;

/** How many characters before a text show whether it continues a word. */
const lookBehind = 4;

/** Has Pagefind see the words in the text between tags: characters of unspaced scripts apart, signs with the word before them. */
function separateWords(html: string): string {
  // Pagefind would take a zero-width space for the only one.
  const markup = html.replaceAll('\u200b', '').replace(/(?<=>)[^<>]+/g, attachSigns);
  if (!hasUnspaced(markup)) return markup;
  const tags = markup.match(tag) ?? [];
  let before = '';
  return markup
    .split(tag)
    .map((text, index) => {
      const next = tags[index] ?? '';
      const separated = separateCharacters(before + text).slice(separateCharacters(before).length);
      before = inline.test(next) ? (before + text).slice(-lookBehind) : '';
      return separated + next;
    })
    .join('');
}
