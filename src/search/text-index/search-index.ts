import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import type { Cache } from '../../system/cache.ts';
import { collectCalls } from '../../system/collect-calls.ts';
import { digestOf } from '../../system/digest.ts';
import { digestModules } from '../../system/module-digest.ts';
import { openThreads, runBatches, type Threads } from '../../system/threads.ts';
import { identifyOrder } from '../article-order.ts';
import type { SearchDocument } from '../document.ts';
import type { PartJob } from './index-part.ts';
import { mergeParts, type IndexPart } from './merge-parts.ts';
import type { MergedWords, MergeJob } from './merged-words.ts';

/** Where the files of the index go. As long as a file's key is the same, so is the file. */
export interface IndexTarget {
  /** Takes a file over from an earlier build. @returns whether there was one with this key */
  takeOver(file: string, key: string): Promise<boolean>;
  write(file: string, content: string | Uint8Array, key: string): Promise<void>;
  /** Puts a file there that is elsewhere. @param from absolute path */
  link(file: string, from: string, key: string): void;
}

/**
 * A search index in the making. Pagefind makes it in parts, each of some hundred articles that follow one another in
 * time; parts whose articles have not changed are kept from earlier builds. Then the parts are merged.
 */
export interface SearchIndex {
  /**
   * Waits for the parts, and writes the index.
   *
   * @throws when Pagefind reports an error or ends, or has not indexed just the archive's articles: an archive is not
   *   published without its search
   */
  finish(target: IndexTarget): Promise<void>;
}

/** Articles in a part, on average and at most. */
const usualSize = 400;
const largestSize = 1_600;

/** While pages are rendered there is hardly time for one thread; then two have a core each. Each takes memory. */
const mostThreads = Math.min(2, availableParallelism());

/** The folder of the words of all parts, among those of the parts. */
const mergedWords = 'words';

/**
 * Opens the threads that make an index; closing them ends Pagefind, too. They load their modules meanwhile, which takes half a
 * second beside other work.
 *
 * @param articles how many there are: of few, one thread makes the index
 */
export function openIndexThreads(articles: number): Threads {
  const count = Math.min(mostThreads, Math.ceil(articles / usualSize) || 1);
  const threads = openThreads(new URL('./index-worker.ts', import.meta.url), {
    threads: count,
    maxYoungGenerationSizeMb: 16,
  });
  for (let thread = 0; thread < count; thread++)
    // What cannot be loaded is reported by the first call that needs it.
    threads.run<readonly string[], unknown>('findDamageOfEach', []).catch(() => {});
  return threads;
}

/** The parts of an index in the making. */
function startParts(cut: readonly SearchDocument[][], cache: Cache, threads: Threads) {
  // How parts are merged is not in them.
  const code = digestModules(new URL('./index-part.ts', import.meta.url));
  const folders = cache.folders('search', {
    // A part is sealed where it is made, and merged words are not kept.
    seal: async () => {},
    // In one call, since a missing part would be made only after a call for each of the others.
    findDamage: collectCalls((all: readonly string[]) =>
      Array.fromAsync(runBatches(all, (batch) => threads.run('findDamageOfEach', batch))),
    ),
  });
  const parts = cut.map(async (own): Promise<IndexPart> => {
    const key = digestOf([code, own]);
    const make = (folder: string) =>
      threads.run<PartJob, void>('makePart', { folder, documents: own.map(withText) });
    const kept = await folders.find(key);
    const folder = kept ?? (await folders.make(key, make));
    return { key, folder, articles: own.length, isNew: kept === undefined };
  });
  return { parts, folders };
}

/**
 * Makes the parts of an index that are the same whatever articles come before and after these, and keeps them.
 *
 * @param documents that follow one another, in the order of their numbers
 * @returns how many there are
 */
export async function makeSettledParts(documents: readonly SearchDocument[], cache: Cache): Promise<number> {
  const [first, last] = [documents.findIndex(endsPart), documents.findLastIndex(endsPart)];
  const settled = first < last ? cutParts(documents.slice(first + 1, last + 1)) : [];
  const threads = openIndexThreads(documents.length);
  const { parts, folders } = startParts(settled, cache, threads);
  try {
    const made = await Promise.all(parts);
    await folders.keepOnly(made.map(({ key }) => key));
    return made.length;
  } finally {
    await threads.close();
  }
}

/**
 * Begins a search index; its parts are made in threads meanwhile.
 *
 * @param documents in the order of their numbers: see `listDocuments`
 * @param threads which it closes as soon as it needs them no longer; the caller, too, whatever has become of the index
 */
export function openSearchIndex(
  documents: readonly SearchDocument[],
  cache: Cache,
  threads: Threads,
): SearchIndex {
  const { parts, folders } = startParts(cutParts(documents), cache, threads);
  const order = identifyOrder(documents.map(({ url }) => url));
  const merge = async () => {
    const made = await Promise.all(parts);
    // In a thread, too, since the main one renders pages meanwhile.
    let words: MergedWords = { files: [], contents: [], list: '' };
    const folder = await folders.make(mergedWords, async (into) => {
      words = await threads.run<MergeJob, MergedWords>('mergePartWords', {
        into: join(into, mergedWords),
        folders: made.map((part) => part.folder),
        articles: made.map(({ articles }) => articles),
      });
    });
    // The threads have nothing left to do, and hold memory.
    await threads.close();
    return { made, words: { ...words, file: join(folder, mergedWords) } };
  };
  const merging = merge();
  // `finish` throws the error.
  merging.catch(() => {});
  return {
    async finish(target) {
      try {
        const { made, words } = await merging;
        await mergeParts(made, words, order, target);
        // The files of words are published now.
        await folders.keepOnly(made.map(({ key }) => key));
      } catch (error) {
        const reason = (error as Error).message;
        throw new Error(`The search index could not be built, and the site was not published. ${reason}`, {
          cause: error,
        });
      }
    },
  };
}

/**
 * Cuts documents into parts. A document's own address decides whether a part ends with it, so that an article that is
 * added or removed changes the part that it is in and no other (content-defined chunking: Muthitacharoen et al. 2001).
 *
 * @returns one empty part when there are no documents: an archive without articles has an index, too
 */
function cutParts(documents: readonly SearchDocument[]): SearchDocument[][] {
  const parts: SearchDocument[][] = [[]];
  for (const [index, document] of documents.entries()) {
    const part = parts.at(-1) ?? [];
    part.push(document);
    if ((endsPart(document) || part.length >= largestSize) && index < documents.length - 1) parts.push([]);
  }
  return parts;
}

/** A document with its text, which may have been in a file until then. */
function withText(document: SearchDocument): SearchDocument {
  return { ...document, text: { html: document.text.html } };
}

/** Whether a part ends with a document, wherever it began. */
function endsPart({ url }: SearchDocument): boolean {
  return Number.parseInt(hash('sha256', url).slice(0, 8), 16) % usualSize === 0;
}
