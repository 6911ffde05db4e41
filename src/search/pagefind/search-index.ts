import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { mergeParts } from './merge-parts.ts';
import { openPartStore, type Part } from './part-store.ts';
import { openPartThreads } from './part-threads.ts';

/** A page of the site that may have to be indexed. */
export interface PageToIndex {
  /** Its address within the site: `articles/…/`. */
  url: string;
  /** Digest of what is indexed of it; '' when it has nothing to index: see `digestIndexed`. */
  digest: string;
  /** Absolute path of its file, which is read only when its part of the index has to be made anew. */
  path: string;
}

/** Where the files of the index go. As long as a file's key is the same, so is the file. */
export interface IndexTarget {
  /** Takes a file over from an earlier build. @returns whether there was one with this key */
  takeOver(file: string, key: string): boolean;
  write(file: string, content: string | Uint8Array, key: string): Promise<void>;
  /** Puts a file there that stands elsewhere. */
  link(file: string, from: string, key: string): Promise<void>;
}

/**
 * A search index in the making. It is made in parts, each of some hundred articles that follow one another in time,
 * by Pagefind in threads of their own, which need memory for one part each only; a part whose articles have not changed
 * is kept from an earlier build. The parts are then merged into what Pagefind would have made of all articles at once,
 * byte for byte.
 */
export interface SearchIndex {
  /**
   * Adds a page of the site, while others are still being made. What goes wrong is told by {@link SearchIndex.finish}.
   *
   * @param place its place among those that are added, from 0. The articles among them get the numbers that they have
   *   in the catalogue: see `inCatalogueOrder`
   */
  add(place: number, page: PageToIndex): void;
  /**
   * Writes the index.
   *
   * @param articles how many articles the site shows
   * @throws when Pagefind reports an error or ends, or the index does not hold just those articles: an archive is not
   *   published without its search
   */
  finish(target: IndexTarget, articles: number): Promise<void>;
  /** Ends Pagefind, whatever has become of the index. */
  close(): Promise<void>;
}

/** Articles in a part, on average, and at most. */
const usualSize = 400;
const largestSize = 1_600;

/**
 * Opens a search index. All languages are in one: see `openTextIndex`.
 *
 * @param siteLanguage BCP 47 tag of the site, by whose rules words are stemmed
 * @param cache absolute path of the folder in which parts are kept between builds
 */
export function openSearchIndex(siteLanguage: string, cache: string): SearchIndex {
  const language = stemmedLanguage(siteLanguage);
  const store = openPartStore(cache);
  const threads = openPartThreads();
  /** Pages that have come before their turn. */
  const early = new Map<number, PageToIndex>();
  let next = 0;
  let added = 0;
  let pages: PageToIndex[] = [];
  const parts: Promise<Part>[] = [];

  /** Makes a part of the pages that have come since the last one. */
  const makePart = () => {
    const own = pages;
    pages = [];
    const key = partKey(language, own);
    const make = (folder: string) => threads.write({ folder, pages: own, language });
    const part = store.find(key).then((known) => known ?? store.keep(key, make));
    part.catch(() => {});
    parts.push(part);
  };
  return {
    add(place, page) {
      early.set(place, page);
      for (let own = early.get(next); own; own = early.get(++next)) {
        early.delete(next);
        if (own.digest === '') continue;
        added++;
        pages.push(own);
        if (endsPart(own, pages.length)) makePart();
      }
    },
    async finish(target, articles) {
      try {
        // An archive without articles has an index too.
        if (pages.length > 0 || added === 0) makePart();
        const made = await Promise.all(parts);
        const held = await mergeParts(made, target);
        if (held !== articles) throw new Error(`It holds ${held} of ${articles} articles.`);
        await store.forgetOthers(made);
      } catch (error) {
        const reason = (error as Error).message;
        const message = `The search index could not be built, and the site was not published. ${reason}`;
        throw new Error(message, { cause: error });
      }
    },
    close: () => threads.close(),
  };
}

/**
 * Whether a part ends with a page. The page's own address decides, so that an article that is added or removed changes
 * the part that it is in and no other (content-defined chunking: Muthitacharoen et al. 2001).
 */
function endsPart({ url }: PageToIndex, size: number): boolean {
  return size >= largestSize || Number.parseInt(hash('sha256', url).slice(0, 8), 16) % usualSize === 0;
}

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.resolve('pagefind')), 'utf8'),
) as { version: string };

/** Digest of what makes parts: those that it made otherwise are made anew. */
const maker = hash('sha256', readFileSync(resolve('src/search/pagefind/index-part.ts')));

function partKey(language: string, pages: readonly PageToIndex[]): string {
  const content = pages.map(({ url, digest }) => [url, digest]);
  return hash('sha256', JSON.stringify([version, maker, language, content])).slice(0, 32);
}

/** The language whose rules of stemming the index has; of languages without spaces, which Pagefind cuts itself, none. */
function stemmedLanguage(language: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  return ['zh', 'ja', 'th'].includes(primary) ? 'unknown' : primary;
}
