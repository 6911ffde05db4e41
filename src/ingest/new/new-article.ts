import { join } from 'node:path';

import { UsageError, CommandError } from '../../commands/run-command.ts';
import { DateError, knownPart, parseArchiveDate, type ArchiveDate } from '../../records/date/archive-date.ts';
import { articleIdForm, isArticleId } from '../../records/check/check-ids.ts';
import { checkTags } from '../../records/check/check-references.ts';
import { dateForms } from '../../records/schemas/fields.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import { articleSchema } from '../../records/schemas/schemas.ts';
import { mapVocabularies } from '../../records/vocabularies.ts';
import { slugOf } from '../plan/choose-id.ts';
import type { AskedArticle } from '../../commands/new-options.ts';
import { refuse, type NewFile } from './new-file.ts';
import { writeEntry } from '../write/write-entry.ts';

/**
 * Says where an article goes, before there is a text for it.
 *
 * @throws {UsageError} when its date or name is none
 * @throws {CommandError} when that place is taken
 */
export function placeArticle({ lines, date, slug }: AskedArticle, { articles }: ArchiveContent): string {
  const known = date === undefined ? undefined : knownPart(readDate(date)).replaceAll('-', '/');
  const id = `${known ?? 'undated'}/${slug ?? slugOf(lines.title ?? '', 'article')}`;
  if (!isArticleId(id))
    throw new UsageError(`--slug is "${slug}", which makes ${id}; expected ${articleIdForm}.`);
  const owner = articles.find((article) => article.id === id || article.data.formerIds.includes(id));
  if (owner) {
    const what = owner.id === id ? 'is there already' : `is a former address of ${owner.id}`;
    throw new CommandError(`articles/${id} ${what}. Give the new article another name with --slug.`);
  }
  return id;
}

/**
 * Writes an article's file.
 *
 * @param body Markdown
 * @throws {CommandError} when the check would refuse it, with what is wrong
 */
export function makeArticle(id: string, asked: AskedArticle, body: string, content: ArchiveContent): NewFile {
  const { lines, titleSupplied, date, tags, byline } = asked;
  const { title = '', language, publisher, ...others } = lines;
  const entry = writeEntry(
    {
      ...others,
      title,
      titleSupplied,
      ...(date !== undefined && { date }),
      byline,
      language: language === content.site.language ? undefined : language,
      publisher,
      tags,
      source: undefined,
    },
    body.normalize('NFC'),
  );
  const path = `articles/${id}.md`;
  const { partial, placeOf, problems } = readMarkdownRecord(new TextEncoder().encode(entry), articleSchema);
  const known = mapVocabularies((name) => content.vocabularies[name].map((record) => record.id));
  refuse([...problems, ...checkTags([{ id, file: join('content', path), data: partial, placeOf }], known)]);
  return { path, text: entry };
}

function readDate(date: string): ArchiveDate {
  try {
    return parseArchiveDate(date);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    throw new UsageError(`--date is ${error.message}; expected a date like ${dateForms}.`, { cause: error });
  }
}
