import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { checkArticleId, checkAuthorityId, checkIds } from './check-ids.ts';
import {
  checkFormerIds,
  checkTags,
  checkVocabulary,
  type KnownIds,
  type Located,
} from './check-references.ts';
import { checkSource } from './check-source.ts';
import { followReplacements } from './follow-replacements.ts';
import { checkFolders, listRecordFiles, type RecordFile } from './list-files.ts';
import { startOfFile, type Problem } from './problem.ts';
import { readMarkdownRecord, readYamlRecord, type ReadRecord, type RecordSchema } from './read-record.ts';
import { aboutSchema, articleSchema, authoritySchemas, siteSchema } from './schemas.ts';
import type { ArticleData, AuthorityData, Site } from './schemas.ts';
import { mapVocabularies, vocabularies, type VocabularyName } from './vocabularies.ts';

/** A record as the rest of the program sees it: plain data. */
export interface Entry<Data> {
  id: string;
  data: Data;
  /** The Markdown below the frontmatter. */
  body: string;
  /** SHA-256 of the file, in hexadecimal. */
  digest: string;
}

/** Everything that a content folder holds. */
export interface ArchiveContent {
  site: Site;
  /** The colophon, where there is one. */
  about: Entry<{ title: string }> | undefined;
  /** Sorted by id; tags of replaced records are already those of the records that replace them. */
  articles: Entry<ArticleData>[];
  /** Each sorted by id. */
  vocabularies: Record<VocabularyName, Entry<AuthorityData>[]>;
}

/** A record between reading and checking. */
interface Read<Data> extends RecordFile, ReadRecord<Data> {
  digest: string;
}

/** Files read at a time: enough to keep a disk busy, few enough for every limit on open files. */
const batchSize = 64;

/**
 * Reads and checks a whole content folder. The build, the check and the import all read through this one function,
 * so that they accept and refuse the same files with the same words.
 *
 * @param root absolute path of the content folder
 * @returns the content, when there is no problem; and all problems of all files
 */
export async function readArchive(root: string): Promise<{ content?: ArchiveContent; problems: Problem[] }> {
  const { site, problems } = await readSite(root);
  problems.push(...(await checkFolders(root)));
  const aboutFile = { file: join(root, 'about.md'), id: 'about' };
  const about = existsSync(aboutFile.file) ? await readOne(aboutFile, aboutSchema, problems) : undefined;
  const articles = await readCollection(join(root, 'articles'), articleSchema, problems);
  const authorities = {} as Record<VocabularyName, Read<AuthorityData>[]>;
  for (const { name } of vocabularies) {
    authorities[name] = await readCollection<AuthorityData>(
      join(root, name),
      authoritySchemas[name],
      problems,
    );
  }

  const known: KnownIds = mapVocabularies((name) => authorities[name].map(({ id }) => id));
  for (const vocabulary of vocabularies) {
    const records = authorities[vocabulary.name];
    problems.push(
      ...records.flatMap(checkAuthorityId),
      ...checkVocabulary(vocabulary, records.map(locate), known),
    );
  }
  for (const article of articles) {
    const { date, undated } = article.partial;
    if (date || undated)
      problems.push(...checkArticleId(article, date, article.placeOf([date ? 'date' : 'undated'])));
    if (article.body?.trim() === '') problems.push(emptyBody(article));
  }
  const located = articles.map(locate);
  problems.push(
    ...checkTags(located, known),
    ...checkFormerIds(located, new Set(articles.map(({ id }) => id))),
  );
  await inBatches(located, async (article) => void problems.push(...(await checkSource(root, article))));

  if (problems.length > 0 || !site) return { problems };
  const content = followReplacements({
    site,
    about: about && isRight(about) ? toEntry(about) : undefined,
    articles: articles.filter(isRight).map(toEntry),
    vocabularies: mapVocabularies((name) => authorities[name].filter(isRight).map(toEntry)),
  });
  return { content, problems };
}

/** Reads `site.yaml`. */
export async function readSite(root: string): Promise<{ site?: Site; problems: Problem[] }> {
  const file = join(root, 'site.yaml');
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    const found =
      bytes.code === 'ENOENT' ? 'no site.yaml' : `a site.yaml that cannot be read (${bytes.code})`;
    const expected = 'the file that names the archive';
    const fix = 'Create it with the keys title, description, language and url (see README).';
    return { problems: [{ file, ...startOfFile, found, expected, fix }] };
  }
  const { data, problems } = readYamlRecord(bytes, siteSchema);
  return { ...(data && { site: data }), problems: problems.map((problem) => ({ file, ...problem })) };
}

async function readCollection<Data>(
  folder: string,
  schema: RecordSchema<Data>,
  problems: Problem[],
): Promise<Read<Data>[]> {
  const listed = await listRecordFiles(folder);
  problems.push(...listed.problems, ...checkIds(listed.files));
  const records: Read<Data>[] = new Array(listed.files.length);
  await inBatches(listed.files, async (file, index) => {
    records[index] = await readOne(file, schema, problems);
  });
  return records;
}

async function readOne<Data>(
  file: RecordFile,
  schema: RecordSchema<Data>,
  problems: Problem[],
): Promise<Read<Data>> {
  const bytes = await readFile(file.file).catch((error: NodeJS.ErrnoException) => {
    const fix = 'Put it back, or give it back its permissions.';
    const found = `a file that cannot be read (${error.code})`;
    problems.push({ file: file.file, ...startOfFile, found, expected: 'a readable file', fix });
    return undefined;
  });
  if (!bytes) return { ...file, partial: {}, problems: [], digest: '', placeOf: () => startOfFile };
  const record = readMarkdownRecord(bytes, schema);
  problems.push(...record.problems.map((problem) => ({ file: file.file, ...problem })));
  return { ...file, ...record, digest: createHash('sha256').update(bytes).digest('hex') };
}

async function inBatches<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += batchSize) {
    await Promise.all(
      items.slice(start, start + batchSize).map((item, offset) => work(item, start + offset)),
    );
  }
}

function emptyBody({ file }: RecordFile): Problem {
  const fix = 'Put the article\'s text below the second line "---".';
  return {
    file,
    ...startOfFile,
    found: 'no text below the frontmatter',
    expected: "the article's text",
    fix,
  };
}

function locate<Data>({ id, file, partial, placeOf }: Read<Data>): Located<Data> {
  return { id, file, data: partial, placeOf };
}

function isRight<Data>(record: Read<Data>): record is Read<Data> & { data: Data } {
  return record.data !== undefined;
}

function toEntry<Data>({ id, data, body = '', digest }: Read<Data> & { data: Data }): Entry<Data> {
  return { id, data, body, digest };
}
