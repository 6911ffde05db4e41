import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';

import { count } from '../records/count.ts';
import { contentRoot } from '../records/content-root.ts';
import { readSite } from '../records/read-archive.ts';
import { openSearchIndex } from '../search/index.ts';
import { renderSite } from './render-site.ts';
import type { Report } from '../command/report.ts';
import { isUpToDate, readInputState, writeStamp } from './stamp.ts';
import { stagingFolder, swapIntoPlace } from './swap.ts';

/** What a build is told. */
export interface BuildOptions {
  /** The folder to build into. */
  outDir: string;
  /** Builds nothing when it would make the same again. */
  ifChanged: boolean;
}

/**
 * Builds the site: checks and renders the archive, indexes it, and only then puts it in the place of the last build.
 *
 * @throws {ContentError} (by name) when the content is wrong; the last build then stands as it was
 */
export async function buildSite(options: BuildOptions, report: Report): Promise<void> {
  const outDir = resolve(options.outDir);
  if (options.ifChanged && (await isUpToDate(outDir))) return;
  // Test runners and some hosts set another, with which Astro would build for development.
  process.env.NODE_ENV = 'production';
  const staging = stagingFolder(outDir);
  const inputState = await readInputState();
  await rm(staging, { recursive: true, force: true });
  const { site } = await readSite(contentRoot());
  const index = openSearchIndex(site?.language ?? 'en');
  try {
    const articles = await renderSite(staging, index, report);
    report.step('Finishing the search index');
    await index.finish(staging, articles);
    report.done(count(articles, 'article'));
    await swapIntoPlace(staging, outDir);
    await writeStamp(outDir, inputState);
  } finally {
    await index.close();
    await rm(staging, { recursive: true, force: true });
  }
}
