import { createHash } from 'node:crypto';
import { readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { lock } from '../system/lock.ts';
import { openWriter, type Writer, type WrittenFile } from './writer.ts';

/** A file of an edition, as it was when it was written. */
interface EditionFile extends WrittenFile {
  /** What it was made of: as long as that is the same, so is the file. Missing where that is not known. */
  key: string | undefined;
}

type Files = ReadonlyMap<string, EditionFile>;

/**
 * The next state of a published folder, in the making beside it. The two states before it lend what has not changed:
 * the one that was replaced last is taken up and changed, so that its folders need not be made anew, and of the one
 * that is published files are linked. No file that is published is ever written to.
 */
export interface Edition {
  /** Whether a file has been put into it. */
  has(file: string): boolean;
  /** Takes a file over from an edition before, when it has this key there and nobody has touched it since. */
  takeOver(file: string, key: string): boolean;
  /** Where a file that was taken over, or is written, can be read: an absolute path. */
  pathOf(file: string): string;
  /** Of a page that was taken over, the digest of what is indexed of it: see `digestIndexed`. */
  indexedOf(file: string): string;
  /** Writes a file, in the place of the one before. */
  write(file: string, content: string | Uint8Array, key?: string): Promise<void>;
  /**
   * Writes a file that is a page.
   *
   * @param then hears once it is written what is indexed of it
   */
  writePage(
    file: string,
    content: string | Uint8Array,
    key: string | undefined,
    then: (indexed: string) => void,
  ): Promise<void>;
  /** Waits until all is written. @throws when a file could not be */
  finishWriting(): Promise<void>;
  /** Puts a file that stands elsewhere, and will not be changed there, into the edition. */
  link(file: string, from: string, key?: string): Promise<void>;
  /**
   * Puts the edition in the place of the published folder, with the sums of its files (`manifest-sha256.txt`). Until then
   * that stays as it is.
   *
   * @returns how many files it has
   * @throws when a file could not be written
   */
  publish(): Promise<number>;
  /** Ends the work on it, and removes it unless it was published. */
  close(): Promise<void>;
}

/** The file of the sums of all others. */
export const manifestFile = 'manifest-sha256.txt';

/**
 * Begins an edition of a folder, when no other process has one in the making.
 *
 * @param folder absolute path of the published folder, which need not be there
 * @param program digest of what makes files of keys: under another program, no file has the same key
 * @param wait is told when there is another process to wait for
 */
export async function openEdition(folder: string, program: string, wait = () => {}): Promise<Edition> {
  const staging = besides(folder, 'next');
  const previous = besides(folder, 'previous');
  await mkdir(workFolder(folder), { recursive: true });
  const unlock = await lock(join(workFolder(folder), 'lock'), wait);
  await recover(folder);
  const published = await readFiles(folder, folder, program);
  const kept = await takeUp(previous, staging, folder, program);
  const files = new Map<string, EditionFile>();
  /** Those that are linked, of which it is not known when. */
  const linked = new Set<string>();
  const writer: Writer = openWriter(staging);
  let isPublished = false;

  const isThere = (root: string, file: string, known: EditionFile | undefined, key: string) =>
    known?.key === key && isUntouched(join(root, file), known) ? known : undefined;
  const write: Edition['write'] = (file, content, key) =>
    writer.write(file, content, (written) => files.set(file, { key, ...written }));
  return {
    has: (file) => files.has(file),
    takeOver(file, key) {
      const own = isThere(staging, file, kept.get(file), key);
      const other = own ? undefined : isThere(folder, file, published.get(file), key);
      // What goes wrong is told when the edition is published.
      if (other) {
        linked.add(file);
        writer.link(file, join(folder, file)).catch(() => {});
      }
      const known = own ?? other;
      if (known) files.set(file, known);
      return known !== undefined;
    },
    pathOf: (file) => join(linked.has(file) ? folder : staging, file),
    indexedOf: (file) => files.get(file)?.indexed ?? '',
    write,
    writePage: (file, content, key, then) =>
      writer.writePage(file, content, (written) => {
        files.set(file, { key, ...written });
        then(written.indexed);
      }),
    finishWriting: () => writer.finish(),
    link: (file, from, key) => writer.link(file, from, (written) => files.set(file, { key, ...written })),
    async publish() {
      await writer.finish();
      await write(manifestFile, wordManifest(files));
      await writer.finish();
      removeOthers(staging, files);
      await writeFiles(staging, folder, program, files);
      await swap(staging, folder);
      isPublished = true;
      await removeOldRecords(folder);
      return files.size;
    },
    async close() {
      await writer.close();
      if (!isPublished) await rm(staging, { recursive: true, force: true });
      unlock();
    },
  };
}

/** The sums of files in the form of GNU `sha256sum`, which escapes backslashes and line ends in names. */
function wordManifest(files: Files): string {
  const lines = [...files].map(([file, { sha256 }]) => {
    const name = file.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return { file, line: `${name === file ? '' : '\\'}${sha256}  ${name}\n` };
  });
  return lines
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ line }) => line)
    .join('');
}

