import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { build, type AstroIntegration } from 'astro';

import { count } from '../records/count.ts';
import { renderingProgress, type RenderingProgress } from '../records/loader.ts';
import type { SearchIndex } from '../search/index.ts';
import type { Report } from '../command/report.ts';

/**
 * Has Astro read, check and render the archive, and tells how far it is. What is rendered is indexed at once: Pagefind
 * works in a process of its own.
 *
 * @param outDir absolute path of the folder to write the pages into
 * @param index is given the pages below `articles/`
 * @returns how many articles the site shows
 * @throws {ContentError} (by name) when the content is wrong; nothing is written then
 */
export async function renderSite(outDir: string, index: SearchIndex, report: Report): Promise<number> {
  let articles = 0;
  let articlesShown = 0;
  let isRendering = false;
  const tellRendering = (message: unknown) => {
    const { done, total, shown } = message as RenderingProgress;
    if (!isRendering) {
      isRendering = true;
      report.done('no errors');
      report.step('Rendering the articles');
    }
    articles = total;
    articlesShown = shown;
    report.progress(done, total);
  };
  const startPages = () => {
    report.done(count(articles, 'article'));
    report.step('Preparing the pages');
  };
  subscribe(renderingProgress, tellRendering);
  report.step('Reading and checking the records');
  try {
    await build({ outDir, logLevel: 'error', integrations: [watchPages(index, report, startPages)] });
  } finally {
    unsubscribe(renderingProgress, tellRendering);
  }
  return articlesShown;
}

/** The route of the articles' pages. */
const articleRoute = 'src/pages/articles/[...id].astro';

/** Counts the pages while Astro writes them, and has the articles' indexed. */
function watchPages(index: SearchIndex, report: Report, start: () => void): AstroIntegration {
  let total = 0;
  let done = 0;
  let base = '/';
  /** The places of the articles' pages, by their paths. */
  let places = new Map<string, number>();
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
            const articles = paths.filter(({ route }) => route.component === articleRoute);
            places = new Map(articles.map(({ pathname }, place) => [pathname, place]));
            report.done(count(total, 'page'));
            report.step('Writing the pages');
            return paths;
          },
          async render(request, options) {
            const result = await astro.render(request, options);
            report.progress(++done, total);
            if (options.routeData.component !== articleRoute) return result;
            const response = result instanceof Response ? result : result.response;
            const html = await response.text();
            const path = new URL(request.url).pathname.slice(base.length - 1);
            const place = places.get(path);
            if (place === undefined) throw new Error(`Astro renders ${path}, which is none of its paths.`);
            await index.add(place, path.slice(1), html);
            return { response: new Response(html, response) };
          },
        }));
      },
      'astro:build:done': () => report.done(count(done, 'page')),
    },
  };
}
