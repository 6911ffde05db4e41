import { hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { manifestFile } from './manifest.ts';
import { isLitter } from './output-folder.ts';

// What the thread of `openWriter` runs.

/** A file to be written. */
export interface WriteJob {
  /** Path below the folder. */
  file: string;
  /** Where its content is among that of all files of the message; missing when the file is linked from elsewhere. */
  range?: { start: number; end: number };
  /** Absolute path of the file that it is a link to. */
  from?: string;
  /** Whether its checksum is wanted: of a link to a known file it is not. */
  isSummed: boolean;
}

/** A file as it was written. */
export interface WrittenFile {
  /** In bytes. */
  size: number;
  /** When it was changed last, in milliseconds since 1970. */
  changed: number;
  /** In hexadecimal; '' when it was not wanted. */
  sha256: string;
}

/** Files to be written into a folder, whose contents follow one another. */
interface WriteMessage {
  folder: string;
  jobs: readonly WriteJob[];
  contents: Uint8Array;
}

/** Writes files into a folder. */
export function writeFiles({ folder, jobs, contents }: WriteMessage): WrittenFile[] {
  return jobs.map((job) => writeOne(folder, job, contents));
}

/** Whether a file is as it was written. @param path absolute */
export function isUntouched(path: string, { size, changed }: Pick<WrittenFile, 'size' | 'changed'>): boolean {
  const state = readFileState(path);
  return state !== undefined && state.size === size && state.mtimeMs === changed;
}

/** @returns undefined when there is no file at the path, or one in the place of a folder above it */
function readFileState(path: string): Stats | undefined {
  try {
    const state = lstatSync(path);
    return state.isFile() ? state : undefined;
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return undefined;
  }
}

/** The file by which a release that is not finished is recognized. */
export const unfinishedMarker = '.unfinished-release';

interface KeepJob {
  folder: string;
  /** The files to keep, if they are as they were written. */
  files: ReadonlyMap<string, WrittenFile>;
  /** The paths of all files that builds have put there. */
  own: ReadonlySet<string>;
  /** Absolute path of the folder that what others have put there is moved to. */
  strays: string;
}

/** What {@link keepOnly} has found. */
export interface KeptFiles {
  /** The files that are not there, or no longer. */
  missing: string[];
  /** The paths of what was moved. */
  moved: string[];
}

/**
 * Removes everything that builds have put into a folder but for files that are as they were written, and moves everything
 * else out of it. Marks the folder as an unfinished release.
 */
export function keepOnly({ folder: root, files, own, strays }: KeepJob): KeptFiles {
  const kept = new Set<string>();
  const moved: string[] = [];
  const keepFile = (file: string): boolean => {
    const known = files.get(file);
    const isKept = known !== undefined && isUntouched(join(root, file), known);
    if (isKept) kept.add(file);
    else if (own.has(file) || isLitter(file)) rmSync(join(root, file), { recursive: true });
    else {
      mkdirSync(dirname(join(strays, file)), { recursive: true });
      renameSync(join(root, file), join(strays, file));
      moved.push(file);
    }
    return isKept;
  };
  const keepIn = (folder: string): boolean => {
    let isEmpty = true;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (file === manifestFile) continue;
      if (!entry.isDirectory()) {
        if (keepFile(file)) isEmpty = false;
      } else if (keepIn(file)) isEmpty = false;
      else rmdirSync(join(root, file));
    }
    return !isEmpty;
  };
  keepIn('');
  // At each moment one of these tells the next build that the folder is the work of a build.
  writeFileSync(join(root, unfinishedMarker), '');
  if (existsSync(join(root, manifestFile))) keepFile(manifestFile);
  return { missing: [...files.keys()].filter((file) => !kept.has(file)), moved };
}

/** Removes a release that is not finished: last of all the file by which it is recognized. */
export function removeUnfinished(folder: string): void {
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 };
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name !== unfinishedMarker) rmSync(join(folder, name), options);
  rmSync(folder, options);
}

/** Removes files from a folder, and the folders that this leaves empty. */
export function removeFiles({ folder: root, files }: { folder: string; files: readonly string[] }): void {
  for (const file of files) {
    // A folder or a file above it may have replaced it.
    if (!readFileState(join(root, file))) continue;
    rmSync(join(root, file));
    for (let above = dirname(file); above !== '.' && readdirSync(join(root, above)).length === 0;) {
      rmdirSync(join(root, above));
      above = dirname(above);
    }
  }
}

function writeOne(
  folder: string,
  { file, range, from, isSummed }: WriteJob,
  contents: Uint8Array,
): WrittenFile {
  const path = join(folder, file);
  const content = range && contents.subarray(range.start, range.end);
  makeFolder(path);
  replace(path, () => {
    // A file that exists may be linked with one that is published, and must not be written into.
    if (content !== undefined) writeFileSync(path, content, { flag: 'wx' });
    else if (from !== undefined) link(from, path);
  });
  const { size, mtimeMs: changed } = statSync(path);
  return { size, changed, sha256: isSummed ? hash('sha256', content ?? readFileSync(path)) : '' };
}

/** The folder of the file before: files of one folder often follow each other. */
let lastFolder = '';

// Most pages have a folder of their own: trying without creating it would fail for nearly all, which costs more.
function makeFolder(path: string): void {
  const folder = dirname(path);
  if (folder === lastFolder) return;
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    replaceFileAbove(path);
  }
  lastFolder = folder;
}

/** Creates a file; when there is something at its path already, removes that and tries again. */
function replace(path: string, create: () => void): void {
  try {
    create();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    rmSync(path, { recursive: true });
    create();
  }
}

/** Creates a folder where an earlier release had a file. */
function replaceFileAbove(path: string): void {
  let above = dirname(path);
  while (!lstatSync(above, { throwIfNoEntry: false })?.isFile()) above = dirname(above);
  rmSync(above);
  mkdirSync(dirname(path), { recursive: true });
}

/** Links a file, or copies it where the file system has no hard links. */
function link(from: string, path: string): void {
  try {
    linkSync(from, path);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    copyFileSync(from, path);
    const { atime, mtime } = statSync(from);
    utimesSync(path, atime, mtime);
  }
}
