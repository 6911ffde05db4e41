import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CommandError, UsageError } from '../../system/command-error.ts';
import { checkAuthorityId, checkIds } from '../../records/check/check-ids.ts';
import { checkVocabulary, type Located } from '../../records/check/check-references.ts';
import { listRecordFiles, type RecordFile } from '../../records/read/list-files.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import { authoritySchemas, type AuthorityData } from '../../records/schemas/schemas.ts';
import { mapVocabularies, type Vocabulary } from '../../records/vocabularies.ts';
import { slugOf } from '../../records/choose-id.ts';
import { throwProblems, type NewFile } from './write-new-file.ts';
import { renderRecord } from '../write/render-entry.ts';

/** An authority record to be created. */
export interface NewRecord {
  kind: 'record';
  vocabulary: Vocabulary;
  name: string;
  description: string;
  sortName: string | undefined;
  variants: string[];
  slug: string | undefined;
}

/**
 * Renders the file of a new authority record. The rest of the archive may have errors, for example because it is missing.
 *
 * @param root absolute path of the content folder
 * @throws {UsageError} when its name gives no valid id
 * @throws {CommandError} when the check would reject it, with the problems, or its id is taken
 */
export function renderNewRecord(root: string, { vocabulary, slug, ...data }: NewRecord): NewFile {
  const id = slug ?? slugOf(data.name, vocabulary.singular);
  const path = `${vocabulary.name}/${id}.md`;
  const file = join(root, path);
  const [wrong] = [...checkIds([{ id, file }]), ...checkAuthorityId({ id, file })];
  if (wrong) throw new UsageError(`--slug is "${id}": found ${wrong.found}; expected ${wrong.expected}.`);
  if (existsSync(file)) {
    throw new CommandError(`${path} already exists. Choose another name with --slug.`);
  }
  const { name, description, sortName, variants } = data;
  const given = { name, sortName, variants: variants.length > 0 ? variants : undefined, description };
  const text = renderRecord(given, '');

  const schema = authoritySchemas[vocabulary.name];
  const locate = (record: RecordFile, bytes: Uint8Array) => {
    const { partial, positionOf, problems } = readMarkdownRecord<AuthorityData>(bytes, schema);
    return { located: { ...record, data: partial, positionOf } satisfies Located<AuthorityData>, problems };
  };
  const made = locate({ id, file }, new TextEncoder().encode(text));
  const others = listRecordFiles(join(root, vocabulary.name)).files.map(
    (record) => locate(record, readFileSync(record.file)).located,
  );
  const known = mapVocabularies((each) =>
    each === vocabulary.name ? [...others.map((other) => other.id), id] : [],
  );
  const shared = checkVocabulary(vocabulary, [...others, made.located], known);
  throwProblems([...made.problems, ...shared.filter((problem) => problem.file === file)]);
  return { path, content: text };
}
