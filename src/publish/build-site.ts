import { readdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

import { cacheFolder, contentRoot } from '../records/content-root.ts';
import { count } from '../records/count.ts';
import { digestFiles } from '../records/digest-files.ts';
import { readSite } from '../records/read-archive.ts';
import { openSearchIndex, type IndexTarget } from '../search/index.ts';
import { openEdition, workFolder, type Edition } from './edition.ts';
import { renderSite } from './render-site.ts';
import type { Report } from '../command/report.ts';
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
  if (options.ifChanged && (await isUpToDate(outDir))) return;
  // Test runners and some hosts set another, with which Astro would build for development.
  process.env.NODE_ENV = 'production';
  const inputState = await readInputState();
  const { site } = await readSite(contentRoot());
  const program = `${await digestFiles(programFiles)} ${process.version}`;
  const assets = join(workFolder(outDir), 'assets');
  await rm(assets, { recursive: true, force: true });
  const edition = await openEdition(outDir, program);
  const index = openSearchIndex(site?.language ?? 'en', join(cacheFolder(contentRoot()), 'search'));
  try {
    const articles = await renderSite(assets, edition, index, report);
    report.step('Finishing the search index');
    await index.finish(intoFolder('pagefind', edition), articles);
    report.done(count(articles, 'article'));
    report.step('Publishing');
    await takeAssets(assets, edition);
    const files = await edition.publish();
    await writeStamp(outDir, inputState);
    report.done(count(files, 'file'));
  } finally {
    await index.close();
    await edition.close();
    await rm(assets, { recursive: true, force: true });
  }
}

/** Puts what is no page into the edition: styles, scripts, the files of `public/`. */
async function takeAssets(assets: string, edition: Edition): Promise<void> {
  for (const entry of await readdir(assets, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) await edition.link(relative(assets, path), path);
  }
}

function intoFolder(folder: string, { takeOver, write, link }: Edition): IndexTarget {
  return {
    takeOver: (file, key) => takeOver(`${folder}/${file}`, key),
    write: (file, content, key) => write(`${folder}/${file}`, content, key),
    link: (file, from, key) => link(`${folder}/${file}`, from, key),
  };
}
