import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Changes } from './content-folder.ts';

const preload = new URL('change-at-moment.ts', import.meta.url).href;

/** Files that are changed under a program of Node.js at a point of its work, not of time. */
export interface Disturbance {
  /** Matches the path of the file at which the changes are made: when it has been read, or is about to be written. */
  moment: RegExp;
  /** Absolute path of the folder that the changes are below. */
  root: string;
  changes: Changes;
}

/**
 * Variables for a program that is to be disturbed.
 *
 * @param file absolute path of a file that says what is to be done
 */
export async function makeDisturbance(
  file: string,
  { moment, root, changes }: Disturbance,
): Promise<NodeJS.ProcessEnv> {
  await rm(`${file}.made`, { force: true });
  const listed = Object.entries(changes).map(([path, content]) => [
    join(root, path),
    content === null ? null : Buffer.from(content).toString('base64'),
  ]);
  await writeFile(file, JSON.stringify(listed));
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${preload}`,
    MOMENT: moment.source,
    DISTURBANCE: file,
  };
}

/** Whether the moment came. @param file as for {@link makeDisturbance} */
export function wasDisturbed(file: string): boolean {
  return existsSync(`${file}.made`);
}
