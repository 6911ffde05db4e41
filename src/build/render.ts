import { join } from 'node:path';

import type { ArchiveInput } from '../archive/create-archive.ts';
import type { StoredEntry } from '../archive/article.ts';
import { figureOf } from '../archive/media/figures.ts';
import { createMediaFinder } from '../archive/media/media.ts';
import { createPaths } from '../archive/paths.ts';
import {
  createArticleContexts,
  createJob,
  type RenderContext,
  type RenderJob,
  type Rendering,
} from '../markdown/render-job.ts';
import { renderingLimit, renderWithinLimits } from '../markdown/time-limit.ts';
import { contentRoot } from '../records/content-root.ts';
import { listWithheldMedia } from '../records/media/withheld-media.ts';
import { ContentError, startOfFile, type Problem } from '../records/problem.ts';
import { createFormerLinks } from '../records/former-urls/links-to-former.ts';
import type { ArchiveContent, Entry } from '../records/read/read-archive.ts';
import type { ArticleData } from '../records/schemas/schemas.ts';
import { mapVocabularies } from '../records/vocabularies.ts';
import type { Cache, CacheTable } from '../system/cache.ts';
import { digestOf } from '../system/digest.ts';
import { openGrowingTable } from '../system/growing-table.ts';
import { digestModules } from '../system/module-digest.ts';
import type { StoredValue } from '../system/table-file.ts';
import { batchSize, openThreads, runBatches } from '../system/threads.ts';

/** With fewer texts, threads take longer to start than the work does. */
const enoughForThreads = 4 * batchSize;

/**
 * Renders the texts of an archive: its articles, its notes on authority records, its colophon. What an earlier build has
 * rendered with the same code from the same file and {@link RenderContext} is taken from the cache.
 *
 * @param progress is called with the number of texts that are ready, and of all
 * @param root absolute path of the content folder
 * @returns what the model is made of: the entries with their renderings, without their Markdown
 * @throws {ContentError} with the texts that cannot be rendered within the limits
 */
export async function renderContent(
  content: ArchiveContent,
  cache: Cache,
  progress: (done: number, total: number) => void = () => {},
  root = contentRoot(),
): Promise<ArchiveInput> {
  const { site, about, articles, vocabularies, ledger, media } = content;
  const contextOf = findContexts(content);
  const code = digestModules(new URL('../markdown/render-job.ts', import.meta.url));
  const table = openGrowingTable<Rendering>(cache, 'renderings');
  const stored = await table.findStored(() => true);
  const keys = new Map<Entry<unknown>, string>();
  const jobs = new Map<string, () => RenderJob>();
  const add = (entry: Entry<object>, context: RenderContext) => {
    // By the digest of the file, so that its text is read only when it has to be rendered.
    const key = digestOf([code, entry.digest, context]);
    keys.set(entry, key);
    if (!stored.has(key)) jobs.set(key, () => createJob(entry, context));
  };
  for (const article of articles) add(article, contextOf(article));
  for (const entry of [...(about ? [about] : []), ...Object.values(vocabularies).flat()])
    add(entry, { siteLanguage: site.language });
  const renderings = await renderMissing(jobs, table, progress);

  const find = (key: string): StoredEntry<unknown>['rendered'] => {
    const elsewhere = stored.get(key);
    if (elsewhere) return new RenderingInFile(elsewhere);
    const rendering = renderings.get(key);
    return rendering && { html: rendering.html, metadata: findingsOf(rendering) };
  };
  const isRendered = (key: string) => stored.has(key) || renderings.get(key) !== undefined;
  const refused = [...keys].flatMap(([entry, key]) => (isRendered(key) ? [] : [entry]));
  if (refused.length > 0)
    throw new ContentError(refused.map((entry) => describeRefusal(fileOf(entry, content, root))));

  const store = <Data>(entry: Entry<Data>): StoredEntry<Data> => {
    const { id, data, digest } = entry;
    const key = keys.get(entry) ?? '';
    return { id, digest: digestOf([key, digest, data]), data, rendered: find(key) };
  };
  return {
    site,
    about: about && store(about),
    articles: articles.map(store),
    records: mapVocabularies((name) => vocabularies[name].map(store)),
    ledger,
    media,
  };
}

