import { channel } from 'node:diagnostics_channel';
import { sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';

import { cacheFolder } from '../content-root.ts';
import { keptFile, readKeptLines, writeKeptLines, type KeptEntry } from '../../system/kept-lines.ts';
import { ContentError } from '../problem.ts';
import { readArchive, type ArchiveContent, type Entry } from './read-archive.ts';

/** The collections that a content folder is loaded into: the articles, each vocabulary, and the colophon. */
export type CollectionName = 'articles' | 'about' | keyof ArchiveContent['vocabularies'];

/** How the entries of some content become HTML. */
export interface Rendering {
  /**
   * A digest of everything that the rendering of an entry depends on, the entry included. While it stays the
   * same, the rendering kept from an earlier build is used.
   */
  keyOf(entry: Entry<unknown>, collection: CollectionName): string;
  /** Renders entries of a collection, in their order. */
  render(
    entries: readonly Entry<unknown>[],
    collection: CollectionName,
  ): AsyncIterable<KeptEntry['rendered']>;
}

/** Prepares the rendering of some content, once for all its entries. */
export type CreateRendering = (content: ArchiveContent) => Rendering;

/** A message of {@link renderingProgress}. */
export interface RenderingProgress {
  /** Articles that are rendered, or whose kept rendering is still good. */
  done: number;
  total: number;
  /** Of all of them, those that are shown: not withdrawn. */
  shown: number;
}

/**
 * The name of the diagnostics channel on which each article is told. The loaders run inside Astro, out of reach
 * of the command that shows people how far it is.
 */
export const renderingProgress = 'dateline:rendering-progress';

const progress = channel(renderingProgress);

/** How long to wait for further changes before reading again, in milliseconds: an editor saves several files at once. */
const settleTime = 50;

/**
 * Makes Astro content loaders, one for each collection, that read the content folder once between them.
 * Content with any problem is refused as a whole: the first load fails with a {@link ContentError}; later ones,
 * while the development server watches the folder, report it and keep what was there.
 *
 * @param root absolute path of the content folder
 */
export function createLoaders(
  root: string,
  createRendering: CreateRendering,
): (collection: CollectionName) => Loader {
  let reading: Promise<{ content: ArchiveContent; rendering: Rendering }> | undefined;
  const readOnce = () => (reading ??= read().finally(() => (reading = undefined)));

  return (collection) => ({
    name: `dateline-${collection}`,
    async load(context) {
      await fill(context);
      if (context.watcher) watch(context.watcher, context);
    },
  });

  async function read() {
    const { content, problems } = await readArchive(root, { keeps: true });
    if (!content) throw new ContentError(problems);
    return { content, rendering: createRendering(content) };
  }

  async function fill({ collection: name, store }: LoaderContext): Promise<void> {
    const { content, rendering } = await readOnce();
    const collection = name as CollectionName;
    const entries = entriesOf(collection, content);
    const digests = new Map(entries.map((entry) => [entry.id, rendering.keyOf(entry, collection)]));
    const file = keptFile(cacheFolder(root), collection);
    const kept = new Map<string, KeptEntry>();
    let stale = 0;
    for await (const entry of readKeptLines<KeptEntry>(file)) {
      if (digests.get(entry.id) === entry.digest) kept.set(entry.id, entry);
      else stale++;
    }
    const changed = entries.filter(({ id }) => !kept.has(id));
    const shown = content.articles.filter(({ data }) => !data.withdrawn).length;
    const tell = (done: number) => {
      const message: RenderingProgress = { done, total: entries.length, shown };
      if (collection === 'articles') progress.publish(message);
    };
    tell(kept.size);
    if (changed.length > 0 || stale > 0) {
      await writeKeptLines(file, mergeEntries(entries, kept, rendering.render(changed, collection)));
    }
    for (const id of store.keys()) if (!digests.has(id)) store.delete(id);
    for (const [id, digest] of digests) store.set({ id, data: { digest }, digest });

    /** All entries in their order: those that are kept, and the others as they are rendered. */
    async function* mergeEntries(
      entries: readonly Entry<unknown>[],
      kept: ReadonlyMap<string, KeptEntry>,
      renderings: AsyncIterable<KeptEntry['rendered']>,
    ): AsyncGenerator<KeptEntry> {
      const rendering = renderings[Symbol.asyncIterator]();
      let done = kept.size;
      try {
        for (const { id, data } of entries) {
          const known = kept.get(id);
          if (known) yield known;
          else {
            const rendered: KeptEntry['rendered'] = (await rendering.next()).value;
            yield { id, digest: digests.get(id) ?? '', data, rendered };
            tell(++done);
          }
        }
      } finally {
        // It has threads to end.
        await rendering.return?.();
      }
    }
  }

  function watch(watcher: NonNullable<LoaderContext['watcher']>, context: LoaderContext): void {
    let timer: NodeJS.Timeout | undefined;
    watcher.add(root);
    watcher.on('all', (_event, path) => {
      if (!path.startsWith(root + sep)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        fill(context).catch((error: Error) => {
          if (context.collection === 'articles') context.logger.error(error.message);
        });
      }, settleTime);
    });
  }
}

function entriesOf(name: CollectionName, content: ArchiveContent): Entry<unknown>[] {
  if (name === 'articles') return content.articles;
  if (name === 'about') return content.about ? [content.about] : [];
  return content.vocabularies[name];
}
