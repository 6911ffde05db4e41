import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  lintTags,
  type SharedName,
  type TagRecord,
  type UnnamedTag,
  type UntaggedName,
} from '../markdown/lint-tags.ts';
import type { Namesake } from '../markdown/namesakes.ts';
import type { SimilarRecords } from '../markdown/similar-records.ts';
import { decodeText, positionAt } from '../records/read/decode-text.ts';
import { normalizeName } from '../records/normalize-name.ts';
import { displayPath, type Position, type Problem } from '../records/problem.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import { readMarkdownRecord } from '../records/read/read-record.ts';
import { articleSchema, authoritySchemas, type AuthorityData } from '../records/schemas/schemas.ts';
import { listTags, tagPath } from '../records/tags.ts';
import { findVocabulary, vocabularies } from '../records/vocabularies.ts';

/** A problem whose position is not known yet: finding it requires reading the file again. */
interface UnlocatedProblem extends Omit<Problem, keyof Position> {
  locate(bytes: Uint8Array): Position;
}

/**
 * Checks whether the tags of an archive agree with its texts: finds names in texts without a tag, tags that the text does
 * not name, names that several records share, records that probably stand for the same, and one that stands for two people.
 *
 * @param root absolute path of the content folder
 * @param content what was read from it
 */
export async function checkTagging(root: string, content: ArchiveContent): Promise<Problem[]> {
  const { untagged, unnamed, shared, similar, namesakes } = lintTags(content);
  const replacements = listReplacements(content);
  const found = [
    ...untagged.map((each) => describeUntagged(root, each)),
    ...unnamed.map((each) => describeUnnamed(root, each, replacements)),
    ...shared.flatMap((each) => describeShared(root, each)),
    ...similar.map((each) => describeSimilar(root, each)),
    ...namesakes.map((each) => describeNamesake(root, each)),
  ];
  const problems: Problem[] = [];
  for (const [file, each] of Map.groupBy(found, ({ file }) => file)) {
    const bytes = await readFile(file);
    for (const { locate, ...problem } of each) problems.push({ ...problem, ...locate(bytes) });
  }
  return problems;
}

function describeUntagged(root: string, { article, name, offset, records }: UntaggedName): UnlocatedProblem {
  const [record] = records;
  const one = records.length === 1;
  return {
    file: join(root, 'articles', `${article.id}.md`),
    found: `"${name.replace(/\s+/gu, ' ')}", a name of ${records.map(formatRecord).join(' and of ')}`,
    expected: one ? `"${record?.id}" in "${record?.vocabulary}"` : 'a tag for one of them',
    fix: one ? 'Add the tag, unless the text means another.' : 'Add the tag of the one that the text means.',
    locate(bytes) {
      const { text } = decodeText(bytes);
      return positionAt(text, text.length - article.body.length + offset);
    },
  };
}

function describeUnnamed(
  root: string,
  { article, record }: UnnamedTag,
  replacements: ReadonlyMap<string, string>,
): UnlocatedProblem {
  const { vocabulary, id, key, names } = record;
  const [heading = '', ...variants] = names;
  return {
    file: join(root, 'articles', `${article.id}.md`),
    found: `${formatRecord(record)}, which the text does not name`,
    expected: `"${heading}"${variants.length > 0 ? ' or one of its variants' : ''} in the text`,
    fix: 'Remove the tag, or add to the record the variant that the text uses.',
    locate(bytes) {
      const { data, positionOf } = readMarkdownRecord(bytes, articleSchema);
      const isThis = (tag: string) => tag === id || replacements.get(`${vocabulary}/${tag}`) === key;
      const of = findVocabulary(vocabulary);
      return positionOf(tagPath(of, data ? listTags(data, of).findIndex(isThis) : 0));
    },
  };
}

/** Maps the key of each merged record to that of its successor: articles may still be tagged with the old id. */
function listReplacements({ vocabularies: records }: ArchiveContent): Map<string, string> {
  const pairs = vocabularies.flatMap(({ name }) =>
    records[name].flatMap(({ id, data }): [string, string][] =>
      data.replacedBy === undefined ? [] : [[`${name}/${id}`, `${name}/${data.replacedBy}`]],
    ),
  );
  return new Map(pairs);
}

function describeSimilar(root: string, { record, other, names }: SimilarRecords): UnlocatedProblem {
  const fileOf = ({ vocabulary, id }: TagRecord) => join(root, vocabulary, `${id}.md`);
  const [first, second] = names;
  return {
    file: fileOf(other),
    found: `the name "${second}", much like "${first}" in ${displayPath(fileOf(record))}`,
    expected: 'one record for each person, place or organization',
    fix: 'Merge the two with replacedBy if they are the same; otherwise leave them.',
    locate: (bytes) => locateName(bytes, other, (name) => name === second),
  };
}

function describeNamesake(root: string, { article, record, name, offset }: Namesake): UnlocatedProblem {
  return {
    file: join(root, 'articles', `${article.id}.md`),
    found: `"${name}", in an article that is tagged with ${formatRecord(record)}, whose given name is another`,
    expected: 'a record for each of two people of one surname',
    fix: 'Make a record of the other, or add the name to the variants if they are the same person.',
    locate(bytes) {
      const { text } = decodeText(bytes);
      return positionAt(text, text.length - article.body.length + offset);
    },
  };
}

function describeShared(root: string, { name, records }: SharedName): UnlocatedProblem[] {
  const fileOf = ({ vocabulary, id }: TagRecord) => join(root, vocabulary, `${id}.md`);
  const [first, ...others] = records;
  return others.map((record) => ({
    file: fileOf(record),
    found: `the name "${name}", which ${first ? displayPath(fileOf(first)) : ''} also has`,
    expected: 'a name of one record only',
    fix: 'Make the names differ, or leave it: in an article with both tags, the name is linked to the first.',
    locate: (bytes) => locateName(bytes, record, (each) => normalizeName(each) === name),
  }));
}

/** The position of one of the names of a record. */
function locateName(
  bytes: Uint8Array,
  { vocabulary }: TagRecord,
  isThis: (name: string) => boolean,
): Position {
  const { data, positionOf } = readMarkdownRecord<AuthorityData>(bytes, authoritySchemas[vocabulary]);
  const index = data?.variants.findIndex(isThis) ?? -1;
  return positionOf(isThis(data?.name ?? '') ? ['name'] : ['variants', index]);
}

function formatRecord({ singular, id }: TagRecord): string {
  return `the ${singular} "${id}"`;
}
