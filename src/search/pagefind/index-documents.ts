import * as pagefind from 'pagefind';

import type { IndexedDocument } from './document-html.ts';
import { withPagefind } from './pagefind-process.ts';
import { readWrittenIndex, type IndexFiles, type WrittenIndex } from './written-index.ts';

/** Documents handed to Pagefind at a time. */
const batch = 64;

/** Has Pagefind neither stem words nor segment them: see `tokenize` and `listOtherForms`. */
const forceLanguage = 'unknown';

/**
 * Has Pagefind index some documents.
 *
 * @throws when Pagefind reports an error or ends, when the index does not hold just these documents, or when it is in another
 *   form than that of Pagefind 1.6
 */
export async function indexDocuments(documents: readonly IndexedDocument[]): Promise<WrittenIndex> {
  const index = readWrittenIndex(await withPagefind(() => writeIndex(documents)));
  const { length } = index.lengths;
  if (length !== documents.length) throw new Error(`It holds ${length} of ${documents.length} articles.`);
  return index;
}

async function writeIndex(documents: readonly IndexedDocument[]): Promise<IndexFiles> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage });
  if (!index) throw new Error(errors.join('\n'));
  for (let start = 0; start < documents.length; start += batch) {
    const adding = documents
      .slice(start, start + batch)
      .map(({ html, fragment: { url } }) => index.addHTMLFile({ url, content: html }));
    for (const added of await Promise.all(adding)) throwAny(added.errors);
  }
  const made = await index.getFiles();
  throwAny(made.errors);
  await index.deleteIndex();
  return new Map(made.files.map(({ path, content }) => [path, content]));
}

function throwAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
