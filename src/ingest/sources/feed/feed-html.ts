import type { LeftOut } from '../../drafts/draft.ts';
import { readHtmlLine, resolveEntities } from '../../text/html-line.ts';

/** The first tag of a text whose markup is escaped once more than it should be. */
const escapedTag = /^\s*&lt;(p|div|h[1-6]|ul|ol|li|blockquote|table|figure|img|a|span|b|strong|i|em|br)\b/i;

/**
 * Resolves HTML that was escaped twice. A text that only speaks of tags (`use &lt;b&gt; for bold`) is left as it is: it does
 * not begin with one, or never closes it.
 *
 * @returns the HTML; `undefined` when it was not escaped twice
 */
export function unescapeTwice(html: string): string | undefined {
  const name = escapedTag.exec(html)?.[1];
  if (name === undefined || /<[a-z/]/i.test(html)) return undefined;
  const isClosed = html.toLowerCase().includes(`&lt;/${name.toLowerCase()}&gt;`);
  return isClosed || /^(?:br|img)$/i.test(name) ? resolveEntities(html) : undefined;
}

/** Two line breaks part paragraphs, as browsers show them. */
export function partParagraphs(html: string): string {
  return html.replace(/<br\s?\/?>(?:\s|&nbsp;)*(?:<br\s?\/?>(?:\s|&nbsp;)*)+/gi, '</p><p>');
}

/**
 * Takes away the paragraph that WordPress adds to each text in a feed, `The post … appeared first on …`, in whichever
 * language: it is the last, and has a link to the item, named by its title, and one more.
 */
export function cutAddedLine(
  html: string,
  { title, url }: { title?: string | undefined; url?: string | undefined },
): { html: string; leftOut: LeftOut[] } {
  const start = html.lastIndexOf('<p');
  const last = start === -1 ? '' : html.slice(start);
  const links = [...last.matchAll(/<a\b([^<>]*)>([^<]*)<\/a>/gi)];
  const [[, attributes = '', name = ''] = []] = links;
  const [, address = ''] = /\bhref=["']([^"'<>]*)/i.exec(attributes) ?? [];
  const isAdded =
    links.length === 2 &&
    last.length < 2000 &&
    /<\/p>\s*$/i.test(last.slice(-20)) &&
    (resolveEntities(address) === url || (title !== undefined && readHtmlLine(name) === title));
  if (!isAdded) return { html, leftOut: [] };
  const what = 'the line that WordPress adds to texts in feeds';
  return { html: html.slice(0, start), leftOut: [{ what, text: readHtmlLine(last), address }] };
}
