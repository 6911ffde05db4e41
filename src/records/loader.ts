import { channel } from 'node:diagnostics_channel';
import { sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';

import { ContentError } from './problem.ts';
import { readArchive, type ArchiveContent, type Entry } from './read-archive.ts';
import type { ArticleData } from './schemas.ts';

/** The collections that a content folder is loaded into: the articles, each vocabulary, and the colophon. */
export type CollectionName = 'articles' | 'about' | keyof ArchiveContent['vocabularies'];

/** How the entries of some content become HTML. */
export interface Rendering {
  /**
   * A digest of everything that the rendering of an entry depends on, the entry included. While it stays the
   * same, the rendering kept from an earlier build is used.
   *
   * @param article the entry's data once more, when it is an article
   */
  keyOf(entry: Entry<unknown>, article?: ArticleData): string;
  /** Renders the archive's own words: the colophon, the body of an authority record. */
  renderText(entry: Entry<unknown>): string;
  /** Renders articles, in their order. */
  renderArticles(
    articles: readonly Entry<ArticleData>[],
  ): AsyncIterable<{ html: string; metadata: Record<string, unknown> }>;
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
    const { content, problems } = await readArchive(root);
    if (!content) throw new ContentError(problems);
    return { content, rendering: createRendering(content) };
  }

  async function fill(context: LoaderContext): Promise<void> {
    const { content, rendering } = await readOnce();
    if (context.collection === 'articles') await fillArticles(context, content, rendering);
    else fillOthers(context, content, rendering);
  }

  async function fillArticles(
    { store }: LoaderContext,
    { articles }: ArchiveContent,
    rendering: Rendering,
  ): Promise<void> {
    removeOthers(store, articles);
    const digests = new Map(articles.map((entry) => [entry.id, rendering.keyOf(entry, entry.data)]));
    const changed = articles.filter(({ id }) => store.get(id)?.digest !== digests.get(id));
    const shown = articles.filter(({ data }) => !data.withdrawn).length;
    let done = articles.length - changed.length;
    const tell = () => progress.publish({ done, total: articles.length, shown } satisfies RenderingProgress);
    tell();
    const waiting = changed.values();
    for await (const rendered of rendering.renderArticles(changed)) {
      const entry = waiting.next().value;
      if (!entry) break;
      const { id, data } = entry;
      store.set({ id, data: { ...data }, digest: digests.get(id) ?? '', rendered: { ...rendered } });
      done++;
      tell();
    }
  }

  function fillOthers(
    { collection, store }: LoaderContext,
    content: ArchiveContent,
    rendering: Rendering,
  ): void {
    const entries = entriesOf(collection as Exclude<CollectionName, 'articles'>, content);
    removeOthers(store, entries);
    for (const entry of entries) {
      const digest = rendering.keyOf(entry);
      if (store.get(entry.id)?.digest === digest) continue;
      store.set({ id: entry.id, data: entry.data, digest, rendered: { html: rendering.renderText(entry) } });
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

function removeOthers(store: LoaderContext['store'], entries: readonly Entry<unknown>[]): void {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
}

function entriesOf(
  name: Exclude<CollectionName, 'articles'>,
  content: ArchiveContent,
): Entry<Record<string, unknown>>[] {
  if (name === 'about') return content.about ? [content.about] : [];
  return content.vocabularies[name];
}
