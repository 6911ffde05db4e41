import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration } from 'astro';

import { memoize } from '../../archive/memoize.ts';
import { digestOf } from '../../system/digest.ts';
import { digestModules } from '../../system/module-digest.ts';
import { keyOfPage, type SitePage } from '../../views/page.ts';
import type { Release } from '../release/release.ts';
import { currentBatch, type PageJob } from './batch.ts';
import { addressOf, fileOf, matchRoutes, type StaticPath } from './match-routes.ts';
import { findOwnAssets } from './own-assets.ts';

/** How far the pages are. */
export interface PagesProgress {
  /** Called once, with the number of all pages. */
  onListed(total: number): void;
  /** Called for each page that had to be rendered, with its file and its HTML. */
  onRendered(done: number, total: number, file: string, html: string | Uint8Array): void;
}

/** A page that has changed. */
interface ChangedPage extends PageJob {
  path: StaticPath;
  file: string;
}

/** A page that is rendered, with its key. */
interface KeyedPage extends ChangedPage {
  key: string;
}

/** Pages that are rendered between two turns of the event loop, in which messages from threads are received. */
const pagesPerTurn = 8;

/** The route that renders a batch; it is in no folder of pages. */
const batchRoute = 'src/build/pages/Batch.astro';

/**
 * Has Astro render the pages that have changed into a release; the others are taken over from earlier releases.
 *
 * Pages whose components have no scripts or styles of their own are rendered within one request, which takes half the
 * time. The others are rendered by a request each, to which Astro adds what they need.
 *
 * @param pages all pages of the site, each listed by one route in `src/pages/`
 * @param assets absolute path of the folder that Astro writes styles, scripts and the files of `public/` into
 * @throws when the routes list other pages than these
 */
export async function renderPages(
  pages: readonly SitePage[],
  release: Release,
  assets: string,
  progress: PagesProgress,
): Promise<void> {
  await build({ outDir: assets, logLevel: 'error', integrations: [prerenderInto(pages, release, progress)] });
}

function prerenderInto(
  pages: readonly SitePage[],
  release: Release,
  { onListed, onRendered }: PagesProgress,
): AstroIntegration {
  let root: URL;
  let base: string;
  /** The routes of which each page needs a request of its own. */
  const alone = new Set<string>();
  let changed: ReadonlyMap<string, ChangedPage> = new Map();
  let done = 0;

  // The scripts of pages are bundled together, so that the name of one depends on the code of all.
  const digestCode = memoize((route: string) => {
    const bundled = alone.has(route) ? [...alone].sort() : [];
    const files = [...new Set([route, ...bundled, 'astro.config.mjs'])];
    return digestOf(digestModules(...files.map((file) => new URL(file, root)))).slice(0, 22);
  });
  const findChanged = async (
    routes: ReadonlyMap<SitePage, StaticPath>,
  ): Promise<Map<string, ChangedPage>> => {
    const found = new Map<string, ChangedPage>();
    for (const [page, path] of routes) {
      const route = path.route.component;
      const file = fileOf(page, base);
      // Computing a view takes half as long as rendering it. Where there is nothing to take over, since the page or its code is
      // new, it is computed once.
      const isUnchanged =
        release.offers(file, digestCode(route)) &&
        (await release.takeOver(file, keyOf(route, page, await page.view())));
      if (!isUnchanged) found.set(addressOf(page.path), { page, path, route, file });
    }
    return found;
  };
  const keyOf = (route: string, page: SitePage, view: unknown) => digestCode(route) + keyOfPage(page, view);
  /** Computes the views of pages one by one, for the key and for the component. */
  const computeViews = async function* (pages: Iterable<ChangedPage>): AsyncGenerator<KeyedPage> {
    for (const { page, ...rest } of pages) {
      const view = await page.view();
      yield { ...rest, page: { ...page, view: () => view }, key: keyOf(rest.route, page, view) };
    }
  };
  const write = async ({ file, key }: KeyedPage, html: string | Uint8Array) => {
    onRendered(++done, changed.size, file, html);
    await release.write(file, html, key);
    if (done % pagesPerTurn === 0) await setImmediate();
  };
  return {
    name: 'dateline-pages',
    hooks: {
      'astro:config:setup': ({ config, injectRoute, updateConfig }) => {
        root = config.root;
        base = config.base.replace(/\/?$/, '/');
        injectRoute({ pattern: '/batch-of-pages', entrypoint: batchRoute, prerender: true });
        const plugin = findOwnAssets(fileURLToPath(root), (route) => alone.add(route));
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const paths = await astro.getStaticPaths();
            const isBatch = ({ route }: StaticPath) => route.component === batchRoute;
            const routes = matchRoutes(
              pages,
              paths.filter((path) => !isBatch(path)),
              base,
            );
            onListed(pages.length);
            changed = await findChanged(routes);
            const byThemselves = changed.values().filter(({ route }) => alone.has(route));
            return [...paths.filter(isBatch), ...byThemselves.map(({ path }) => path)];
          },
          async render(request, options) {
            const render = async () => {
              const result = await astro.render(request, options);
              return (result instanceof Response ? result : result.response).bytes();
            };
            if (options.routeData.component === batchRoute) {
              const pages = [...changed.values().filter(({ route }) => !alone.has(route))];
              currentBatch.give({
                routes: new Set(pages.map(({ route }) => route)),
                jobs: computeViews(pages),
                take: (job, html) => write(job as KeyedPage, html),
              });
              await render();
            } else {
              const job = changed.get(addressOf(request.url));
              if (!job)
                throw new Error(`Astro renders ${request.url}, which is not a page that has changed.`);
              const key = keyOf(job.route, job.page, await job.page.view());
              await write({ ...job, key }, await render());
            }
            // The release has the page already: nothing is left for Astro to write.
            return { response: new Response(null) };
          },
        }));
      },
    },
  };
}
