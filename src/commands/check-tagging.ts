import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  lintTags,
  type SharedName,
  type TagRecord,
  type UnnamedTag,
  type UntaggedName,
} from '../markdown/lint-tags.ts';
import { decodeText, placeAt } from '../records/read/decode-text.ts';
import { foldName } from '../records/fold-name.ts';
import { displayPath, type Place, type Problem } from '../records/problem.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import { readMarkdownRecord } from '../records/read/read-record.ts';
import { articleSchema, authoritySchemas, type AuthorityData } from '../records/schemas/schemas.ts';
import { vocabularies } from '../records/vocabularies.ts';

/** A problem whose place is looked up in its file, which is read again for that. */
interface Doubt extends Omit<Problem, keyof Place> {
  placeIn(bytes: Uint8Array): Place;
}

/**
 * Tells what is doubtful about the tags of an archive: names in texts that are no tags, tags that no text names, and
 * names of several records.
 *
 * @param root absolute path of the content folder
 * @param content what was read from it
 */
export async function checkTagging(root: string, content: ArchiveContent): Promise<Problem[]> {
  const { untagged, unnamed, shared } = lintTags(content);
  const inUse = listReplacements(content);
  const doubts = [
    ...untagged.map((each) => wordUntagged(root, each)),
    ...unnamed.map((each) => wordUnnamed(root, each, inUse)),
    ...shared.flatMap((each) => wordShared(root, each)),
  ];
  const problems: Problem[] = [];
  for (const [file, each] of Map.groupBy(doubts, ({ file }) => file)) {
    const bytes = await readFile(file);
    for (const { placeIn, ...words } of each) problems.push({ ...words, ...placeIn(bytes) });
  }
  return problems;
}

function wordUntagged(root: string, { article, name, offset, records }: UntaggedName): Doubt {
  const [record] = records;
  const one = records.length === 1;
  return {
    file: join(root, 'articles', `${article.id}.md`),
    found: `"${name.replace(/\s+/gu, ' ')}", a name of ${records.map(wordRecord).join(' and of ')}`,
    expected: one ? `"${record?.id}" in "${record?.vocabulary}"` : 'one of them among the tags',
    fix: one ? 'Add the tag, unless the text means another.' : 'Add the tag of the one that the text means.',
    placeIn(bytes) {
      const { text } = decodeText(bytes);
      return placeAt(text, text.length - article.body.length + offset);
    },
  };
}

function wordUnnamed(
  root: string,
  { article, record }: UnnamedTag,
  inUse: ReadonlyMap<string, string>,
): Doubt {
  const { vocabulary, id, key, names } = record;
  const [heading = '', ...variants] = names;
  return {
    file: join(root, 'articles', `${article.id}.md`),
    found: `${wordRecord(record)}, named nowhere in the text`,
    expected: `"${heading}"${variants.length > 0 ? ' or one of its variants' : ''} in the text`,
    fix: 'Remove the tag, or add to the record the variant that the text uses.',
    placeIn(bytes) {
      const { data, placeOf } = readMarkdownRecord(bytes, articleSchema);
      const isThis = (tag: string) => tag === id || inUse.get(`${vocabulary}/${tag}`) === key;
      return placeOf([vocabulary, data?.[vocabulary].findIndex(isThis) ?? 0]);
    },
  };
}

/** By the key of each record that was replaced, that of the record in use: an article may still have the old tag. */
function listReplacements({ vocabularies: records }: ArchiveContent): Map<string, string> {
  const pairs = vocabularies.flatMap(({ name }) =>
    records[name].flatMap(({ id, data }): [string, string][] =>
      data.replacedBy === undefined ? [] : [[`${name}/${id}`, `${name}/${data.replacedBy}`]],
    ),
  );
  return new Map(pairs);
}

function wordShared(root: string, { name, records }: SharedName): Doubt[] {
  const fileOf = ({ vocabulary, id }: TagRecord) => join(root, vocabulary, `${id}.md`);
  const [first, ...others] = records;
  return others.map((record) => ({
    file: fileOf(record),
    found: `the name "${name}", which ${first ? displayPath(fileOf(first)) : ''} has too`,
    expected: 'a name of one record',
    fix: 'Tell the two apart, or leave it: the text of an article with both tags is linked to the first.',
    placeIn(bytes) {
      const { data, placeOf } = readMarkdownRecord<AuthorityData>(bytes, authoritySchemas[record.vocabulary]);
      const index = data?.variants.findIndex((variant) => foldName(variant) === name) ?? -1;
      return placeOf(foldName(data?.name ?? '') === name ? ['name'] : ['variants', index]);
    },
  }));
}

function wordRecord({ singular, id }: TagRecord): string {
  return `the ${singular} "${id}"`;
}
