import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { checkLedger } from '../check/check-ledger.ts';
import { checkArticleId, checkAuthorityId, checkIds } from '../check/check-ids.ts';
import {
  checkFormerIds,
  checkTags,
  checkVocabulary,
  type KnownIds,
  type Located,
} from '../check/check-references.ts';
import { checkSources } from '../check/check-source.ts';
import { decodeText } from './decode-text.ts';
import { followReplacements } from './follow-replacements.ts';
import { readLedger, type LedgerLine } from '../ledger/ledger.ts';
import { checkFolders, listRecordFiles, type RecordFile } from './list-files.ts';
import { openFrontmatterStore, type FrontmatterStore, type ReadAhead } from './frontmatter-store.ts';
import { startOfFile, type Problem } from '../problem.ts';
import { readMarkdownRecord, readYamlRecord, type ReadRecord, type RecordSchema } from './read-record.ts';
import { aboutSchema, articleSchema, authoritySchemas, siteSchema } from '../schemas/schemas.ts';
import type { ArticleData, AuthorityData, Site } from '../schemas/schemas.ts';
import { checkShareImage } from '../check/check-share-image.ts';
import { mapVocabularies, vocabularies, type VocabularyName } from '../vocabularies.ts';
import type { DataPath } from './yaml-offsets.ts';

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
  /** What was published before. */
  ledger: readonly LedgerLine[];
}

/** A record between reading and checking. */
interface Read<Data> extends RecordFile, ReadRecord<Data> {
  digest: string;
}

/**
 * Reads and checks a whole content folder. The build, the check and the import all read through this one function,
 * so that they accept and refuse the same files with the same words.
 *
 * @param root absolute path of the content folder
 * @param options `keeps`: what was read is kept, so that the next run need not read it from YAML again
 * @returns the content, when there is no problem; and all problems of all files
 */
export async function readArchive(
  root: string,
  { keeps = false } = {},
): Promise<{ content?: ArchiveContent; problems: Problem[] }> {
  const store = await openFrontmatterStore(root);
  const { site, problems } = await readSite(root);
  problems.push(...checkFolders(root), ...checkShareImage(root));
  const aboutFile = { file: join(root, 'about.md'), id: 'about' };
  const about = existsSync(aboutFile.file) ? readOne(aboutFile, aboutSchema, problems, store) : undefined;
  const articles = await readCollection(join(root, 'articles'), articleSchema, problems, store);
  const authorities = {} as Record<VocabularyName, Read<AuthorityData>[]>;
  for (const { name } of vocabularies) {
    authorities[name] = await readCollection<AuthorityData>(
      join(root, name),
      authoritySchemas[name],
      problems,
      store,
    );
  }

  if (keeps) await store.save();

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
      problems.push(...checkArticleId(article, date, () => article.placeOf([date ? 'date' : 'undated'])));
    if (article.body?.trim() === '' && !article.partial.withdrawn) problems.push(emptyBody(article));
  }
  const located = articles.map(locate);
  problems.push(
    ...checkTags(located, known),
    ...checkFormerIds(located, new Set(articles.map(({ id }) => id))),
  );
  problems.push(...checkSources(root, located));

  const ledger = await readLedger(root);
  problems.push(...ledger.problems);
  // Of a ledger that is not whole, what is missing would seem to have disappeared.
  if (ledger.problems.length === 0) {
    const read = articles.map((article) => ({
      ...locate(article),
      body: article.body,
      isRight: isRight(article),
    }));
    problems.push(...checkLedger(root, ledger.lines, read, known));
  }

  if (problems.length > 0 || !site) return { problems };
  const content = followReplacements({
    site,
    about: about && isRight(about) ? toEntry(about) : undefined,
    articles: articles.filter(isRight).map(toEntry),
    vocabularies: mapVocabularies((name) => authorities[name].filter(isRight).map(toEntry)),
    ledger: ledger.lines,
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

// Files are read one after another, without waiting for each: of small ones in the system's cache, asking a thread for
// each takes five times as long as reading.

async function readCollection<Data>(
  folder: string,
  schema: RecordSchema<Data>,
  problems: Problem[],
  store: FrontmatterStore,
): Promise<Read<Data>[]> {
  const listed = listRecordFiles(folder);
  problems.push(...listed.problems, ...checkIds(listed.files));
  const records: Read<Data>[] = [];
  for await (const { file, ahead } of store.readAhead(schema, listed.files)) {
    if (ahead) records.push(takeRead(file, schema, ahead, store));
    else records.push(readOne(file, schema, problems, store));
  }
  return records;
}

function readOne<Data>(
  { file, id }: RecordFile,
  schema: RecordSchema<Data>,
  problems: Problem[],
  store: FrontmatterStore,
): Read<Data> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const fix = 'Put it back, or give it back its permissions.';
    const found = `a file that cannot be read (${(error as NodeJS.ErrnoException).code})`;
    problems.push({ file, ...startOfFile, found, expected: 'a readable file', fix });
    return { file, id, partial: {}, problems: [], digest: '', placeOf: () => startOfFile };
  }
  const digest = hash('sha256', bytes);
  const known = store.find(schema, digest);
  if (known) {
    const body = decodeText(bytes).text.slice(known.bodyStart);
    return rightRecord({ file, id }, schema, known.data, body, digest);
  }
  const record = readMarkdownRecord(bytes, schema);
  const { data, bodyStart } = record;
  if (data !== undefined && bodyStart !== undefined && record.problems.length === 0)
    store.add(schema, digest, { data, bodyStart });
  problems.push(...record.problems.map((problem) => ({ file, ...problem })));
  return { file, id, ...record, digest };
}

/** Takes a record that a thread has read. */
function takeRead<Data>(
  file: RecordFile,
  schema: RecordSchema<Data>,
  { record, body, digest }: ReadAhead,
  store: FrontmatterStore,
): Read<Data> {
  store.add(schema, digest, record);
  return rightRecord(file, schema, record.data as Data, body, digest);
}

/** A record that is right, of which nothing is to be told but where something stands in it. */
function rightRecord<Data>(
  { file, id }: RecordFile,
  schema: RecordSchema<Data>,
  data: Data,
  body: string,
  digest: string,
): Read<Data> {
  const placeOf = (path: DataPath) => readMarkdownRecord(readFileSync(file), schema).placeOf(path);
  return { file, id, data, partial: data, body, problems: [], digest, placeOf };
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
