import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import type { DraftMedia } from '../drafts/draft-media.ts';
import type { ReceivedFile } from '../sources/source.ts';
import { listEnds, listMediaPaths, type MediaPath } from './candidates.ts';
import type { MediaFolder } from './media-folder.ts';
import type { PathFinder } from './path-finder.ts';

/** Where the file of something that a source names is, or why it is not known. */
export type MediaSearch = { path: string; name?: string } | { missing: string };

/**
 * Looks for the file of a picture: relative addresses beside the file that names them, then all addresses in the folders of
 * `--media`. There a file is meant when the path of the address ends with its whole path below the folder, or when its path
 * ends with that of the address, and no other's does. Where no file has a name in the same letters, one counts that differs
 * only in upper and lower case. Nothing is ever loaded from the network.
 *
 * @param media addresses and paths of the same picture, the best first
 * @param file the one that names it
 * @param findPath finds what is at a path beside the text
 * @param own the address of the article: a file of another site is not meant by its name alone
 */
export function findMedia(
  { written, isFileName }: Pick<DraftMedia, 'written' | 'isFileName'>,
  file: ReceivedFile,
  folders: readonly MediaFolder[],
  findPath: PathFinder,
  own?: string,
): MediaSearch {
  const paths = written.flatMap((each) => listMediaPaths(each, isFileName));
  for (const anyCase of [false, true]) {
    const found = findPaths(
      paths,
      file,
      folders,
      (folder, path) => findPath(folder, path, anyCase),
      anyCase,
      own,
    );
    if (found !== undefined) return found;
  }
  return {
    missing: folders.length > 0 ? 'no such file in the folder of --media' : 'no such file beside the text',
  };
}

/** @returns undefined when there is no file that could be meant */
function findPaths(
  paths: readonly MediaPath[],
  file: ReceivedFile,
  folders: readonly MediaFolder[],
  findPath: (folder: string, path: string) => string | undefined,
  anyCase: boolean,
  own: string | undefined,
): MediaSearch | undefined {
  let ambiguous: string | undefined;
  for (const path of paths) {
    const beside = findBeside(path, file, findPath);
    if (beside !== undefined) return { path: beside };
    // The folder that has most of the path is meant.
    const [best, other] = folders
      .map((folder) => ({ folder, ...findInFolder(path, folder, anyCase) }))
      .sort((one, other) => other.length - one.length);
    const [only, another] = best?.files ?? [];
    if (best && only !== undefined && another === undefined) {
      const isWhole = best.length === normalizeUnicode(only, 'NFC').length;
      if (isWhole && !only.includes('/') && isOfAnotherSite(path, own)) {
        ambiguous ??= `a file of that name is there, but the address is of another site (${path.host})`;
        continue;
      }
      const found = join(best.folder.path, only);
      const [twin] = other?.length === best.length ? other.files : [];
      if (other && twin !== undefined && !isSameFile(found, join(other.folder.path, twin))) {
        ambiguous ??= `several folders have such a file: ${best.folder.path}, ${other.folder.path}`;
        continue;
      }
      return { path: found };
    }
    if (another !== undefined)
      ambiguous ??= `${best?.files.length} files match: ${best?.files.toSorted().slice(0, 3).join(', ')}`;
  }
  return ambiguous === undefined ? undefined : { missing: ambiguous };
}

/** Whether an address with folders is of another site than an article. Hosts of one domain are of one site. */
function isOfAnotherSite({ host, path }: MediaPath, own: string | undefined): boolean {
  const home = own === undefined || !URL.canParse(own) ? undefined : new URL(own).hostname;
  if (host === undefined || home === undefined || !path.includes('/')) return false;
  const domainOf = (name: string) => name.split('.').slice(-2).join('.');
  // WordPress's own network has the host of the site in the path.
  return domainOf(host) !== domainOf(home) && !path.startsWith(`${home}/`);
}

function isSameFile(one: string, other: string): boolean {
  return realpathSync.native(one) === realpathSync.native(other);
}

/** @returns the files that may be meant, and how much of the path, in characters, tells so */
function findInFolder(
  { path }: MediaPath,
  folder: MediaFolder,
  anyCase: boolean,
): { files: string[]; length: number } {
  const [whole, ...shorter] = listEnds(path);
  if (whole === undefined) return { files: [], length: 0 };
  for (const end of [whole, ...shorter]) {
    const files = folder.get(end, anyCase);
    if (files.length > 0) return { files, length: end.length };
  }
  const at = path.search(/(?<=^|\/)wp-content\/uploads\/./);
  const uploads = at < 0 ? whole : path.slice(at);
  const files = folder.endingWith(uploads, anyCase);
  return { files, length: files.length > 0 ? uploads.length : 0 };
}

/** A file beside the one that names it, within the folder that was named on the command line. */
function findBeside(
  { path, isRelative, isRooted }: MediaPath,
  file: ReceivedFile,
  findPath: (folder: string, path: string) => string | undefined,
): string | undefined {
  if (file.name === '-' || !(isRelative || isRooted)) return undefined;
  const root = file.root ?? dirname(file.path);
  const wanted = isRooted ? join(root, path) : resolve(dirname(file.path), path);
  const below = relative(root, wanted);
  const found = below === '' || below.startsWith('..') ? undefined : findPath(root, below);
  if (found === undefined) return undefined;
  try {
    if (!lstatSync(found).isFile()) return undefined;
    const [real, home] = [realpathSync.native(found), realpathSync.native(root)];
    return real.startsWith(home.endsWith(sep) ? home : home + sep) ? real : undefined;
  } catch {
    return undefined;
  }
}
