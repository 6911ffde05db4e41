import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { PublishedFile } from '../../archive/media/published-files.ts';
import type { SiteFile } from '../../archive/site-file.ts';
import { encodings } from '../../archive/media/published-sizes.ts';
import { mediaFolder } from '../../records/media/read-media.ts';
import { ContentError, startOfFile, type Problem } from '../../records/problem.ts';
import type { Cache } from '../../system/cache.ts';
import { mapConcurrently } from '../../system/concurrently.ts';
import { digestOf } from '../../system/digest.ts';
import { MediaError } from './media-error.ts';
import { mediaPath, type MediaTarget } from './media-target.ts';

/** How many files were made, and how many there are. */
export interface PublishedCount {
  made: number;
  total: number;
}

/** Files that are made together, kept in one folder of the cache. */
interface Group {
  /** Of everything that they are made from. */
  key: string;
  names: readonly string[];
  make(folder: string): Promise<void>;
}

/**
 * Publishes pictures and attachments. What an earlier build has put in place stays and is not read, what the cache has is
 * taken from there, and the rest is made, on all cores.
 *
 * @param root absolute path of the content folder
 * @param progress is called with the number of files that are done, and of all
 * @throws {ContentError} with every picture that cannot be decoded, and every file that has changed since it was checked
 */
export async function publishMedia(
  files: readonly PublishedFile[],
  root: string,
  target: MediaTarget,
  cache: Cache,
  progress: (done: number, total: number) => void = () => {},
): Promise<PublishedCount> {
  if (files.length === 0) return { made: 0, total: 0 };
  const code = digestProcessing();
  const folders = cache.folders('pictures');
  const problems: Problem[] = [];
  const keys: string[] = [];
  let [made, done] = [0, 0];
  await mapConcurrently(files, availableParallelism(), async (each) => {
    const source = join(mediaFolder(root), each.file);
    for (const { key, names, make } of listGroups(each, source, code)) {
      keys.push(key);
      const missing: string[] = [];
      for (const name of names) if (!(await target.takeOver(name, key))) missing.push(name);
      if (missing.length === 0) continue;
      try {
        const folder = (await folders.find(key)) ?? (await folders.make(key, make).finally(() => made++));
        for (const name of missing) await target.put(name, join(folder, name), key);
      } catch (error) {
        if (!(error instanceof MediaError)) throw error;
        problems.push(describeFailure(source, error));
      }
    }
    progress(++done, files.length);
  });
  if (problems.length > 0) throw new ContentError(problems);
  await folders.keepOnly(keys);
  await target.finish();
  return { made, total: files.length };
}

/**
 * Lists pictures and attachments as files of a site, each of which is made when it is asked for.
 *
 * @param root absolute path of the content folder
 * @returns files whose content is rejected with a {@link ContentError} where a build would be
 */
export function listMediaFiles(files: readonly PublishedFile[], root: string, cache: Cache): SiteFile[] {
  if (files.length === 0) return [];
  const code = digestProcessing();
  const folders = cache.folders('pictures');
  // A browser asks for several sizes at once, which are made together.
  const pending = new Map<string, Promise<string>>();
  return files.flatMap(({ file, ...each }) => {
    const source = join(mediaFolder(root), file);
    return listGroups({ file, ...each }, source, code).flatMap(({ key, make, names }) => {
      const find = async () => (await folders.find(key)) ?? (await folders.make(key, make));
      const content = async (name: string) => {
        const folder = pending.get(key) ?? find().finally(() => pending.delete(key));
        pending.set(key, folder);
        try {
          return await readFile(join(await folder, name));
        } catch (error) {
          throw error instanceof MediaError ? new ContentError([describeFailure(source, error)]) : error;
        }
      };
      return names.map((name): SiteFile => ({
        path: `${mediaPath}/${name}`,
        prepare: () => ({ key: undefined, content: () => content(name) }),
      }));
    });
  });
}

function listGroups(
  { media: { sha256 }, original, sizes }: PublishedFile,
  source: string,
  code: string,
): Group[] {
  const groups: Group[] = [];
  if (original !== undefined) {
    const make = (folder: string) => copyChecked(source, sha256, join(folder, original));
    groups.push({ key: digestOf(['original', sha256]), names: [original], make });
  }
  if (sizes.length > 0) {
    const make = async (folder: string) => {
      // It takes a tenth of a second to load, and most builds make no picture.
      const { processPicture } = await import('./process-picture.ts');
      await processPicture(source, sha256, sizes, folder);
    };
    groups.push({ key: digestOf([code, sha256, sizes]), names: sizes.map(({ name }) => name), make });
  }
  return groups;
}

/** Copies a file that was checked. A link would let an editor that writes in place change what is published. */
async function copyChecked(source: string, sha256: string, target: string): Promise<void> {
  await copyFile(source, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new MediaError('a file that is no longer there', { cause: error });
  });
  if (hash('sha256', await readFile(target)) !== sha256)
    throw new MediaError('a file that is no longer what was checked');
}

/**
 * What the bytes of a processed picture depend on besides the picture: how it is encoded, the code, and the versions of the
 * packages that encode it. Of all other packages they are independent: one that is updated leaves thousands of pictures.
 */
function digestProcessing(): string {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
  const { packages } = JSON.parse(read('../../../package-lock.json')) as {
    packages: Record<string, { version?: string }>;
  };
  const versions = Object.entries(packages)
    .filter(([path]) => /^node_modules\/(?:sharp|@img\/.*)$/.test(path))
    .map(([path, { version }]) => [path, version]);
  return digestOf([read('./process-picture.ts'), encodings, versions, process.platform, process.arch]);
}

function describeFailure(file: string, { message }: MediaError): Problem {
  const fix = 'Restore it from a backup, or take it out of the article.';
  return { file, ...startOfFile, found: message, expected: 'the whole file that its checksum is of', fix };
}
