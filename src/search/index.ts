import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

import { readPages } from './read-pages.ts';
import { stripNames } from './strip-names.ts';

/**
 * What the search page does not use: Pagefind's own interfaces, its worker, in place of which it has one, and its
 * filters. Those stand in pages as a way to keep with an article what no word should find: Pagefind looks for words in
 * what it calls metadata too.
 */
const unused = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
  'pagefind-worker.js',
  'filter',
];

/** What the archive itself says within an article's text: editor's notes, and the signs that lead to them. */
const excludeSelectors = ['[data-footnotes]', '[data-footnote-ref]'];

/** Pages handed to Pagefind, and files renamed, at a time. */
const batch = 64;

/**
 * Builds the search index of a built site into its folder `pagefind/`. What is indexed the pages say themselves
 * (`data-pagefind-…` in the article page). All languages are in one index, and its pages have the numbers of the
 * catalogue: see `openTextIndex` and `Catalogue`.
 *
 * @param site absolute path of the built site
 * @param articles how many articles the site shows
 * @param language BCP 47 tag of the site, by whose rules words are stemmed
 * @throws when Pagefind reports an error or ends, or the index does not hold just those articles: an archive is not
 *   published without its search
 */
export async function buildSearchIndex(site: string, articles: number, language: string): Promise<void> {
  let hasEnded = false;
  let end = () => {};
  // When Pagefind's own process dies, its promises stay open for ever and nothing is left for this one to do.
  const ended = new Promise<never>((_resolve, reject) => {
    end = () => {
      hasEnded = true;
      reject(new Error('Pagefind ended before the index was finished; what it said stands above.'));
    };
    process.once('beforeExit', end);
  });
  try {
    const indexed = await Promise.race([indexPages(site, language), ended]);
    if (indexed !== articles) throw new Error(`It holds ${indexed} of ${articles} articles.`);
  } catch (error) {
    const reason = (error as Error).message;
    const message = `The search index could not be built, and the site was not published. ${reason}`;
    throw new Error(message, { cause: error });
  } finally {
    process.off('beforeExit', end);
    if (!hasEnded) await pagefind.close();
  }
}

/** @returns how many articles are in the index */
async function indexPages(site: string, language: string): Promise<number> {
  const pages = await readPages(site);
  const forceLanguage = stemmedLanguage(language);
  const { index, errors } = await pagefind.createIndex({ excludeSelectors, forceLanguage });
  if (!index) throw new Error(errors.join('\n'));
  // Pagefind numbers pages as they come, and reads what is handed to it in turn.
  for (let start = 0; start < pages.length; start += batch) {
    const added = pages
      .slice(start, start + batch)
      .map(({ url, html }) => index.addHTMLFile({ url, content: html }));
    const faults = (await Promise.all(added)).flatMap(({ errors }) => errors);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }
  const folder = join(site, 'pagefind');
  // Pagefind leaves a file as it is whose name it would give to another.
  await rm(folder, { force: true, recursive: true });
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await Promise.all(unused.map((file) => rm(join(folder, file), { force: true, recursive: true })));
  return pages.length === 0 ? 0 : nameByNumber(folder);
}

/** The language whose rules of stemming the index has; of languages without spaces, which Pagefind cuts itself, none. */
function stemmedLanguage(language: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  return ['zh', 'ja', 'th'].includes(primary) ? 'unknown' : primary;
}

/**
 * Names the pages of an index by their numbers, in its meta file and on disk.
 *
 * @returns how many there are
 */
async function nameByNumber(folder: string): Promise<number> {
  const [file, ...others] = (await readdir(folder)).filter((name) => name.endsWith('.pf_meta'));
  if (file === undefined || others.length > 0) throw new Error('It has not one meta file.');
  const { meta, names } = stripNames(await readFile(join(folder, file)));
  await writeFile(join(folder, file), meta);
  const fragment = (name: string) => join(folder, 'fragment', `${name}.pf_fragment`);
  for (let start = 0; start < names.length; start += batch) {
    const some = names.slice(start, start + batch);
    await Promise.all(
      some.map((name, place) => rename(fragment(name), fragment((start + place).toString(36)))),
    );
  }
  return names.length;
}
