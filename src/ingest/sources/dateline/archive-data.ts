import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

import { sourcePath } from '../../../records/schemas/fields.ts';
import { attempt } from '../../read/attempt.ts';
import {
  SourceError,
  type Item,
  type PublishedRecord,
  type ReceivedFile,
  type SourceOptions,
} from '../../drafts/draft.ts';
import { findJsonError } from '../shared/json-error.ts';
import { listLines } from '../table/json-lines.ts';

/** Keys that stand in an entry's frontmatter, in its order. */
const frontmatterKeys = [
  'title',
  'titleSupplied',
  'subtitle',
  'date',
  'undated',
  'people',
  'places',
  'organizations',
  'topics',
  'byline',
  'dateline',
  'language',
  'summary',
  'source',
  'rights',
  'corrections',
  'withdrawn',
  'formerIds',
] as const;

/**
 * Reads the articles that an archive has published at `/data/`, a line of JSON each, word for word; and those that it has
 * withdrawn, of which there are no words. Source texts are taken from the folder `sources/` beside that of the file, as on
 * the site.
 */
export async function* readArchiveData(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  let number = 0;
  for await (const { text, line } of listLines(file, options.encoding)) {
    if (text === '') continue;
    const origin = { file: file.name, item: `item ${++number}`, line };
    yield attempt(origin, () => {
      if (text === undefined) throw new SourceError('a longer line', 'one article a line', 'Take it out.');
      const error = findJsonError(text);
      if (error) throw error;
      const record = readLine(JSON.parse(text) as unknown);
      const source = readSource(record.data, file.path);
      return { kind: 'record', origin, record: { ...record, ...(source && { source }) } };
    });
  }
}

function readLine(value: unknown): PublishedRecord {
  const line = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { id, text = '' } = line;
  if (typeof id !== 'string' || typeof text !== 'string' || (line.withdrawn === undefined && text === '')) {
    const fix = 'Take the file from the archive as it is.';
    throw new SourceError('no "id" or no "text"', 'an article of the data of an archive', fix);
  }
  const given = Object.fromEntries(
    frontmatterKeys.flatMap((key) => (isEmpty(key, line[key]) ? [] : [[key, line[key]]])),
  );
  const withdrawn = { title: 'A withdrawn article', titleSupplied: true, ...dateOf(id), ...noTags };
  const data = line.withdrawn === undefined ? given : { ...withdrawn, ...given };
  return { collection: 'articles', id, data, body: text };
}

const noTags = { people: [], places: [], topics: [] };

/** Whether a value is what the key says when it is left out. */
function isEmpty(key: (typeof frontmatterKeys)[number], value: unknown): boolean {
  if (value === undefined || value === false) return true;
  const isOptional = !(key in noTags);
  return isOptional && Array.isArray(value) && value.length === 0;
}

/** The date that an id says. */
function dateOf(id: string): { date: string } | { undated: true } {
  const folder = id.split('/').slice(0, -1);
  return folder[0] === 'undated' ? { undated: true } : { date: folder.join('-') };
}

function readSource(data: PublishedRecord['data'], path: string): PublishedRecord['source'] {
  const { file, sha256 } = (data.source ?? {}) as { file?: unknown; sha256?: unknown };
  // What is no path is refused with the rest of the entry.
  if (!sourcePath.safeParse(file).success) return undefined;
  const folder = join(dirname(path), '..', 'sources');
  const place = join(folder, String(file));
  if (!isFileIn(folder, place)) {
    const fix = 'Save the folder sources/ of the site beside the folder data/.';
    throw new SourceError(`no source text at ${place}`, 'the text as it was received', fix);
  }
  const bytes = readFileSync(place);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum === sha256) return { file: String(file), bytes };
  const found = `a source text whose SHA-256 is ${sum}: ${place}`;
  throw new SourceError(found, `the one with ${String(sha256)}`, 'Save it from the site again.');
}

/** Whether a path leads to a file of a folder, and not elsewhere by a symbolic link, nor to a pipe that never ends. */
function isFileIn(folder: string, path: string): boolean {
  try {
    return realpathSync(path).startsWith(realpathSync(folder) + sep) && statSync(path).isFile();
  } catch {
    return false;
  }
}
