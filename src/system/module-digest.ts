import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
const project = fileURLToPath(new URL('../..', import.meta.url));

/** What a module loads when it runs: `from '…'`, `import '…'`, `import('…')`, `new URL('…', import.meta.url)`. */
const references =
  /^(?!\s*(?:import|export) type\b).*?(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'(\.{1,2}\/[^'?]+)/gm;

const digests = new Map<string, string>();

/**
 * Digests the code that some modules run: their own text, that of all modules that they import in turn, and the exact
 * versions of all packages (the lockfile) and of Node.js. It is part of the key of everything that a cache keeps, so that
 * nothing made by other code is ever taken for good.
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

/** Lists the files of some modules and of all that they import in turn, sorted; absolute paths. */
export function listModules(entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const file of found) {
    if (!/\.(?:ts|mjs|astro|css)$/.test(file)) continue;
    // An import that is written over several lines ends with the line that names the module.
    const text = readFileSync(file, 'utf8').replace(/^(import|export)( type)?\s*\{[^}]*\}/gm, '$1$2 {}');
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
