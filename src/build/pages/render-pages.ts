import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import { currentBatch } from './batch.ts';
import type { Bundle } from './bundle.ts';
import { createPageWriter, type PagesTarget } from './page-writer.ts';

/**
 * Renders the pages that have changed into a release; the others are taken over from earlier releases.
 *
 * Pages whose components have no scripts of their own are rendered within one request, which takes half the time. The others
 * are rendered by a request each, to which Astro adds what they need.
 *
 * @param bundle undefined when the pages need a build of Astro's
 * @param assets absolute path of a folder for styles, scripts and the files of `public/`, which does not exist yet
 * @throws when the routes list other pages than these
 */
export async function renderPages(
  target: PagesTarget,
  bundle: Bundle | undefined,
  assets: string,
): Promise<void> {
  if (!bundle) {
    // Astro takes a second to load.
    const { renderWithAstro } = await import('./render-with-astro.ts');
    await renderWithAstro(target, assets);
    return;
  }
  const { renderer, facts } = bundle;
  const alone = new Set(facts.alone);
  const writer = createPageWriter(target, {
    project: pathToFileURL(`${process.cwd()}/`),
    base: facts.base,
    alone,
  });
  const changed = await writer.takeOver(renderer.listPaths());
  const together = changed.filter(({ route }) => !alone.has(route));
  currentBatch.give(writer.batchOf(together));
  await renderer.renderBatch();
  for (const each of changed.filter(({ route }) => alone.has(route)))
    for await (const job of writer.computeViews([each]))
      await writer.write(job, await renderer.renderPage(each.path, job.page));
  if (existsSync(facts.publicFolder))
    await cp(facts.publicFolder, assets, { recursive: true, dereference: true });
  await cp(bundle.assets, assets, { recursive: true });
}
