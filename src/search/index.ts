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

/** An article on its page. Without it Pagefind would index all pages of an archive that has no articles yet. */
const rootSelector = '[data-pagefind-body]';

/** What the archive itself says within an article's text: editor's notes, and the signs that lead to them. */
const excludeSelectors = ['[data-footnotes]', '[data-footnote-ref]'];

/**
 * Builds the search index of a built site into its folder `pagefind/`. What is indexed, and by which facets,
 * the pages say themselves (`data-pagefind-…` in the article page); all others are passed over.
 *
 * @param site absolute path of the built site
 * @param articles how many articles the site shows
 * @throws when Pagefind reports an error or ends, or the index does not hold just those articles: an archive is not
 *   published without its search
 */
export async function buildSearchIndex(site: string, articles: number): Promise<void> {
  let hasEnded = false;
  let end = () => {};
  // When Pagefind's own process dies, its promises stay open for ever and nothing is left for this one to do.
  const ended = new Promise<never>((_resolve, reject) => {
    end = () => {
      hasEnded = true;
      reject(new Error('Pagefind ended before the index was finished; what it said stands above.'));
    };
    process.once('beforeExit', end);
  });
  try {
    const indexed = await Promise.race([indexPages(site), ended]);
    if (indexed !== articles) throw new Error(`It holds ${indexed} of ${articles} articles.`);
  } catch (error) {
    const reason = (error as Error).message;
    const message = `The search index could not be built, and the site was not published. ${reason}`;
    throw new Error(message, { cause: error });
  } finally {
    process.off('beforeExit', end);
    if (!hasEnded) await pagefind.close();
  }
}

/** @returns how many articles are in the index */
async function indexPages(site: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ rootSelector, excludeSelectors });
  if (!index) throw new Error(errors.join('\n'));
  const added = await index.addDirectory({ path: site, glob: 'articles/**/*.html' });
  if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
  const written = await index.writeFiles({ outputPath: join(site, 'pagefind') });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await Promise.all(unused.map((file) => rm(join(site, 'pagefind', file), { force: true })));
  const entry: { languages: Record<string, { page_count: number }> } = JSON.parse(
    await readFile(join(site, 'pagefind', 'pagefind-entry.json'), 'utf8'),
  );
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}
