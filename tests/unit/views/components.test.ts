import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync('src/{components,layouts}/*.astro').sort();
const layouts = globSync('src/layouts/?*Page.astro').sort();

/** What a component imports besides types. */
function valuesImportedBy(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*?from '([^']+)';$/gm);
  return Array.from(imports, ([, from = '']) => from);
}

test('there are components', () => {
  expect(files).toContain('src/components/Nameplate.astro');
  expect(layouts).toContain('src/layouts/ArticlePage.astro');
});

test.for(files)('%s shows what it is given, and takes nothing from the archive or the request', (file) => {
  expect(valuesImportedBy(file).filter((from) => /\/(?:archive|records|search|build)\//.test(from))).toEqual(
    [],
  );
  expect(readFileSync(file, 'utf8')).not.toMatch(/Astro\.(?!props\b|slots\b)\w+/);
});

test.for(layouts)('the only input of %s is a view', (file) => {
  const [, props = ''] = /interface Props \{([^}]*)\}/.exec(readFileSync(file, 'utf8')) ?? [];
  expect(props.trim()).toMatch(/^view: \w+View;$/);
});
