import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const preload = new URL('end-at-change.ts', import.meta.url).href;

/** When a program is ended. */
export interface End {
  /** The change to a file or folder that it does not get to make: its number, or what the path of the first one matches. */
  change: number | RegExp;
  signal: NodeJS.Signals;
}

/**
 * Variables for a program of Node.js that is to be ended at a point of its work, not of time.
 *
 * @param changesFile absolute path of a file that is made for counting
 * @param end when it is left out, the program runs to its end and its changes are counted only
 */
export async function makeEnding(changesFile: string, end?: End): Promise<NodeJS.ProcessEnv> {
  await rm(changesFile, { force: true });
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${preload}`,
    CHANGES_FILE: changesFile,
    ...(end && {
      [typeof end.change === 'number' ? 'END_AT' : 'END_BEFORE']:
        typeof end.change === 'number' ? String(end.change) : end.change.source,
      END_BY: end.signal,
    }),
  };
}

/** How many changes to files and folders a program has made that ran with variables of {@link makeEnding}. */
export function countChanges(changesFile: string): number {
  return statSync(changesFile).size;
}
