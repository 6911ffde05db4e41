import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { RecordKind } from '../records/schemas/json-schema.ts';
import { listRecordFiles } from '../records/read/list-files.ts';
import { mapVocabularies } from '../records/vocabularies.ts';
import { writeFileSafely } from '../system/write-file.ts';

/**
 * Tells editors which files are records of which collection: `.astro/collections/collections.json`, in the form of Astro's
 * `experimental.contentIntellisense`. Beside it Astro writes the JSON Schema of each collection. Astro itself would list
 * only files that have been loaded; those with errors are listed, too, since they need an editor's help most.
 *
 * @param root absolute path of the content folder
 * @param project absolute path of the folder that is open in the editor
 * @returns whether the list has changed
 */
export async function writeEditorFiles(root: string, project: string): Promise<boolean> {
  const addresses: Partial<Record<RecordKind, readonly string[]>> = {
    articles: listFiles(join(root, 'articles')),
    about: [editorAddress(join(root, 'about.md'))],
    ...mapVocabularies((name) => listFiles(join(root, name))),
  };
  const collections = Object.keys(addresses).map((name) => ({ hasSchema: true, name }));
  const entries = Object.entries(addresses).flatMap(([name, listed]) =>
    listed.map((address) => [address, name]),
  );
  const text = `${JSON.stringify({ collections, entries: Object.fromEntries(entries) as object }, null, 2)}\n`;
  const file = join(project, '.astro/collections/collections.json');
  // An editor reads everything again when the file changes.
  if (existsSync(file) && (await readFile(file, 'utf8')) === text) return false;
  await writeFileSafely(file, text);
  return true;
}

function listFiles(folder: string): string[] {
  // One address for all: making one takes longer than finding a file.
  const address = editorAddress(folder);
  return listRecordFiles(folder).files.map(({ id }) => `${address}/${id.toLowerCase()}.md`);
}

/** A file's address as Astro's language server looks for it. */
function editorAddress(file: string): string {
  return decodeURIComponent(pathToFileURL(file).href).toLowerCase();
}
