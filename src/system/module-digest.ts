import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
const project = fileURLToPath(new URL('../..', import.meta.url));

/** The modules that a module loads at run time: `from '…'`, `import '…'`, `import('…')`, `new URL('…', import.meta.url)`. */
const references =
  /^(?![ \t]*(?:import|export) type\b).*?(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'(\.{1,2}\/[^'?]+)/gm;

const digests = new Map<string, string>();

/**
 * Digests the code of modules: their source, that of all modules that they import transitively, and the exact versions of
 * all packages (the lockfile) and of Node.js. It is part of every cache key, so that a change of the code invalidates
 * cached values.
 *
 * @param entries URLs of modules
 *
 * @example
 * digestModules(new URL('./renderer.ts', import.meta.url))
 */
export function digestModules(...entries: URL[]): string {
  const name = entries.map(({ href }) => href).join(' ');
  const known = digests.get(name) ?? digestFiles(listModules(entries.map((url) => fileURLToPath(url))));
  digests.set(name, known);
  return known;
}

/** Lists the files of modules and of all modules that they import transitively: absolute paths, sorted. */
export function listModules(entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const file of found) {
    if (!/\.(?:ts|mjs|astro|css)$/.test(file)) continue;
    // Joins imports on several lines, so that they match as one line.
    const text = readFileSync(file, 'utf8').replace(/^(import|export)( type)?\s*\{[^{}]*\}/gm, '$1$2 {}');
    for (const [, target = ''] of text.matchAll(references)) {
      const path = resolve(dirname(file), target);
      if (/\.\w+$/.test(path) && existsSync(path)) found.add(path);
    }
  }
  return [...found].sort();
}

function digestFiles(files: readonly string[]): string {
  const lockfile = resolve(project, 'package-lock.json');
  const parts = [lockfile, ...files].map((file) => [
    relative(project, file),
    hash('sha256', readFileSync(file)),
  ]);
  return hash('sha256', JSON.stringify([process.version, parts]));
}
