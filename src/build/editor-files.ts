import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  describeRecords,
  recordKinds,
  type JsonSchema,
  type RecordKind,
} from '../records/schemas/json-schema.ts';
import { listRecordFiles } from '../records/read/list-files.ts';
import { mapVocabularies, vocabularies } from '../records/vocabularies.ts';

/** What Astro's extensions for editors read, below the folder that is open in the editor. */
const editorFolder = '.astro/collections';

/** Astro writes schemas of its own there, of what its loaders give to pages. */
const nameOf = (kind: RecordKind) => `dateline-${kind}`;

/**
 * Writes what editors have to know of a content folder: a JSON Schema for each kind of record, in which a tag is the id of a
 * record that is there, and which file is what. Files that are wrong are listed too: it is those that need help. What has
 * not changed is left as it is, so that nothing is read again for nothing.
 *
 * The place and the form are those of Astro's `experimental.contentIntellisense`. Astro itself would list only files that
 * are right.
 *
 * @param root absolute path of the content folder
 * @param project absolute path of the folder that is open in the editor
 */
export async function writeEditorFiles(root: string, project: string): Promise<void> {
  const folder = join(project, editorFolder);
  const listed = {
    articles: listRecordFiles(join(root, 'articles')).files,
    about: [{ file: join(root, 'about.md'), id: 'about' }],
    ...mapVocabularies((name) => listRecordFiles(join(root, name)).files),
  };
  const ids = mapVocabularies((name) => listed[name].map(({ id }) => id));
  const schemas = describeRecords();
  for (const { name } of vocabularies) {
    allowOnly(ids[name], schemas.articles.properties?.[name]);
    for (const key of ['replacedBy', 'within', 'broader'])
      allowOnly(ids[name], schemas[name].properties?.[key]);
  }
  await mkdir(folder, { recursive: true });
  for (const kind of recordKinds)
    await replaceFile(join(folder, `${nameOf(kind)}.schema.json`), schemas[kind]);
  const kinds = Object.keys(listed) as (keyof typeof listed)[];
  await replaceFile(join(folder, 'collections.json'), {
    collections: kinds.map((kind) => ({ hasSchema: true, name: nameOf(kind) })),
    entries: Object.fromEntries(
      kinds.flatMap((kind) => listed[kind].map(({ file }) => [editorAddress(file), nameOf(kind)])),
    ),
  });
}

/** Completes the schema of an id, or of a list of ids, with those that there are. */
function allowOnly(ids: readonly string[], schema: JsonSchema | boolean | undefined): void {
  // An enumeration of nothing is not allowed.
  if (typeof schema !== 'object' || ids.length === 0) return;
  if (schema.type !== 'array') Object.assign(schema, { enum: ids, errorMessage: 'No record has this id.' });
  else {
    schema.uniqueItems = true;
    allowOnly(ids, schema.items as JsonSchema);
  }
}

/** A file's address as Astro's language server looks for it. */
function editorAddress(file: string): string {
  return decodeURIComponent(pathToFileURL(file).href).toLowerCase();
}

async function replaceFile(file: string, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (existsSync(file) && (await readFile(file, 'utf8')) === text) return;
  await writeFile(`${file}.next`, text);
  await rename(`${file}.next`, file);
}
