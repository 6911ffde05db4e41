import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

import { newestFirst, sortDateOf } from '../archive/article.ts';
import { parseArchiveDate } from '../records/archive-date.ts';
import { hasUnspaced, partLetters } from './browser/unspaced.ts';
import { inCatalogueOrder } from './catalogue.ts';

/** An article's page, as far as it is indexed. */
export interface IndexedPage {
  /** `articles/…/`. */
  url: string;
  /** The article element in a page that has nothing else. */
  html: string;
}

/** Files read at a time. */
const batch = 64;

/**
 * Reads the pages of articles from a built site, in the order in which the catalogue numbers them: the one list is
 * made of the archive and the other of what stands in its pages, which say their dates.
 *
 * @param site absolute path of the built site
 */
export async function readPages(site: string): Promise<IndexedPage[]> {
  const files = await Array.fromAsync(glob('articles/**/index.html', { cwd: site }));
  const pages: (IndexedPage & Parameters<typeof newestFirst>[0])[] = [];
  for (let start = 0; start < files.length; start += batch) {
    const read = files.slice(start, start + batch).map(async (file) => {
      const html = await readFile(join(site, file), 'utf8');
      const from = html.indexOf('<article ');
      const to = html.lastIndexOf('</article>');
      const tag = html.slice(from, html.indexOf('>', from));
      // Lists and tombstones have no article to index.
      if (from === -1 || !tag.includes('data-pagefind-body')) return;
      const date = /\sdata-date="([^"]+)"/.exec(tag)?.[1];
      const url = file.split(sep).slice(0, -1).join('/') + '/';
      const body = html.slice(from, to) + '</article>';
      pages.push({
        url,
        id: url.slice('articles/'.length, -1),
        sortDate: sortDateOf(date === undefined ? undefined : parseArchiveDate(date)),
        html: `<!doctype html><html><body>${partLettersOf(body)}</body></html>`,
      });
    });
    await Promise.all(read);
  }
  return inCatalogueOrder(pages.sort(newestFirst)).map(({ url, html }) => ({ url, html }));
}

const tag = /<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/g;

/** Tags that part no words. */
const inline = /^<\/?(?:a|b|bdi|code|del|em|i|s|span|strong|sub|sup)\b/;

/** Letters before a text by which it can be told whether it goes on after them. */
const lookBehind = 4;

/** Parts the letters of unspaced scripts in the texts of some markup, and in nothing else of it. */
function partLettersOf(html: string): string {
  // Pagefind would take a zero-width space for the only one.
  const markup = html.replaceAll('\u200b', '');
  if (!hasUnspaced(markup)) return markup;
  const tags = markup.match(tag) ?? [];
  let before = '';
  return markup
    .split(tag)
    .map((text, index) => {
      const own = tags[index] ?? '';
      const parted = partLetters(before + text).slice(partLetters(before).length);
      before = inline.test(own) ? (before + text).slice(-lookBehind) : '';
      return parted + own;
    })
    .join('');
}
