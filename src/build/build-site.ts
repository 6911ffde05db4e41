import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';

import { build as renderPages } from 'astro';

import { createArchive } from '../archive/archive.ts';
import { currentArchive } from '../archive/load.ts';
import { CommandError } from '../system/command-error.ts';
import { cacheFolder, contentRoot } from '../records/content-root.ts';
import { count } from '../records/count.ts';
import { digestFiles } from '../system/digest-files.ts';
import { currentCollections, listCollections } from '../records/collections.ts';
import { openCache } from '../system/cache.ts';
import { removeUnfinished } from '../system/write-file.ts';
import { openSearchIndex, type IndexTarget } from '../search/pagefind/search-index.ts';
import { manifestFile, openEdition, workFolder, type Edition } from './release.ts';
import { lock } from '../system/lock.ts';
import { makePages } from './make-pages.ts';
import { readContent } from './read.ts';
import { renderContent } from './render.ts';
import type { Report } from '../system/progress.ts';
import { isUpToDate, programFiles, readInputState, writeStamp } from './stamp.ts';

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
  const cache = cacheFolder(contentRoot());
  const wait = () => report.say('Another build is under way; waiting for it to end.');
  await mkdir(cache, { recursive: true });
  const unlock = await lock(join(cache, 'lock'), wait);
  try {
    const inputState = readInputState();
    if (options.ifChanged && (await isUpToDate(outDir, inputState))) return;
    await removeUnfinished(cache);
    await build(outDir, inputState, cache, wait, report);
  } finally {
    unlock();
  }
}

async function build(
  outDir: string,
  inputState: string,
  cacheRoot: string,
  wait: () => void,
  report: Report,
): Promise<void> {
  // V8 collects garbage once the heap has grown by so much since the last time: less memory, for little time.
  setFlagsFromString('--heap-growing-percent=35');
  // V8 allocates in the old generation what has often survived there. Pages never should: nothing is left of one once it
  // is written.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // Test runners and some hosts set another, with which Astro would build for development.
  process.env.NODE_ENV = 'production';
  const cache = openCache(cacheRoot);
  report.step('Reading and checking the records');
  const content = await readContent(contentRoot());
  report.done('no errors');
  report.step('Rendering the articles');
  const input = await renderContent(content, cache, report.progress);
  report.done(count(content.articles.length, 'article'));
  const archive = createArchive(input);
  currentArchive.give(archive);
  currentCollections.give(listCollections(content));
  const articles = { read: content.articles.length, shown: archive.articles.length };

  const program = `${await digestFiles(programFiles)} ${process.version}`;
  const assets = join(workFolder(outDir), 'assets');
  await rm(assets, { recursive: true, force: true });
  const edition = await openEdition(outDir, program, wait);
  const index = openSearchIndex(archive.site.language, join(cacheRoot, 'search'));
  try {
    report.step('Preparing the pages');
    await renderPages({
      outDir: assets,
      logLevel: 'error',
      integrations: [makePages(edition, index, report)],
    });
    // Only what is written is indexed.
    await edition.finishWriting();
    report.step('Finishing the search index');
    await index.finish(intoFolder('pagefind', edition), articles.shown).catch((error: Error) => {
      throw new CommandError(error.message, { cause: error });
    });
    report.done(count(articles.shown, 'article'));
    report.step('Publishing');
    await takeAssets(assets, edition);
    const files = await edition.publish();
    await writeStamp(outDir, inputState);
    report.done(count(files, 'file'));
    // What is refused ends a build before this; the index holds just the articles that are shown.
    const [read, shown, withdrawn] = [articles.read, articles.shown, articles.read - articles.shown].map(
      (number) => number.toLocaleString('en'),
    );
    report.say(`Articles: read ${read}, published ${shown}, withdrawn ${withdrawn}, refused 0.`);
  } finally {
    await index.close();
    await edition.close();
    await rm(assets, { recursive: true, force: true });
  }
}

/** Puts what is no page into the edition: styles, scripts, the files of `public/`. */
async function takeAssets(assets: string, edition: Edition): Promise<void> {
  for (const entry of await readdir(assets, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(assets, path);
    if (edition.has(file) || file === manifestFile)
      throw new CommandError(`public/${file} would be in the place of a file of the archive. Rename it.`);
    await edition.link(file, path);
  }
}

function intoFolder(folder: string, { takeOver, write, link }: Edition): IndexTarget {
  return {
    takeOver: (file, key) => takeOver(`${folder}/${file}`, key),
    write: (file, content, key) => write(`${folder}/${file}`, content, key),
    link: (file, from, key) => link(`${folder}/${file}`, from, key),
  };
}
