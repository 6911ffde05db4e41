import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { listFiles } from './read-site.ts';

/** A script of a built site. */
interface BundledScript {
  file: string;
  /** In bytes, compressed. */
  size: number;
  /** The scripts that are loaded with it, and those that it loads when it needs them. */
  imports: string[];
  later: string[];
}

/** The scripts of a built site, and what they load. */
export interface BundledScripts {
  /** The compressed size of the scripts whose names begin with a text. */
  sizeOf(beginning: string): number;
  /** The scripts that are loaded with one, by the beginning of its name; a worker is loaded with what starts it. */
  loadedWith(beginning: string): BundledScript[];
  /** Those that are loaded later, when a reader asks for something. */
  loadedAfter(beginning: string): BundledScript[];
}

/** Reads the scripts in the folder `_astro` of a site. */
export async function readBundledScripts(dist: string): Promise<BundledScripts> {
  const folder = join(dist, '_astro');
  const files = (await listFiles(folder)).filter((file) => file.endsWith('.js'));
  const find = (code: string, pattern: RegExp) => Array.from(code.matchAll(pattern), ([, file = '']) => file);
  const scripts = await Promise.all(
    files.map(async (file): Promise<BundledScript> => {
      const code = await readFile(join(folder, file), 'utf8');
      return {
        file,
        size: gzipSync(code).length,
        imports: [
          ...find(code, /(?:\bfrom|\bimport)\s?["'`]\.\/([^"'`]+)["'`]/g),
          ...find(code, /["'`][^"'`]*\/(worker-[\w-]+\.js)["'`]/g),
        ],
        later: find(code, /\bimport\(["'`]\.\/([^"'`]+)["'`]\)/g),
      };
    }),
  );
  const byFile = new Map(scripts.map((script) => [script.file, script]));
  const named = (beginning: string) => scripts.filter(({ file }) => file.startsWith(beginning));
  const follow = (from: readonly BundledScript[], next: (script: BundledScript) => string[]) => {
    const found = new Set(from);
    for (const script of found) for (const file of next(script)) found.add(byFile.get(file) ?? script);
    return found;
  };
  return {
    sizeOf: (beginning) => sumSizes(named(beginning)),
    loadedWith: (beginning) => [...follow(named(beginning), ({ imports }) => imports)],
    loadedAfter(beginning) {
      const first = follow(named(beginning), ({ imports }) => imports);
      const all = follow([...first], ({ imports, later }) => [...imports, ...later]);
      return [...all].filter((script) => !first.has(script));
    },
  };
}

/** The sum of the sizes of scripts. */
export function sumSizes(scripts: readonly BundledScript[]): number {
  return scripts.reduce((sum, { size }) => sum + size, 0);
}
