import { rm } from 'node:fs/promises';

import { count } from '../archive/count.ts';
import { buildSearchIndex } from '../search/index.ts';
import type { CommandOptions } from './command.ts';
import { renderSite } from './render-site.ts';
import type { Report } from './report.ts';
import { isUpToDate, readInputState, writeStamp } from './stamp.ts';
import { stagingFolder, swapIntoPlace } from './swap.ts';

/**
 * Builds the site: checks and renders the archive, indexes it, and only then puts it in the place of the last build.
 *
 * @param options.outDir the folder to build into; nothing else is written to
 * @param options.ifChanged builds nothing when it would make the same again
 * @throws {ContentError} (by name) when the content is wrong; the last build then stands as it was
 */
export async function buildSite({ outDir, ifChanged }: CommandOptions, report: Report): Promise<void> {
  if (ifChanged && (await isUpToDate(outDir))) return;
  // Test runners and some hosts set another, with which Astro would build for development.
  process.env.NODE_ENV = 'production';
  const staging = stagingFolder(outDir);
  const inputState = await readInputState();
  await rm(staging, { recursive: true, force: true });
  try {
    await renderSite(staging, report);
    report.step('Indexing the articles');
    const indexed = await buildSearchIndex(staging);
    report.done(count(indexed, 'article'));
    await swapIntoPlace(staging, outDir);
    await writeStamp(outDir, inputState);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
