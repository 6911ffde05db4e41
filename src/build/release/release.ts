import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { makeCacheFolder, type OnDamage } from '../../system/cache.ts';
import { lock } from '../../system/lock.ts';
import { keepFileLists, workFolder, writeFileList, type ReleaseFile } from './file-list.ts';
import { beside, prepareFolders, swap } from './folders.ts';
import { formatManifest, manifestFile } from './manifest.ts';
import { isUntouched, removeUnfinished, unfinishedMarker, type WrittenFile } from './write-worker.ts';
import { openWriter } from './writer.ts';

/**
 * The next release of a published folder, in the making beside it. What has not changed comes from the two releases
 * before: the last but one becomes the folder of the next, so that its folders need not be created again, and from the
 * published one files are linked. No file that is published is ever written to.
 */
export interface Release {
  /** Whether a file has been put into it. */
  has(file: string): boolean;
  /** Whether an earlier release has a file at this path, which {@link Release.takeOver} may take with a key that begins so. */
  offers(file: string, keyBegins: string): boolean;
  /** Takes a file over from an earlier release that has it with this key, if nobody has touched it since. */
  takeOver(file: string, key: string): Promise<boolean>;
  /** Writes a file. Errors come here or from {@link Release.publish}. */
  write(file: string, content: string | Uint8Array, key?: string): Promise<void>;
  /** Puts a file that is elsewhere, and will not be changed there, into the release. @param from absolute path */
  link(file: string, from: string, key?: string): void;
  /**
   * Replaces the published folder by the release, with the checksums of its files (`manifest-sha256.txt`).
   *
   * @param folders in it that have checksums of their own, since each is published by itself: `example.org/`
   * @param check looks through the files of the release, which are all there; when it throws, nothing is published
   * @returns how many files it has
   * @throws when a file could not be written; the published folder stays as it was
   */
  publish(
    folders?: readonly string[],
    check?: (files: ReadonlyMap<string, Pick<ReleaseFile, 'size'>>) => void,
  ): Promise<number>;
  /** Ends the work on it, and removes it unless it was published. */
  close(): Promise<void>;
}

/**
 * Begins a release, when no other process is making one for the same folder.
 *
 * @param published absolute path of the published folder, which need not exist
 * @param dataUrl of the archive's data, by which its releases are told from those of others
 * @param options `log` prints a line: when there is another process to wait for, and when something was not made by builds;
 *   `onDamage` is called with each file about earlier releases that is damaged
 * @throws {CommandError} when what would be replaced is not a release of the archive
 */
export async function openRelease(
  published: string,
  dataUrl: string,
  { log = () => {}, onDamage }: ReleaseOptions = {},
): Promise<Release> {
  makeCacheFolder(workFolder(published), onDamage);
  await mkdir(dirname(published), { recursive: true });
  const unlock = await lock(beside(published, 'lock'), () =>
    log('Another build is running; waiting for it to end.'),
  );
  try {
    return await startRelease(published, dataUrl, { log, onDamage }, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

interface ReleaseOptions {
  log?: (line: string) => void;
  onDamage?: OnDamage | undefined;
}

async function startRelease(
  published: string,
  dataUrl: string,
  { log, onDamage }: Required<ReleaseOptions>,
  unlock: () => void,
): Promise<Release> {
  const { next, known, own, linkable } = await prepareFolders(published, dataUrl, onDamage);
  const files = new Map<string, ReleaseFile>();
  const writer = openWriter(next);
  const strays = findFreeName(beside(published, 'strays'));
  const keeping = writer.keepOnly(known, own, strays).then(({ kept, moved }) => {
    if (moved.length > 0)
      log(
        `Moved to ${strays}, since no build has made them: ${moved.slice(0, 5).join(', ')}${moved.length > 5 ? ` and ${moved.length - 5} more` : ''}.`,
      );
    return kept;
  });
  // Whoever waits for it gets the error.
  keeping.catch(() => {});
  let isPublished = false;
  const stopCleaning = cleanUpOnSignal(() => {
    // Without the mark, there may still be something in the folder that no build has made.
    if (!isPublished && existsSync(join(next, unfinishedMarker))) removeUnfinished(next);
    unlock();
  });

  const findKept = async (file: string, key: string) => {
    const own = (await keeping).get(file);
    return own?.key === key ? own : undefined;
  };
  const findLinkable = (file: string, key: string) => {
    const found = linkable.get(file);
    return found?.key === key && isUntouched(join(published, file), found) ? found : undefined;
  };
  // Spread, an object takes half as much again.
  const add = (file: string, key: string | undefined, { size, changed, sha256 }: WrittenFile) =>
    files.set(file, { key, size, changed, sha256 });
  const write: Release['write'] = (file, content, key) =>
    writer.write(file, content, (written) => add(file, key, written));
  return {
    has: (file) => files.has(file),
    offers: (file, keyBegins) =>
      [known, linkable].some((files) => files.get(file)?.key?.startsWith(keyBegins)),
    async takeOver(file, key) {
      const own = await findKept(file, key);
      const found = own ?? findLinkable(file, key);
      if (!found) return false;
      if (!own) writer.link(file, join(published, file));
      files.set(file, found);
      return true;
    },
    write,
    link: (file, from, key) => writer.link(file, from, (written) => add(file, key, written)),
    async publish(folders = [], check) {
      // That of all files also has the checksums of the others.
      for (const folder of [...folders, '']) {
        await writer.finish();
        const sums = [...files].flatMap(([file, { sha256 }]) =>
          file.startsWith(folder) ? [[file.slice(folder.length), sha256] as const] : [],
        );
        await write(folder + manifestFile, formatManifest(sums));
      }
      await writer.finish();
      check?.(files);
      const kept = await keeping;
      await writer.remove(kept.keys().filter((file) => !files.has(file)));
      await writeFileList(next, published, files);
      const releases = swap(next, published);
      isPublished = true;
      await keepFileLists(releases, published);
      return files.size;
    },
    async close() {
      // Unless that has been done, there may still be something in the folder that no build has made.
      const isOwn = await keeping.then(
        () => true,
        () => false,
      );
      await writer.close();
      if (isOwn && !isPublished) removeUnfinished(next);
      stopCleaning();
      unlock();
    },
  };
}

/**
 * Cleans up before the process is ended by Ctrl+C or by the system.
 *
 * @returns a function that ends this
 */
function cleanUpOnSignal(cleanUp: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = (signal: NodeJS.Signals) => {
    stop();
    cleanUp();
    process.kill(process.pid, signal);
  };
  const stop = () => signals.forEach((signal) => process.off(signal, end));
  for (const signal of signals) process.on(signal, end);
  return stop;
}

/** The path, or the first one with a number that nothing is at. */
function findFreeName(path: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}
