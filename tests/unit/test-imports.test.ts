import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const tests = fileURLToPath(new URL('../', import.meta.url));

/** The folders of tests/ that each folder may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  support: ['bench'],
  unit: ['support', 'bench', 'hostile'],
  site: ['support', 'bench'],
  browser: ['support', 'bench', 'hostile'],
  hostile: ['support', 'browser'],
  bench: ['support', 'browser'],
};

const files = readdirSync(tests, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(tests, join(entry.parentPath, entry.name)))
  .filter((file) => !/^(?:fixtures|bench\/peers)\//.test(file));

/** The files below tests/ that a file imports, relative to tests/. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(tests, file), 'utf8');
  const paths = Array.from(text.matchAll(/^(?:import|export)\b[^;]*?'(\.[^']+)'/gm), ([, path = '']) => path);
  return paths
    .map((path) => relative(tests, join(tests, dirname(file), path)))
    .filter((path) => !path.startsWith('..'));
}

describe('imports between tests', () => {
  test('are found', () => {
    expect(importsOf('site/killed.test.ts')).toContain('support/ended-program.ts');
    expect(importsOf('site/killed.test.ts')).toContain('site/published.ts');
  });

  test.for(Object.keys(allowed))(
    'of %s are of its own helpers and of those that several kinds of tests share',
    (folder) => {
      const own = files.filter((file) => file.startsWith(`${folder}/`));
      expect(own).not.toEqual([]);
      const mayImport = [folder, ...(allowed[folder] ?? [])];
      const wrong = own.flatMap((file) =>
        importsOf(file)
          .filter((path) => !mayImport.includes(path.split('/')[0] ?? ''))
          .map((path) => `${file} imports ${path}`),
      );
      expect(wrong).toEqual([]);
    },
  );
});
