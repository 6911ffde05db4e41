import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setImmediate } from 'node:timers/promises';
import { build, type AstroIntegration, type AstroPrerenderer } from 'astro';

import { count } from '../records/count.ts';
import { renderingProgress, type RenderingProgress } from '../records/loader.ts';
import type { SearchIndex } from '../search/index.ts';
import type { Report } from '../command/report.ts';
import type { Edition } from './edition.ts';

/**
 * Has Astro read, check and render the archive, and tells how far it is. Pages that would be what they were in an
 * earlier build are taken over from it. What is rendered is indexed at once: Pagefind works in a process of its own.
 *
 * @param assets absolute path of the folder for what is no page: styles, scripts, the files of `public/`
 * @param index is given the pages below `articles/`
 * @returns how many articles there are, and how many of them the site shows
 * @throws {ContentError} (by name) when the content is wrong; nothing is written then
 */
export async function renderSite(
  assets: string,
  edition: Edition,
  index: SearchIndex,
  report: Report,
): Promise<{ read: number; shown: number }> {
  const articles = { read: 0, shown: 0 };
  let isRendering = false;
  const tellRendering = (message: unknown) => {
    const { done, total, shown } = message as RenderingProgress;
    if (!isRendering) {
      isRendering = true;
      report.done('no errors');
      report.step('Rendering the articles');
    }
    articles.read = total;
    articles.shown = shown;
    report.progress(done, total);
  };
  const startPages = () => {
    report.done(count(articles.read, 'article'));
    report.step('Preparing the pages');
  };
  subscribe(renderingProgress, tellRendering);
  report.step('Reading and checking the records');
  try {
    const integrations = [makePages(edition, index, report, startPages)];
    await build({ outDir: assets, logLevel: 'error', integrations });
    // Only what is written is indexed.
    await edition.finishWriting();
  } finally {
    unsubscribe(renderingProgress, tellRendering);
  }
  return articles;
}

/** Pages that are made before threads are heard. */
const pagesBetween = 8;

/** The route of the articles' pages. */
const articleRoute = 'src/pages/articles/[...id].astro';

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** A page that is made or taken over. */
interface Page {
  /** Below the folder of the site. */
  file: string;
  key: string | undefined;
  /** For what may be indexed, its place among that. */
  place: number | undefined;
  /** Its address within the site. */
  url: string;
}

/** Makes the pages that have changed, takes over the others, and has the articles' indexed. */
function makePages(
  edition: Edition,
  index: SearchIndex,
  report: Report,
  start: () => void,
): AstroIntegration {
  let base = '/';
  let total = 0;
  let done = 0;
  /** The pages to be made, by their addresses. */
  const pages = new Map<string, Page>();
  const add = ({ place, url, file }: Page, digest: string) => {
    if (place !== undefined) index.add(place, { url, digest, path: edition.pathOf(file) });
  };
  return {
    name: 'dateline-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        start();
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const paths = await astro.getStaticPaths();
            total = paths.length;
            report.done(count(total, 'page'));
            report.step('Making the pages that have changed');
            let place = 0;
            const [toIndex, others]: [PagePath[], PagePath[]] = [[], []];
            for (const path of paths) {
              const page = describePage(path, path.route.component === articleRoute ? place++ : undefined);
              const address = addressOf(base + page.url);
              // Two pages of one address are refused by Astro, which is told of both then.
              const isKept =
                !pages.has(address) && page.key !== undefined && edition.takeOver(page.file, page.key);
              if (isKept) add(page, edition.indexedOf(page.file));
              else (page.place === undefined ? others : toIndex).push(path);
              pages.set(address, page);
            }
            total = toIndex.length + others.length;
            return interleave(toIndex, others);
          },
          async render(request, options) {
            // Rendering waits for nothing, so that no thread would be heard until all is rendered.
            if (done % pagesBetween === 0) await setImmediate();
            const result = await astro.render(request, options);
            report.progress(++done, total);
            const response = result instanceof Response ? result : result.response;
            const page = pages.get(addressOf(request.url));
            if (!page) throw new Error(`Astro renders ${request.url}, which is none of its paths.`);
            const content = await response.bytes();
            if (page.place === undefined) await edition.write(page.file, content, page.key);
            else await edition.writePage(page.file, content, page.key, (digest) => add(page, digest));
            // The edition has it already.
            return { response: new Response(null) };
          },
        }));
      },
      'astro:build:done': () => report.done(count(done, 'page')),
    },
  };
}

/** The items of two lists, each in its order, so that both last to the end: one is indexed while others are made. */
function interleave<Item>(a: readonly Item[], b: readonly Item[]): Item[] {
  const spread = (items: readonly Item[]) => items.map((item, index) => ({ item, at: index / items.length }));
  return [...spread(a), ...spread(b)].sort((one, other) => one.at - other.at).map(({ item }) => item);
}

/** The address of a page on its host, with or without a slash at its end. */
function addressOf(url: string): string {
  const { href, origin } = new URL(url, 'http://localhost');
  return href.slice(origin.length).replace(/\/$/, '');
}

function describePage({ pathname, route, cacheKey }: PagePath, place: number | undefined): Page {
  const path = pathname.replace(/^\/|\/$/g, '');
  const url = path === '' || route.type === 'endpoint' ? path : `${path}/`;
  const file = route.type === 'endpoint' ? path : path === '404' ? '404.html' : `${url}index.html`;
  return { file, key: cacheKey, place, url };
}
