import type { Draft } from '../../drafts/draft.ts';
import type { Item, ReceivedFile } from '../source.ts';
import { toSourceError } from './catch-failure.ts';
import { openZip, type Zip } from './zip.ts';

/**
 * Reads a document that is a ZIP file as one article; an error becomes a failed item.
 *
 * @param readDraft reads what is in it; the file is closed afterwards
 * @throws {SourceError} when it cannot be opened
 */
export async function* readPacked(
  file: ReceivedFile,
  readDraft: (zip: Zip) => Promise<Draft>,
): AsyncIterable<Item> {
  const zip = await openZip(file.path);
  try {
    yield { kind: 'draft', draft: await readDraft(zip) };
  } catch (error) {
    const { problem } = toSourceError(error);
    yield { kind: 'failed', failure: { origin: { file: file.name, line: 1 }, ...problem } };
  } finally {
    zip.close();
  }
}