/** A hidden folder beside a folder: on the same file system, so that it can be renamed. */
function besides(folder: string, state: 'next' | 'previous'): string {
  return join(dirname(folder), `.${basename(folder)}-${state}`);
}

/** A build that was killed between the two renamings has left no published folder. */
async function recover(folder: string): Promise<void> {
  const previous = besides(folder, 'previous');
  if (!(await exists(folder)) && (await exists(previous))) await rename(previous, folder);
}

/** Puts an edition in the place of the published one, which stands beside it from then on. */
async function swap(staging: string, folder: string): Promise<void> {
  const previous = besides(folder, 'previous');
  const isReplacing = await exists(folder);
  if (isReplacing) await rename(folder, previous);
  try {
    await rename(staging, folder);
  } catch (error) {
    if (isReplacing) await rename(previous, folder);
    throw error;
  }
}

/** Makes the folder of the next edition of the last but one, or an empty one. @returns the files that are in it */
async function takeUp(previous: string, staging: string, folder: string, program: string): Promise<Files> {
  // One that was broken off has no list of its files.
  await rm(staging, { recursive: true, force: true });
  const record = await recordOf(previous, folder);
  const files = await readFiles(previous, folder, program);
  if (record === undefined || !(await exists(record))) {
    await rm(previous, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    return files;
  }
  await rm(record);
  await rename(previous, staging);
  return files;
}

/** Removes from a folder what is not among its files, with the folders that are empty then. @returns whether any is left */
function removeOthers(root: string, files: Files, folder = ''): boolean {
  let isEmpty = true;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const isKept = entry.isDirectory() ? removeOthers(root, files, path) : entry.isFile() && files.has(path);
    if (isKept) isEmpty = false;
    else if (entry.isDirectory()) rmdirSync(join(root, path));
    else rmSync(join(root, path));
  }
  return !isEmpty;
}

function isUntouched(path: string, { size, changed }: EditionFile): boolean {
  const state = statSync(path, { throwIfNoEntry: false });
  return state?.isFile() === true && state.size === size && state.mtimeMs === changed;
}

/** The folder of what builds of a published folder know of each other: the lists of the files of its editions. */
export function workFolder(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return resolve('node_modules/.cache/dateline/editions', name);
}

const recordPrefix = 'edition-';

/** The list of an edition's files goes by the identity of its folder, which renaming does not change. */
async function recordOf(edition: string, folder: string): Promise<string | undefined> {
  const state = await stat(edition).catch(() => undefined);
  return state && join(workFolder(folder), `${recordPrefix}${state.ino}-${state.birthtimeMs}`);
}

async function readFiles(edition: string, folder: string, program: string): Promise<Files> {
  const record = await recordOf(edition, folder);
  const text = record && (await readFile(record, 'utf8').catch(() => undefined));
  if (!text) return new Map();
  const content = JSON.parse(text) as { program: string; files: [string, EditionFile][] };
  return new Map(content.program === program ? content.files : []);
}

async function writeFiles(edition: string, folder: string, program: string, files: Files): Promise<void> {
  const record = await recordOf(edition, folder);
  if (record) await writeFile(record, JSON.stringify({ program, files: [...files] }));
}

async function removeOldRecords(folder: string): Promise<void> {
  const editions = [folder, besides(folder, 'previous')];
  const current = await Promise.all(editions.map((edition) => recordOf(edition, folder)));
  const names = current.map((record) => record && basename(record));
  for (const name of await readdir(workFolder(folder))) {
    if (name.startsWith(recordPrefix) && !names.includes(name)) await rm(join(workFolder(folder), name));
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
