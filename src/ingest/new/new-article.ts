import { join } from 'node:path';

import { CommandError, UsageError } from '../../system/command-error.ts';
import { DateError, knownPart, parseArchiveDate, type ArchiveDate } from '../../records/date/archive-date.ts';
import type { LineKey } from '../../records/article-fields.ts';
import { articleIdForm, isArticleId } from '../../records/check/check-ids.ts';
import { checkTags } from '../../records/check/check-references.ts';
import { dateForms } from '../../records/schemas/fields.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { articleSchema } from '../../records/schemas/schemas.ts';
import type { Tags } from '../../records/tags.ts';
import { mapVocabularies } from '../../records/vocabularies.ts';
import { slugOf } from '../../records/choose-id.ts';
import { throwProblems, type NewFile } from './write-new-file.ts';
import type { PictureData } from '../../records/schemas/media-schemas.ts';
import type { NewPicture } from './new-pictures.ts';
import { renderArticle } from '../write/render-entry.ts';

/** An article to be created. */
export interface NewArticle {
  kind: 'article';
  /** The frontmatter keys that are one line each, as far as they were given. */
  lines: Partial<Record<LineKey, string>>;
  titleSupplied: boolean;
  /** As it was given; `undefined` for an undated article. */
  date: string | undefined;
  /** Ids by vocabulary. */
  tags: Tags;
  byline: string[];
  /** The file of its text; `-` or nothing for standard input. */
  text: string | undefined;
  pictures: NewPicture[];
  slug: string | undefined;
}

/**
 * Chooses the id of a new article, before its text is read.
 *
 * @throws {UsageError} when its date or slug is invalid
 * @throws {CommandError} when the id is taken
 */
export function chooseNewArticleId({ lines, date, slug }: NewArticle, { articles }: ArchiveContent): string {
  const known = date === undefined ? undefined : knownPart(readDate(date)).replaceAll('-', '/');
  const id = `${known ?? 'undated'}/${slug ?? slugOf(lines.title ?? '', 'article')}`;
  if (!isArticleId(id))
    throw new UsageError(`--slug is "${slug}", which makes ${id}; expected ${articleIdForm}.`);
  const owner = articles.find((article) => article.id === id || article.data.formerIds.includes(id));
  if (owner) {
    const what = owner.id === id ? 'already exists' : `is a former address of ${owner.id}`;
    throw new CommandError(`articles/${id} ${what}. Choose another name with --slug.`);
  }
  return id;
}

/**
 * Writes an article's file.
 *
 * @param body Markdown
 * @param pictures what its frontmatter says of its pictures
 * @throws {CommandError} when the check would reject it, with the problems
 */
export function renderNewArticle(
  id: string,
  asked: NewArticle,
  body: string,
  content: ArchiveContent,
  pictures: readonly PictureData[] = [],
): NewFile {
  const { lines, titleSupplied, date, tags, byline } = asked;
  const { title = '', language } = lines;
  const entry = renderArticle(
    {
      ...lines,
      title,
      titleSupplied,
      ...(date !== undefined && { date }),
      byline,
      language: language === content.site.language ? undefined : language,
      tags,
      ...(pictures.length > 0 && { pictures }),
      source: undefined,
    },
    normalizeUnicode(body, 'NFC'),
  );
  const path = `articles/${id}.md`;
  const { partial, positionOf, problems } = readMarkdownRecord(
    new TextEncoder().encode(entry),
    articleSchema,
  );
  const known = mapVocabularies((name) => content.vocabularies[name].map((record) => record.id));
  throwProblems([
    ...problems,
    ...checkTags([{ id, file: join('content', path), data: partial, positionOf }], known),
  ]);
  return { path, content: entry };
}

function readDate(date: string): ArchiveDate {
  try {
    return parseArchiveDate(date);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    throw new UsageError(`--date is ${error.message}; expected a date like ${dateForms}.`, { cause: error });
  }
}
