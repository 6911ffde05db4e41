import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

/** Pagefind's own interfaces, which the search page does not use. */
const unused = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
];

/** What the archive itself says within an article's text: editor's notes, and the signs that lead to them. */
const excludeSelectors = ['[data-footnotes]', '[data-footnote-ref]'];

/**
 * Builds the search index of a built site into its folder `pagefind/`. What is indexed, and by which facets,
 * the pages say themselves (`data-pagefind-…` in the article page); all others are passed over.
 *
 * @param site absolute path of the built site
 * @returns how many articles are in the index
 * @throws when Pagefind reports any error: an archive is not published without its search
 */
export async function buildSearchIndex(site: string): Promise<number> {
  try {
    const { index, errors } = await pagefind.createIndex({ excludeSelectors });
    if (!index) throw indexError(errors);
    const added = await index.addDirectory({ path: site, glob: 'articles/**/*.html' });
    if (added.errors.length > 0) throw indexError(added.errors);
    const written = await index.writeFiles({ outputPath: join(site, 'pagefind') });
    if (written.errors.length > 0) throw indexError(written.errors);
    await Promise.all(unused.map((file) => rm(join(site, 'pagefind', file), { force: true })));
    const entry: { languages: Record<string, { page_count: number }> } = JSON.parse(
      await readFile(join(site, 'pagefind', 'pagefind-entry.json'), 'utf8'),
    );
    return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
  } finally {
    await pagefind.close();
  }
}

function indexError(errors: readonly string[]): Error {
  return new Error(`The search index could not be built:\n${errors.join('\n')}`);
}
