import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readRunningText } from '../markdown/running-text.ts';
import { latest } from '../records/date/archive-date.ts';
import { startOfFile, type Problem } from '../records/problem.ts';
import { listRecordFiles, type RecordFile } from '../records/read/list-files.ts';
import { readBody, readMarkdownRecord } from '../records/read/read-record.ts';
import { articleSchema, type ArticleData } from '../records/schemas/schemas.ts';
import type { ArticleText } from './recognize/recognize.ts';

/** An article in which names are looked for. */
export interface ArchiveText extends ArticleText {
  id: string;
  /** BCP 47 tag. */
  language: string;
  source: ArticleData['source'];
  redactions: ArticleData['redactions'];
}

/** Which articles are read. */
export interface TextFilter {
  /** Ids, or paths of their files; all articles when there are none. */
  articles: readonly string[];
  /** Only those that were received on this day or later, or, where that is not known, are of it: `2024-05-02`. */
  since: string | undefined;
  /** The language of articles that do not name theirs (BCP 47). */
  language: string;
}

/**
 * Lists the files of the articles that were asked for.
 *
 * @param root absolute path of the content folder
 * @returns `missing`: what was asked for and is no article
 */
export function listArticles(
  root: string,
  asked: readonly string[],
): { files: RecordFile[]; missing: string[] } {
  const folder = join(root, 'articles');
  const { files } = listRecordFiles(folder);
  if (asked.length === 0) return { files, missing: [] };
  const byId = new Map(files.map((file) => [file.id, file]));
  const found = asked.map((each) => byId.get(idOf(each)));
  return {
    files: found.filter((file) => file !== undefined),
    missing: asked.filter((_, index) => found[index] === undefined),
  };
}

/** The id in what was given: an id, a path of a file, or an address. */
function idOf(given: string): string {
  const path = given.replaceAll('\\', '/');
  const at = path.lastIndexOf('articles/');
  return (at < 0 ? path : path.slice(at + 'articles/'.length)).replace(/\.md$|\/$/, '');
}

/** The words of an article, with its Markdown, which is enough to count them. */
export function readWords({ file }: RecordFile): string {
  try {
    return readBody(readFileSync(file));
  } catch {
    // It is reported when its names are read.
    return '';
  }
}

/**
 * Reads an article's text.
 *
 * @param problems those of the file are added to this
 * @returns undefined when the article is not one that was asked for, is withdrawn, or has problems
 */
export function readArchiveText(
  { file, id }: RecordFile,
  { since, language }: TextFilter,
  problems: Problem[],
): ArchiveText | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const found = `a file that cannot be read (${(error as NodeJS.ErrnoException).code})`;
    problems.push({
      file,
      ...startOfFile,
      found,
      expected: 'a readable file',
      fix: 'Restore it, or make it readable.',
    });
    return undefined;
  }
  const record = readMarkdownRecord<ArticleData>(bytes, articleSchema);
  problems.push(...record.problems.map((problem) => ({ file, ...problem })));
  const { data, body = '' } = record;
  if (!data || data.withdrawn || (since !== undefined && !isSince(data, since))) return undefined;
  return {
    id,
    language: data.language ?? language,
    source: data.source,
    redactions: data.redactions,
    // A title that the archive devised is no part of the text.
    ...(!data.titleSupplied && { title: data.title }),
    paragraphs: readRunningText(body).map(({ text }) => text),
  };
}

function isSince({ source, date }: ArticleData, since: string): boolean {
  const day = source?.received ?? date;
  return day !== undefined && latest(day) >= since;
}
