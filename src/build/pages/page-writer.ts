import { setImmediate } from 'node:timers/promises';

import { memoize } from '../../archive/memoize.ts';
import { digestOf } from '../../system/digest.ts';
import { digestModules } from '../../system/module-digest.ts';
import { keyOfPage, type SitePage } from '../../views/page.ts';
import type { ReleaseTarget } from '../release/host-folders.ts';
import type { Batch, PageJob } from './batch.ts';
import { fileOf, matchRoutes, type RoutePath } from './match-routes.ts';

/** How far the pages are. */
export interface PagesProgress {
  /** Called once, with the number of all pages. */
  onListed(total: number): void;
  /** Called for each page that had to be rendered, with its file and its HTML. */
  onRendered(done: number, total: number, file: string, html: string | Uint8Array): void;
}

/** A page that has changed. */
export interface ChangedPage<Path extends RoutePath> extends PageJob {
  path: Path;
}

/** Pages that are rendered between two turns of the event loop, in which messages from threads are received. */
const pagesPerTurn = 8;

/** Pages that are looked at between two turns. */
const lookedAtPerTurn = 128;

/** Finds the pages that have changed, and puts them into a release when they are rendered. */
export interface PageWriter {
  /**
   * Takes over the pages that have not changed from earlier releases.
   *
   * @param paths of all routes
   * @returns the others
   * @throws when the routes list other pages than there are
   */
  takeOver<Path extends RoutePath>(paths: readonly Path[]): Promise<ChangedPage<Path>[]>;
  /** Computes the views of pages one by one, for the key and for the component. */
  computeViews(pages: Iterable<PageJob>): AsyncGenerator<PageJob>;
  /** Writes a page that {@link PageWriter.computeViews} has given. */
  write(job: PageJob, html: string | Uint8Array): Promise<void>;
  /** Pages as a batch, which computes their views and writes them. */
  batchOf(pages: readonly PageJob[]): Batch;
}

/** What pages are written from and into. */
export interface PagesTarget {
  /** All pages of the site, each listed by one route in `src/pages/`. */
  pages: readonly SitePage[];
  release: ReleaseTarget;
  progress: PagesProgress;
}

/**
 * @param project address of the project's folder
 * @param base the site's path, with a slash at both ends
 * @param alone the routes whose components have scripts or styles of their own
 */
export function createPageWriter(
  { pages, release, progress: { onListed, onRendered } }: PagesTarget,
  { project, base, alone }: { project: URL; base: string; alone: ReadonlySet<string> },
): PageWriter {
  let done = 0;
  let total = 0;
  const targets = new WeakMap<PageJob, { file: string; key: string }>();
  // The scripts of pages are bundled together, so that the name of one depends on the code of all.
  const digestCode = memoize((route: string) => {
    const bundled = alone.has(route) ? [...alone].sort() : [];
    const files = [...new Set([route, ...bundled, 'astro.config.mjs'])];
    return digestOf(digestModules(...files.map((file) => new URL(file, project)))).slice(0, 22);
  });
  const keyOf = (route: string, page: SitePage, view: unknown) => digestCode(route) + keyOfPage(page, view);
  const writer: PageWriter = {
    async takeOver<Path extends RoutePath>(paths: readonly Path[]) {
      const routes = matchRoutes(pages, paths, base);
      onListed(pages.length);
      const changed: ChangedPage<Path>[] = [];
      let looked = 0;
      for (const [page, path] of routes) {
        if (++looked % lookedAtPerTurn === 0) await setImmediate();
        const route = path.route.component;
        const file = fileOf(page, base);
        // Computing a view takes half as long as rendering it. Where there is nothing to take over, since the page or its code
        // is new, it is computed once.
        const isUnchanged =
          release.offers(file, digestCode(route)) &&
          (await release.takeOver(file, keyOf(route, page, await page.view())));
        if (!isUnchanged) changed.push({ page, path, route });
      }
      total = changed.length;
      return changed;
    },
    async *computeViews(pages) {
      for (const { page, route } of pages) {
        const view = await page.view();
        const job: PageJob = { route, page: { ...page, view: () => view } };
        targets.set(job, { file: fileOf(page, base), key: keyOf(route, page, view) });
        yield job;
      }
    },
    async write(job, html) {
      const target = targets.get(job);
      if (!target) throw new Error(`${job.page.path} is not a page that has changed.`);
      onRendered(++done, total, target.file, html);
      await release.write(target.file, html, target.key);
      if (done % pagesPerTurn === 0) await setImmediate();
    },
    batchOf: (batch) => ({
      routes: new Set(batch.map(({ route }) => route)),
      jobs: writer.computeViews(batch),
      take: (job, html) => writer.write(job, html),
    }),
  };
  return writer;
}
