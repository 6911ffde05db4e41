import { createArchive } from '../../archive/create-archive.ts';
import { formatCount } from '../../records/format-count.ts';
import type { Span } from '../../records/span.ts';
import { listDocuments } from '../../search/document.ts';
import { makeSettledParts } from '../../search/text-index/search-index.ts';
import type { Cache } from '../../system/cache.ts';
import type { Report } from '../../system/progress.ts';
import type { FileStates } from '../input-state.ts';
import { readContent, type ReadContent } from '../read.ts';
import { renderContent } from '../render.ts';
import type { Remembered } from '../up-to-date.ts';

/**
 * Makes what a part has: reads and checks the articles of a span, renders them, and has Pagefind index them. What is there
 * already is taken from the part itself.
 *
 * @param root absolute path of the content folder
 * @param context `state` of the folder, as it has just been read; `remembered`: see {@link readContent}; `cache`: the part
 * @returns what was read
 * @throws {ContentError} when one of its articles is not valid
 */
export async function makePart(
  root: string,
  span: Span,
  {
    report,
    ...context
  }: {
    state: FileStates;
    remembered: ReadonlyMap<string, Remembered>;
    cache: Cache;
    report: Report;
  },
): Promise<ReadContent> {
  report.step(`Reading and checking the articles of ${span.name}`);
  const { cache } = context;
  const read = await readContent(root, { allowsRemoval: true, span, ...context });
  const { content } = read;
  report.done('no errors');
  report.step('Rendering the articles');
  const archive = createArchive(await renderContent(content, cache, report.progress));
  report.done(formatCount(content.articles.length, 'article'));
  report.step('Indexing the articles');
  const parts = await makeSettledParts(listDocuments(archive), cache);
  report.done(formatCount(parts, 'part of the index', 'parts of the index'));
  return read;
}
