import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { build } from 'astro';

import { count } from '../records/count.ts';
import { renderingProgress, type RenderingProgress } from '../records/read/loader.ts';
import type { SearchIndex } from '../search/pagefind/search-index.ts';
import type { Report } from '../commands/progress.ts';
import type { Edition } from './release.ts';
import { makePages } from './make-pages.ts';

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
