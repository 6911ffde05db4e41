import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { build, type AstroIntegration } from 'astro';

import { count } from '../records/count.ts';
import { renderingProgress, type RenderingProgress } from '../records/loader.ts';
import type { Report } from '../command/report.ts';

/**
 * Has Astro read, check and render the archive, and tells how far it is.
 *
 * @param outDir absolute path of the folder to write the pages into
 * @returns how many articles the site shows
 * @throws {ContentError} (by name) when the content is wrong; nothing is written then
 */
export async function renderSite(outDir: string, report: Report): Promise<number> {
  let articles = 0;
  let articlesShown = 0;
  const tellRendering = (message: unknown) => {
    const { done, total, shown } = message as RenderingProgress;
    if (done === 1) {
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
    await build({ outDir, logLevel: 'error', integrations: [tellPages(report, startPages)] });
  } finally {
    unsubscribe(renderingProgress, tellRendering);
  }
  return articlesShown;
}

/** Counts the pages while Astro writes them. */
function tellPages(report: Report, start: () => void): AstroIntegration {
  let total = 0;
  let done = 0;
  return {
    name: 'dateline-progress',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        start();
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const paths = await astro.getStaticPaths();
            total = paths.length;
            report.done(count(total, 'page'));
            report.step('Writing the pages');
            return paths;
          },
          async render(request, options) {
            const result = await astro.render(request, options);
            report.progress(++done, total);
            return result;
          },
        }));
      },
      'astro:build:done': () => report.done(count(done, 'page')),
    },
  };
}
