import { statSync, type Dirent, type Stats } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

import type { Span } from '../records/span.ts';
import { readFolder, timePrecision, type ListFolder } from '../system/folders.ts';

/**
 * The states of files, by their absolute paths: whether a file has changed, without reading it. A state has the size and the
 * time of the last modification. That of a record also tells a file that was replaced by one of the same size and time: by
 * its inode, and by the time at which that changed, which nobody can set.
 */
export type FileStates = ReadonlyMap<string, string>;

/** The state of everything that a build reads. */
export interface InputState {
  content: FileStates;
  /** When that was read, in milliseconds since 1970. */
  read: number;
  program: FileStates;
  /** The options that change what is built. */
  options: Readonly<Record<string, string | undefined>>;
}

/** What a build depends on besides the content folder. */
const program = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** What builds link to the site, which changes the inodes of its files. */
const linked = ['sources', 'media'];

/** Hidden files that no build reads: of editors, of version control. A hidden record is an error, and therefore read. */
const ignored = /^\.(?!.*\.md$)/;

/**
 * Reads the state of several content folders: see {@link readContentState}.
 *
 * @param roots their absolute paths, as `listContentRoots` finds them
 */
export function readContentStates(
  roots: readonly string[],
  options: Parameters<typeof readContentState>[1],
): FileStates {
  const [first = '', ...others] = roots;
  const states = readContentState(first, options);
  if (others.length === 0) return states;
  return new Map(
    [states, ...others.map((root) => readContentState(root, options))].flatMap((each) => [...each]),
  );
}

/**
 * Reads the state of a content folder.
 *
 * @param root its absolute path
 * @param options `outDir`: absolute path of the folder that is built into, which may be in the content folder; `span`: of which
 *   years the articles are looked at, instead of all; `listFolder`: how folders are listed, by default by reading them
 */
export function readContentState(
  root: string,
  {
    outDir,
    span,
    listFolder,
  }: { outDir?: string | undefined; span?: Span | undefined; listFolder?: ListFolder | undefined } = {},
): FileStates {
  const articles = join(root, 'articles');
  const linkedFolders = linked.map((folder) => join(root, folder) + sep);
  const isElsewhere = (path: string, name: string) => dirname(path) === articles && !span?.includes(name);
  return readStates(
    [root],
    (path, name) => path === outDir || ignored.test(name) || (span !== undefined && isElsewhere(path, name)),
    (state, path) =>
      linkedFolders.some((folder) => path.startsWith(folder)) ? formatState(state) : formatExactState(state),
    listFolder,
  );
}

/**
 * Reads the state of content folders with the inodes of all files. Builds that link files to the site change them.
 *
 * @param roots their absolute paths
 */
export function readExactState(roots: readonly string[]): FileStates {
  return readStates(roots, (_, name) => ignored.test(name), formatExactState);
}

/** Reads the state of the program, with the files of `public/`. */
export function readProgramState(): FileStates {
  return readStates(
    program.map((path) => resolve(path)),
    () => false,
  );
}

function readStates(
  paths: readonly string[],
  isIgnored: (path: string, name: string) => boolean,
  format: (state: Stats, path: string) => string = formatState,
  listFolder: ListFolder = readFolder,
): FileStates {
  const states = new Map<string, string>();
  // Synchronously: one asynchronous call for each file takes several times as long.
  const add = (path: string, entry?: Dirent) => {
    try {
      if (!entry?.isDirectory()) {
        const state = statSync(path);
        if (!state.isDirectory()) {
          states.set(path, format(state, path));
          return;
        }
      }
      const entries = listFolder(path);
      // A folder that is empty, or is a link, may be an error.
      if (entries.length === 0) states.set(path, 'empty');
      for (const entry of entries) {
        const inner = path + sep + entry.name;
        if (isIgnored(inner, entry.name)) continue;
        add(inner, entry);
        if (entry.isSymbolicLink()) states.set(inner, `link ${states.get(inner) ?? ''}`);
      }
    } catch (error) {
      // Removed since it was listed, a broken link, or unreadable.
      states.set(path, (error as NodeJS.ErrnoException).code ?? '');
    }
  };
  paths.forEach((path) => add(path));
  return states;
}

/** Reads the state of a file; undefined when there is none. */
export function readState(path: string): string | undefined {
  try {
    return formatState(statSync(path));
  } catch {
    return undefined;
  }
}

function formatState(state: Stats): string {
  return state.isFile() ? `${state.size} ${state.mtimeMs}` : 'not a file';
}

function formatExactState(state: Stats): string {
  return `${formatState(state)} ${state.ctimeMs} ${state.ino}`;
}

/**
 * Whether a state tells a file from every later one. A file that is changed just after another change may have the same time:
 * as Git does, the state of one that has just been changed is not relied on.
 *
 * @param read when the state was read, in milliseconds since 1970
 */
export function isSettled(state: string, read: number): boolean {
  const [, ...times] = state.replace(/^link /, '').split(' ', 3);
  return times.every((time) => Number(time) < read - timePrecision);
}

/** Lists the files that were changed, added or removed between two states, sorted. */
export function listChanges(before: FileStates, after: FileStates): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
