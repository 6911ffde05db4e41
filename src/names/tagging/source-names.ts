import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTermIndex } from '../../ingest/names/term-index.ts';
import { renderStubRecord } from '../../ingest/names/stub-record.ts';
import { createIdChooser, slugOf } from '../../records/choose-id.ts';
import { EditError, editFrontmatter, readFrontmatter } from '../../records/edit/edit-frontmatter.ts';
import { checkChanges, type FileChange } from '../../records/edit/write-changes.ts';
import { ContentError, startOfFile, type Problem } from '../../records/problem.ts';
import { listRecordFiles } from '../../records/read/list-files.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import { frontmatterKeysOf } from '../../records/schemas/frontmatter-keys.ts';
import { articleSchema, authoritySchemas } from '../../records/schemas/schemas.ts';
import { findVocabulary } from '../../records/vocabularies.ts';

/** What turns the names of sources into records of publications. */
export interface SourceNamesPlan {
  /** The records that are missing. */
  made: FileChange[];
  /** The articles whose `source.name` becomes `source.publication`. */
  changed: FileChange[];
}

const order = frontmatterKeysOf.articles.map(({ path }) => path);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Plans to replace `source.name`, which articles once had, with `source.publication`: the id of the record of that name,
 * which is made where there is none. Nothing is written, and nothing else of a file is changed.
 *
 * @param root absolute path of the content folder
 * @throws {ContentError} when the archive has other errors, or a file cannot be edited in place
 */
export async function planSourceNames(root: string): Promise<SourceNamesPlan> {
  const publications = await readPublications(root);
  const problems: Problem[] = [];
  const changed: FileChange[] = [];
  for (const { file } of listRecordFiles(join(root, 'articles')).files) {
    const before = await readFile(file);
    const text = decoder.decode(before);
    // Most articles need not be parsed.
    if (!/^source:/m.test(text) || !/\bname["']?\s*:/.test(text)) continue;
    const name = readName(text);
    if (name === undefined) continue;
    try {
      const after = encoder.encode(
        editFrontmatter(
          text,
          [
            { path: 'source.publication', value: publications.findOrMake(name) },
            { path: 'source.name', value: undefined },
          ],
          [...order, 'source.name'],
        ),
      );
      changed.push({ file, before, after });
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      const { positionOf } = readMarkdownRecord(before, articleSchema);
      problems.push({
        file,
        ...(positionOf(['source', 'name']) ?? startOfFile),
        found: error.message,
        expected: 'plain keys of "source"',
        fix: 'Write the keys out, without & and *, and run it again.',
      });
    }
  }
  const made = publications.listMade();
  if (problems.length === 0) problems.push(...(await checkChanges(root, [...made, ...changed])));
  if (problems.length > 0) throw new ContentError(problems);
  return { made, changed };
}

/** The name of an article's source; undefined where it has none, or already a publication, which the check reports. */
function readName(text: string): string | undefined {
  try {
    const { source } = readFrontmatter(text) as { source?: { name?: unknown; publication?: unknown } };
    const { name, publication } = source ?? {};
    return typeof name === 'string' && name.trim() !== '' && publication === undefined ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The records of publications by their names, and those that are made. */
async function readPublications(root: string) {
  const vocabulary = findVocabulary('publications');
  const index = createTermIndex();
  const taken = new Set<string>();
  for (const { id, file } of listRecordFiles(join(root, vocabulary.name)).files) {
    const { partial } = readMarkdownRecord(await readFile(file), authoritySchemas.publications);
    taken.add(id);
    const names = [...(partial.name === undefined ? [] : [partial.name]), ...(partial.variants ?? [])];
    index.add({ vocabulary: vocabulary.name, id: partial.replacedBy ?? id, names }, id);
  }
  const chooseId = createIdChooser((id) => taken.has(id));
  const made: FileChange[] = [];
  return {
    findOrMake(name: string): string {
      const [known] = index.match({ name, vocabulary: vocabulary.name });
      if (known) return known.id;
      const id = chooseId(slugOf(name, vocabulary.singular));
      index.add({ vocabulary: vocabulary.name, id, names: [name] }, id);
      const after = encoder.encode(renderStubRecord(name, vocabulary));
      made.push({ file: join(root, vocabulary.name, `${id}.md`), before: undefined, after });
      return id;
    },
    listMade: () => made,
  };
}
