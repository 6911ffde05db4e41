import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { basePath } from '../../archive/paths.ts';
import type { Site } from '../../records/schemas/site-schema.ts';
import { makeCacheFolder, openCache, type OnDamage } from '../../system/cache.ts';
import { digestOf } from '../../system/digest.ts';
import { lock } from '../../system/lock.ts';
import { openThreads } from '../../system/threads.ts';
import type { BundleJob } from './make-bundle.ts';
import type { Renderer } from './renderer.ts';

/** What Astro makes of the code of all components, which no article changes: kept between builds. */
export interface Bundle {
  facts: BundleFacts;
  renderer: Renderer;
  /** Absolute path of the folder of scripts and styles, as they are published. */
  assets: string;
}

/** What is known of a bundle, in its file `bundle.json`. */
export interface BundleFacts {
  /**
   * Why pages can be rendered only within a build of Astro's, in which case the bundle is not used.
   *
   * @example ['src/pages/[...article].astro has styles of its own']
   */
  obstacles: readonly string[];
  /** The site's path, with a slash at both ends. */
  base: string;
  /** Absolute path of the folder of files that are published as they are. */
  publicFolder: string;
  /** The routes whose components have scripts of their own. */
  alone: readonly string[];
  /** The files of these scripts, below {@link Bundle.assets}, by Astro's names for them. */
  scripts: Readonly<Record<string, string>>;
}

/** What is in the folder of a bundle. */
export const bundleParts = {
  facts: 'bundle.json',
  server: 'server',
  assets: 'assets',
  renderer: 'renderer.mjs',
};

/** How many bundles are kept: of archives with other languages and addresses, and of earlier states of the program. */
const mostKept = 16;

/** The files that a bundle is made of. */
const program = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A bundle that is found, or in the making. */
export interface OpenedBundle {
  /** Undefined when Astro has to render the pages, since components use what only a build of Astro's can do. */
  load(): Promise<Bundle | undefined>;
  /** Ends the making of it, whatever has become of it. */
  close(): Promise<void>;
}

/**
 * Finds the bundle of this program for a site, or begins to make it: in a thread, whose memory is free again when it is made.
 *
 * @param project absolute path of the project
 */
export function openBundle(project: string, site: Site, onDamage: OnDamage): OpenedBundle {
  const threads = openThreads(new URL('./make-bundle.ts', import.meta.url), { threads: 1 });
  const make = (folder: string) => threads.run<BundleJob, void>('makeBundle', { folder, site });
  const found = findBundle(project, site, onDamage, make).finally(() => threads.close());
  // `load` throws the error.
  found.catch(() => {});
  return {
    load: async () => loadBundle(await found, site),
    async close() {
      await threads.close();
      await found.catch(() => {});
    },
  };
}

/** @returns absolute path of the folder of the bundle */
async function findBundle(
  project: string,
  site: Site,
  onDamage: OnDamage,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const { digest, usesAddress } = readProgram(project);
  // What `astro.config.mjs` takes of `site.yaml`. Components get the address when they render.
  const settings = [basePath(site.url), site.language, usesAddress && site.url];
  // A bundle has absolute paths of the project.
  const key = digestOf([process.version, project, settings, publicVariables(), digest]).slice(0, 22);
  return findFolder(bundlesFolder(project), key, onDamage, make);
}

async function loadBundle(folder: string, site: Site): Promise<Bundle | undefined> {
  const facts = JSON.parse(await readFile(join(folder, bundleParts.facts), 'utf8')) as BundleFacts;
  if (facts.obstacles.length > 0) return undefined;
  const { createRenderer } = (await import(
    pathToFileURL(join(folder, bundleParts.server, bundleParts.renderer)).href
  )) as typeof import('./renderer.ts');
  const renderer = await createRenderer({ site: site.url, base: facts.base }, (id) => {
    const file = facts.scripts[id];
    if (file === undefined)
      throw new Error(
        `Astro has made no file of ${id}. Set vite.build.assetsInlineLimit to 0 in astro.config.mjs.`,
      );
    return facts.base + file;
  });
  return { facts, renderer, assets: join(folder, bundleParts.assets) };
}

/** Removes all bundles, since the program has changed while one may have been made. */
export async function forgetBundles(project: string): Promise<void> {
  await rm(bundlesFolder(project), { recursive: true, force: true });
}

function bundlesFolder(project: string): string {
  return join(project, 'node_modules/.cache/dateline/bundles');
}

/** Finds the folder of a bundle, or makes it, when no other build is making it. */
async function findFolder(
  root: string,
  key: string,
  onDamage: OnDamage,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  makeCacheFolder(root, onDamage);
  const folders = openCache(root, onDamage).folders('.');
  const found = await folders.find(key);
  if (found) {
    const now = new Date();
    await utimes(found, now, now);
    return found;
  }
  const unlock = await lock(join(root, `${key}.lock`), () => {}, { repairs: true });
  try {
    const other = await folders.find(key);
    if (other) return other;
    const folder = await folders.make(key, make);
    await removeOldest(root);
    return folder;
  } finally {
    unlock();
  }
}

/** Removes the bundles that have not been used for the longest time. */
async function removeOldest(root: string): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name));
  const used = await Promise.all(
    folders.map(async (folder) => [(await stat(folder)).mtimeMs, folder] as const),
  );
  const oldest = used.sort(([a], [b]) => b - a).slice(mostKept);
  for (const [, folder] of oldest) await rm(folder, { recursive: true, force: true });
}

/** What of the environment Vite puts into the code. */
function publicVariables(): (readonly [string, string | undefined])[] {
  return Object.entries(process.env)
    .filter(([name]) => name.startsWith('PUBLIC_'))
    .sort();
}

/**
 * Reads the program: all that is bundled, and all that decides how.
 *
 * @returns its digest, and whether Vite puts the site's address into its code
 */
function readProgram(project: string): { digest: string; usesAddress: boolean } {
  let usesAddress = false;
  const files = program
    .flatMap((path) => listFiles(project, path))
    .map((path) => {
      const content = readFileSync(join(project, path));
      usesAddress ||= content.includes(addressVariable);
      return [path, hash('sha256', content)];
    });
  return { digest: digestOf(files), usesAddress };
}

// In two parts, so that this file is none that uses it.
const addressVariable = `import.meta.env.${'SITE'}`;

/** Lists the files at a path, sorted, as paths from the project. */
function listFiles(project: string, path: string): string[] {
  if (path.includes('.')) return [path];
  return readdirSync(join(project, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}
