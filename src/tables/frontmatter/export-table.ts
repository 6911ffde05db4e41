import { readFrontmatter, valueAt } from '../../records/edit/edit-frontmatter.ts';
import { readRecordText } from '../../records/edit/record-text.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { frontmatterKeysOf, type EditableCollection } from '../../records/schemas/frontmatter-keys.ts';
import { renderTable } from '../render-table.ts';
import { renderValue } from './cells.ts';
import { listColumns, stateOf } from './columns.ts';

/**
 * Renders the frontmatter of a collection as a table, with a row for each record: see `render-table.ts` for its form.
 *
 * @param root absolute path of the content folder
 * @param content what was read from it
 * @returns the text of the table, piece by piece
 */
export async function* exportTable(
  root: string,
  content: ArchiveContent,
  collection: EditableCollection,
): AsyncIterable<string> {
  const [header = ''] = renderTable([listColumns(collection)]);
  yield header;
  const records = collection === 'articles' ? content.articles : content.vocabularies[collection];
  for (const record of records) {
    const { text } = await readRecordText(root, collection, record);
    const values = readFrontmatter(text);
    const cells = frontmatterKeysOf[collection].map(({ path, kind }) =>
      renderValue(kind, valueAt(values, path)),
    );
    const [row = ''] = renderTable([[record.id, ...cells, stateOf(collection, text)]]);
    // The mark at the beginning is the header's.
    yield row.slice(1);
  }
}
