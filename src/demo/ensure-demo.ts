import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { digestModules } from '../system/module-digest.ts';
import { writeFileSafely } from '../system/write-file.ts';
import { writeDemo } from './write-demo.ts';

/**
 * Writes the demonstration, unless it is there as this program writes it.
 *
 * @param folder absolute path of a folder of its own, for the content and what is known of it
 * @param url the public address of the site
 * @returns the absolute path of the content folder
 */
export async function ensureDemo(folder: string, url: string): Promise<string> {
  const [content, key] = [join(folder, 'content'), join(folder, 'written-by')];
  const wanted = `${digestModules(new URL('./write-demo.ts', import.meta.url))} ${url}`;
  const known = existsSync(content) && (await readFile(key, 'utf8').catch(() => undefined));
  if (known !== wanted) {
    await writeDemo(content, url);
    await writeFileSafely(key, wanted);
  }
  return content;
}
