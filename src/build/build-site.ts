import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { cacheFolder, contentRoot, listContentRoots } from '../records/content-root.ts';
import { displayPath } from '../records/problem.ts';
import { readSite } from '../records/read/read-site.ts';
import type { WebHostName } from '../records/schemas/web-hosts.ts';
import { makeCacheFolder, openCache } from '../system/cache.ts';
import { rememberFolders } from '../system/folders.ts';
import { lock } from '../system/lock.ts';
import type { Report } from '../system/progress.ts';
import { removeUnfinished } from '../system/write-file.ts';
import { refuseMediaFolder, resolveOutputFolder } from './release/output-folder.ts';
import {
  listChanges,
  readContentStates,
  readProgramState,
  type FileStates,
  type InputState,
} from './input-state.ts';
import { openFederatedCaches } from './federation/federated-caches.ts';
import { forgetBundles } from './pages/bundle.ts';
import { keepFileLists } from './release/file-list.ts';
import { isIntact } from './release/intact.ts';
import { refuseIncompleteParts } from './spans/joined-parts.ts';
import { isUpToDate, readRemembered, rememberInputState } from './up-to-date.ts';

export interface BuildOptions {
  /** The folder to build into. */
  outDir: string;
  /** Whether most articles, and lines of the ledger, may have been removed since the last build. */
  allowsRemoval: boolean;
  /** The web host whose limits are checked, instead of that of `site.yaml`. */
  host?: WebHostName | undefined;
  /** The folder for pictures and attachments, when they are published on another host (`mediaUrl`). */
  mediaOut?: string | undefined;
  /** Whether it is for looking at: then all of it is made for one host, also where `site.yaml` has several. */
  isPreview?: boolean | undefined;
  /** The folders of the parts that the site is joined from, instead of being built from the articles alone. */
  parts?: readonly string[] | undefined;
}

/**
 * Builds the site, as the only process that builds from this content folder; nothing is built when that would make the same
 * again. Everything is built from one state of the content; what has changed meanwhile is reported.
 *
 * @throws {CommandError} when the folder must not be replaced
 * @throws {ContentError} when the content is not valid; the last release then stays as it was
 */
export async function buildSite(options: BuildOptions, report: Report): Promise<void> {
  const root = contentRoot();
  const surroundings = { project: process.cwd(), content: root };
  const outDir = resolveOutputFolder(resolve(options.outDir), surroundings);
  const mediaOut = options.mediaOut && resolve(options.mediaOut);
  if (mediaOut) refuseMediaFolder(mediaOut, outDir, surroundings);
  const parts = options.parts?.map((part) => resolve(part));
  const joined = parts && (await refuseIncompleteParts(parts, root));
  const folder = cacheFolder(root);
  const damaged = new Set<string>();
  const onDamage = (file: string) => void damaged.add(file);
  const onWait = () => report.log('Another build is running; waiting for it to end.');
  makeCacheFolder(folder, onDamage);
  const unlock = await lock(join(folder, 'lock'), onWait, { repairs: true });
  const changed: string[] = [];
  const program = readProgramState();
  // Only a site on several hosts is another for looking at.
  const preview = options.isPreview && (await readSite(root)).site?.spans ? 'one host' : undefined;
  const cache = openCache(folder, onDamage, joined?.of(root));
  const caches = openFederatedCaches(root, cache, folder, (inner, of) =>
    openCache(inner, onDamage, joined?.of(of)),
  );
  try {
    // The content folder is looked through at the beginning, when it is read, after that, and at the end.
    const listFolder = rememberFolders();
    const readState = async () => readContentStates(await listContentRoots(root), { outDir, listFolder });
    const read = Date.now();
    const stateWith = (content: FileStates): InputState => ({
      content,
      read,
      program,
      options: { host: options.host, preview },
    });
    const before = await readState();
    // What is in a folder for pictures is not known.
    if (
      !mediaOut &&
      (await isUpToDate(outDir, stateWith(before), cache)) &&
      (await isIntact(outDir, onDamage))
    ) {
      report.log('Nothing has changed since the last build.');
      return;
    }
    await removeUnfinished(folder);
    // Astro takes a second to load.
    const { runStages } = await import('./stages.ts');
    const { state, digests } = await runStages(
      outDir,
      { ...options, mediaOut, isJoined: parts !== undefined },
      {
        cache,
        caches,
        listFolder,
        before,
        remembered: await readRemembered(outDir, cache),
        onDamage,
        report,
      },
    );
    await rememberInputState(outDir, stateWith(state), digests, cache);
    changed.push(...listChanges(state, await readState()));
  } finally {
    caches.close();
    const changedProgram = listChanges(program, readProgramState());
    if (changedProgram.length > 0) await forget(folder, outDir);
    if (damaged.size > 0)
      report.log(
        `Kept from earlier builds, but damaged, and therefore made again: ${nameSome([...damaged])}.`,
      );
    changed.push(...changedProgram);
    if (changed.length > 0)
      report.log(`Files changed while the site was built: ${nameSome(changed)}. Run the build again.`);
    unlock();
  }
}

/**
 * Removes everything that this build has kept for the next one. When the program changes while it runs, the code that is
 * digested for a key may be other code than that which has made what it is the key of.
 *
 * @param folder absolute path of the cache
 */
async function forget(folder: string, outDir: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name !== 'lock') await rm(join(folder, name), { recursive: true, force: true });
  await keepFileLists([], outDir);
  await forgetBundles(process.cwd());
}

/** How many files a message names. */
const mostNamed = 3;

function nameSome(files: readonly string[]): string {
  const more = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : '';
  return files.slice(0, mostNamed).map(displayPath).join(', ') + more;
}
