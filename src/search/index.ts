import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

import { readIndexedPage } from './indexed-page.ts';
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

/** A search index in the making. */
export interface SearchIndex {
  /**
   * Adds a page of the site, while others are still being made. What goes wrong is told by {@link SearchIndex.finish}.
   *
   * @param place its place among those that are added, from 0; Pagefind has them in this order. The articles among
   *   them get the numbers that they have in the catalogue: see `inCatalogueOrder`
   * @param url its address within the site: `articles/…/`. What is indexed the page says itself (`data-pagefind-…`)
   */
  add(place: number, url: string, html: string): Promise<void>;
  /**
   * Writes the index into the folder `pagefind/` of a built site.
   *
   * @param site absolute path of the built site
   * @param articles how many articles the site shows
   * @throws when Pagefind reports an error or ends, or the index does not hold just those articles: an archive is not
   *   published without its search
   */
  finish(site: string, articles: number): Promise<void>;
  /** Ends Pagefind, whatever has become of the index. */
  close(): Promise<void>;
}

/**
 * Opens a search index. All languages are in one: see `openTextIndex`.
 *
 * @param language BCP 47 tag of the site, by whose rules words are stemmed
 */
export function openSearchIndex(language: string): SearchIndex {
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
  const index = Promise.race([createIndex(language), ended]);
  /** Pages that have come before their turn; those without an article are passed over when it comes. */
  const early = new Map<number, { url: string; content: string } | undefined>();
  let next = 0;
  let added = 0;
  let waiting: Promise<void>[] = [];
  let fault: unknown;
  const note = (error: unknown) => void (fault ??= error);
  index.catch(note);

  const settle = async () => {
    const adding = Promise.all(waiting);
    waiting = [];
    await Promise.race([adding, ended]).catch(note);
  };
  return {
    async add(place, url, html) {
      const content = readIndexedPage(html);
      early.set(place, content === undefined ? undefined : { url, content });
      for (; early.has(next); next++) {
        const page = early.get(next);
        early.delete(next);
        if (!page) continue;
        added++;
        const adding = index.then(async ({ addHTMLFile }) => throwAny((await addHTMLFile(page)).errors));
        waiting.push(adding.catch(note));
      }
      if (waiting.length >= batch) await settle();
    },
    async finish(site, articles) {
      try {
        await settle();
        if (fault) throw fault;
        if (added !== articles) throw new Error(`It holds ${added} of ${articles} articles.`);
        await Promise.race([writeIndex(await index, join(site, 'pagefind'), added), ended]);
      } catch (error) {
        const reason = (error as Error).message;
        const message = `The search index could not be built, and the site was not published. ${reason}`;
        throw new Error(message, { cause: error });
      }
    },
    async close() {
      process.off('beforeExit', end);
      if (!hasEnded) await pagefind.close();
    },
  };
}

async function createIndex(language: string): Promise<pagefind.PagefindIndex> {
  const forceLanguage = stemmedLanguage(language);
  const { index, errors } = await pagefind.createIndex({ excludeSelectors, forceLanguage });
  if (!index) throw new Error(errors.join('\n'));
  return index;
}

function throwAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

async function writeIndex(index: pagefind.PagefindIndex, folder: string, articles: number): Promise<void> {
  // Pagefind leaves a file as it is whose name it would give to another.
  await rm(folder, { force: true, recursive: true });
  throwAny((await index.writeFiles({ outputPath: folder })).errors);
  await Promise.all(unused.map((file) => rm(join(folder, file), { force: true, recursive: true })));
  const named = articles === 0 ? 0 : await nameByNumber(folder);
  if (named !== articles) throw new Error(`It holds ${named} of ${articles} articles.`);
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