/** Finds out what the rendering of each article depends on. */
export function findContexts(content: ArchiveContent): (article: Entry<ArticleData>) => RenderContext {
  const { site, articles, media } = content;
  const paths = createPaths(site.url, site.mediaUrl);
  const findMedia = createMediaFinder(
    media,
    paths,
    site.publishOriginals === true,
    listWithheldMedia(articles.map(({ data }) => data)),
  );
  const formerLinks = createFormerLinks(content);
  return createArticleContexts(
    content,
    paths.record,
    (data) => {
      const { pictures, attachments } = findMedia(data);
      const hrefs = new Map(attachments.map(({ file, href }) => [file, href]));
      return {
        figures: pictures.map(figureOf),
        attachments: data.attachments.map(({ file }) => ({ file, href: hrefs.get(file) })),
      };
    },
    formerLinks.size === 0
      ? undefined
      : (markdown) =>
          formerLinks.list(markdown).flatMap(({ host, identity }) => {
            const path = formerLinks.find({ identity });
            return path === undefined ? [] : [{ host, identity, href: paths.home + path }];
          }),
  );
}

/** A rendering that is read from its file whenever something of it is asked for. */
class RenderingInFile {
  /** The one that was read last: of a text, several things are asked for one after the other. */
  static #last: { stored: StoredValue<Rendering>; rendering: Rendering } | undefined;
  readonly #stored: StoredValue<Rendering>;

  constructor(stored: StoredValue<Rendering>) {
    this.#stored = stored;
  }

  get html(): string {
    return this.#read().html;
  }

  get metadata(): Omit<Rendering, 'html'> {
    return this.#read();
  }

  #read(): Rendering {
    if (RenderingInFile.#last?.stored !== this.#stored)
      RenderingInFile.#last = { stored: this.#stored, rendering: this.#stored.read() };
    return RenderingInFile.#last.rendering;
  }
}

/** What rendering has found out about a text. */
export function findingsOf({ html: _, ...findings }: Rendering): Omit<Rendering, 'html'> {
  return findings;
}

/**
 * @param table of renderings, by their keys
 * @returns the renderings of jobs by their keys: kept ones, and the others, which are kept from now on; `undefined` for
 *   each of which the rendering was stopped
 */
async function renderMissing(
  jobs: ReadonlyMap<string, () => RenderJob>,
  table: CacheTable<Rendering>,
  progress: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, Rendering | undefined>> {
  const renderings: Map<string, Rendering | undefined> = await table.read((key) => jobs.has(key));
  const missing = [...jobs].filter(([key]) => !renderings.has(key));
  progress(renderings.size, jobs.size);
  if (missing.length === 0) return renderings;
  const keys = missing.map(([key]) => key).values();
  for await (const rendering of renderAll(missing.map(([, createJob]) => createJob()))) {
    renderings.set(keys.next().value ?? '', rendering);
    progress(renderings.size, jobs.size);
  }
  await table.write(new Map([...renderings].flatMap(([key, each]) => (each ? [[key, each] as const] : []))));
  return renderings;
}

/** Renders jobs in their order, on all cores when there are many. */
async function* renderAll(jobs: readonly RenderJob[]): AsyncGenerator<Rendering | undefined> {
  if (jobs.length < enoughForThreads) {
    yield* jobs.values().map((job) => renderWithinLimits(job));
    return;
  }
  const threads = openThreads(new URL('../markdown/render-worker.ts', import.meta.url));
  try {
    yield* runBatches(jobs, (batch) => threads.run<unknown, (Rendering | undefined)[]>('renderJobs', batch));
  } finally {
    await threads.close();
  }
}

export function fileOf(
  entry: Entry<unknown>,
  { about, articles, vocabularies }: ArchiveContent,
  root: string,
): string {
  const folders: [string, readonly Entry<unknown>[]][] = [
    ['articles', articles],
    ...Object.entries(vocabularies),
  ];
  const [folder = ''] = entry === about ? [] : (folders.find(([, entries]) => entries.includes(entry)) ?? []);
  return join(root, folder, `${entry.id}.md`);
}

export function describeRefusal(file: string): Problem {
  return {
    file,
    ...startOfFile,
    found: `Markdown that takes more than ${renderingLimit} seconds to render, or is nested too deeply`,
    expected: 'a text that is rendered at once',
    fix: 'Split it into several articles, or write it in simpler Markdown.',
  };
}
