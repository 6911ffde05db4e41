import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

import { frontmatterKeys } from '../../../records/article-fields.ts';
import { sourcePath } from '../../../records/schemas/fields.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Item, PublishedRecord, ReceivedFile, SourceOptions } from '../source.ts';
import { findJsonError } from '../shared/json-error.ts';
import { vocabularies } from '../../../records/vocabularies.ts';
import { listLines } from '../shared/json-lines.ts';

/**
 * Reads the articles that an archive has published at `/data/`, one line of JSON each, without changes; and those that it
 * has withdrawn, which have no text. Its issues are left out: the articles say in which they were printed. Source texts are read from the `sources/` folder next to the folder of the file, as
 * on the site.
 */
export async function* readDatelineData(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  let number = 0;
  for await (const { text, line } of listLines(file, options.encoding)) {
    if (text === '') continue;
    if (number === 0 && text?.startsWith('{"publication":')) {
      const reason = 'a list of issues, which the articles say all of';
      yield { kind: 'skipped', origin: { file: file.name, line }, reason };
      return;
    }
    const origin = { file: file.name, item: `item ${++number}`, line };
    yield catchFailure(origin, () => {
      if (text === undefined)
        throw new SourceError('a line that is too long', 'one article per line', 'Remove it.');
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
    const fix = 'Use the file as the archive publishes it.';
    throw new SourceError('no "id" or no "text"', 'an article as an archive publishes it', fix);
  }
  const given = Object.fromEntries(
    frontmatterKeys.flatMap((key) => (isEmpty(key, line[key]) ? [] : [[key, withoutAddresses(line[key])]])),
  );
  const withdrawn = { title: 'A withdrawn article', titleSupplied: true, ...dateOf(id), ...noTags };
  const data = line.withdrawn === undefined ? given : { ...withdrawn, ...given };
  return { collection: 'articles', id, data, body: text };
}

/** Removes the addresses at which pictures and attachments were published, which are not part of frontmatter. */
function withoutAddresses(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('sha256' in item)) return item;
    return Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'url'));
  });
}

const noTags: Record<string, []> = Object.fromEntries(
  vocabularies.filter(({ isRequired }) => isRequired).map(({ name }) => [name, []]),
);

/** Whether a value is the default of its key. */
function isEmpty(key: string, value: unknown): boolean {
  if (value === undefined || value === false) return true;
  const isOptional = !(key in noTags);
  return isOptional && Array.isArray(value) && value.length === 0;
}

/** The date that an id contains. */
function dateOf(id: string): { date: string } | { undated: true } {
  const folder = id.split('/').slice(0, -1);
  return folder[0] === 'undated' ? { undated: true } : { date: folder.join('-') };
}

function readSource(data: PublishedRecord['data'], path: string): PublishedRecord['source'] {
  const { file, sha256 } = (data.source ?? {}) as { file?: unknown; sha256?: unknown };
  // An invalid path is reported with the rest of the article.
  if (!sourcePath.safeParse(file).success) return undefined;
  const folder = join(dirname(path), '..', 'sources');
  const place = join(folder, String(file));
  if (!isFileIn(folder, place)) {
    const fix = 'Save the site’s sources/ folder next to its data/ folder.';
    throw new SourceError(`no source text at ${place}`, 'the text as it was received', fix);
  }
  const bytes = readFileSync(place);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum === sha256) return { file: String(file), bytes };
  const found = `a source text whose SHA-256 is ${sum}: ${place}`;
  throw new SourceError(found, `the one with ${String(sha256)}`, 'Save it from the site again.');
}

/** Whether a path is a regular file within a folder: not a pipe, which may never end, and not elsewhere by a symbolic link. */
function isFileIn(folder: string, path: string): boolean {
  try {
    return realpathSync(path).startsWith(realpathSync(folder) + sep) && statSync(path).isFile();
  } catch {
    return false;
  }
}
