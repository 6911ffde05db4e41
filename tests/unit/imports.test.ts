import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

const model = ['system', 'records', 'languages', 'markdown', 'archive', 'exports'];

/** The folders of src/ that each folder, and each file beside them, may import from besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  system: [],
  records: ['system'],
  languages: ['records'],
  markdown: ['system', 'records', 'languages'],
  archive: ['system', 'records', 'languages', 'markdown'],
  exports: ['system', 'records', 'languages', 'markdown', 'archive'],
  views: [...model, 'search'],
  // The header's field loads its suggestions.
  components: [...model, 'views', 'search/browser'],
  layouts: ['search/browser', ...model, 'views', 'components', 'styles'],
  // The search page loads its own script.
  pages: [...model, 'views', 'layouts', 'components', 'search', 'search/browser'],
  search: ['system', 'records', 'languages', 'markdown', 'archive', 'search/browser'],
  // Dates are read, the catalogue is named, tables are written and citations worded, by what the build has them from.
  'search/browser': ['records', 'languages', 'exports', 'search'],
  // It makes the pages of which there are many.
  build: [...model, 'search', 'views', 'pages', 'commands'],
  commands: [...model, 'search', 'views', 'build', 'ingest', 'tables', 'names', 'demo'],
  ingest: ['system', 'records', 'markdown'],
  // Tables that people have saved are read as received ones are, and written as the data sets are.
  tables: ['system', 'records', 'ingest', 'exports'],
  names: ['system', 'records', 'markdown', 'ingest', 'tables'],
  // Its entries are written as received ones are, and its printed pages set in the typeface of shared pictures.
  demo: ['system', 'records', 'markdown', 'ingest', 'exports'],
  'content.config.ts': [...model],
};

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)))
  .sort();

/** What a file imports, as written: `import … from`, `export … from`, `import '…'`, `import('…')`, `import.meta.glob`. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const pattern = /\bfrom\s*['"]([^'"]+)['"]|\bimport(?:\.meta\.glob[^(]*)?\s*\(?\s*['"]([^'"]+)['"]/g;
  return Array.from(text.matchAll(pattern), ([, from, bare]) => from ?? bare ?? '');
}

/** What a file imports when it runs: no types. */
function valuesImportedBy(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8').replace(/^(?:import|export) type\b[^;]*;/gm, '');
  return Array.from(text.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s*'([^'?]+)/gm), ([, from = '']) => from);
}

/** The folder that a file's rules are told for. */
function folderOf(file: string): string {
  if (file.startsWith('search/browser/')) return 'search/browser';
  return file.split('/')[0] ?? '';
}

const edges = files.flatMap((file) =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => ({ file, target: relative(src, join(src, dirname(file), target)) })),
);

describe('imports', () => {
  test('are found', () => {
    expect(edges).toContainEqual({ file: 'content.config.ts', target: 'records/content-root.ts' });
    expect(edges).toContainEqual({
      file: 'pages/[...article].astro',
      target: 'layouts/ArticlePage.astro',
    });
    expect(edges).toContainEqual({ file: 'layouts/Page.astro', target: 'styles/main.css?url' });
    expect(edges).toContainEqual({ file: 'build/pages/Batch.astro', target: 'pages/**/*.astro' });
    expect(edges).toContainEqual({
      file: 'layouts/SearchPage.astro',
      target: 'search/browser/page/search-page.ts',
    });
  });

  test.for(files)('of %s follow the flow of the data', (file) => {
    const folder = folderOf(file);
    const mayImport = allowed[folder];
    expect(mayImport, `the folder ${folder} has no rule yet`).toBeDefined();
    const wrong = edges.filter(
      (edge) =>
        edge.file === file && folderOf(edge.target) !== folder && !mayImport?.includes(folderOf(edge.target)),
    );
    expect(wrong).toEqual([]);
  });

  test('of Astro’s content are in one module only', () => {
    expect(files.filter((file) => importsOf(file).includes('astro:content'))).toEqual(['content.config.ts']);
  });

  test('of what browsers run are of this project’s own modules, but for the viewer of pages, so that no licence of a package is missing', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const target of valuesImportedBy(file)) {
        if (target.startsWith('.')) visit(relative(src, join(src, dirname(file), target)));
        else packages.add(target);
      }
    };
    for (const file of files)
      if (
        /^(?:search\/browser|languages\/search|languages\/reading-list|languages\/compare|components\/reading-list)\/|^components\/printed\/zoom\.ts$/.test(
          file,
        )
      )
        visit(file);
    expect(seen).toContain('exports/data/csv.ts');
    expect([...packages]).toEqual(['openseadragon']);
  });
});
