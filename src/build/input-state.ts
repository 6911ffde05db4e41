import { readdirSync, statSync, type Stats } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

import type { Span } from '../records/span.ts';

/** The size and modification time of files, by their absolute paths: whether a file has changed, without reading it. */
export type FileStates = ReadonlyMap<string, string>;

/** The state of everything that a build reads. */
export interface InputState {
  content: FileStates;
  program: FileStates;
  /** The options that change what is built. */
  options: Readonly<Record<string, string | undefined>>;
}

/** What a build depends on besides the content folder. */
const program = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** Hidden files that no build reads: of editors, of version control. A hidden record is an error, and therefore read. */
const ignored = /^\.(?!.*\.md$)/;

/**
 * Reads the state of a content folder.
 *
 * @param root its absolute path
 * @param options `outDir`: absolute path of the folder that is built into, which may be in the content folder; `span`: of which
 *   years the articles are looked at, instead of all
 */
export function readContentState(
  root: string,
  { outDir, span }: { outDir?: string | undefined; span?: Span | undefined } = {},
): FileStates {
  const articles = join(root, 'articles');
  const isElsewhere = (path: string, name: string) => dirname(path) === articles && !span?.includes(name);
  return readStates(
    [root],
    (path, name) => path === outDir || ignored.test(name) || (span !== undefined && isElsewhere(path, name)),
  );
}

/**
 * Reads the state of a content folder with what also tells a file that was replaced by one of the same size and time: its
 * inode, and the time at which that changed, which nobody can set. Builds that link files to the site change it, too.
 *
 * @param root its absolute path
 * @returns the states, and the newest time of any file, in milliseconds since 1970
 */
export function readExactState(root: string): { states: FileStates; newest: number } {
  let newest = 0;
  const format = (state: Stats) => {
    newest = Math.max(newest, state.mtimeMs, state.ctimeMs);
    return `${formatState(state)} ${state.ctimeMs} ${state.ino}`;
  };
  const states = readStates([root], (_, name) => ignored.test(name), format);
  return { states, newest };
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
  format = formatState,
): FileStates {
  const states = new Map<string, string>();
  // Synchronously: one asynchronous call for each file takes several times as long.
  const add = (path: string) => {
    try {
      const state = statSync(path);
      if (!state.isDirectory()) {
        states.set(path, format(state));
        return;
      }
      const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
      // A folder that is empty, or is a link, may be an error.
      if (entries.length === 0) states.set(path, 'empty');
      for (const entry of entries) {
        const inner = path + sep + entry.name;
        if (isIgnored(inner, entry.name)) continue;
        add(inner);
        if (entry.isSymbolicLink()) states.set(inner, `link ${states.get(inner) ?? ''}`);
      }
    } catch (error) {
      // Removed since it was listed, a broken link, or unreadable.
      states.set(path, (error as NodeJS.ErrnoException).code ?? '');
    }
  };
  paths.forEach(add);
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

/** Lists the files that were changed, added or removed between two states, sorted. */
export function listChanges(before: FileStates, after: FileStates): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
