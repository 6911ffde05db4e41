import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import { hasPublicSum } from '../../archive/find-source-text.ts';
import type { PictureFiles } from '../../archive/media/media.ts';
import { readHtmlText } from '../../markdown/html-text.ts';
import type { Evidence } from '../../markdown/mentions.ts';
import { articleFields, type FieldName } from '../../records/article-fields.ts';
import { earliest, latest, type ArchiveDate } from '../../records/date/archive-date.ts';
import { printedText } from '../../records/ledger/ledger.ts';
import type { ArticleData } from '../../records/schemas/schemas.ts';
import { renderCsv } from './csv.ts';
import { createStoredText, type ReadBody, type StoredText } from './stored-text.ts';

type MediaList = 'pictures' | 'facsimiles' | 'attachments';

/** Lists that few articles have: they are left out of the lines of the others. */
type RareList = MediaList | 'redactions' | 'corrections' | 'formerIds' | 'formerUrls';

/** A value of frontmatter in JSON: its archive dates in EDTF. */
type Plain<Value> = Value extends ArchiveDate
  ? string
  : Value extends object
    ? { [Key in keyof Value]: Plain<Value[Key]> }
    : Value;

/** An article in the data sets. Keys that are in its frontmatter have the same names and values as there. */
export interface ArticleLine
  extends Plain<Omit<ArticleData, 'withdrawn' | RareList>>, Partial<Plain<Pick<ArticleData, RareList>>> {
  id: string;
  url: string;
  language: string;
  /** The first and the last day that the date can mean. */
  earliest?: string;
  latest?: string;
  /** The last day on which its published text changed. */
  updated?: string;
  /** The sentences that name its records. */
  evidence: readonly ({ record: string } & Evidence)[];
  /** Markdown. */
  text: string;
  /** The text as readers see it; missing where {@link text} is the same, with a blank line between paragraphs. */
  plainText?: string;
}

/** An article's line before it is made, which only a file that has changed needs. */
export interface PendingLine {
  /** Those of {@link jsonKeys}, as the model has them. */
  values: readonly unknown[];
  /** Markdown. */
  text: StoredText;
  plainText: StoredText;
}

/** The keys of a line before its text is read, in order. */
const jsonKeys = [
  ...new Set(articleFields.map(({ name }) => name.split('.')[0] as keyof ArticleLine)),
].filter((key) => key !== 'text' && key !== 'plainText');

/** Creates an article's line for the data sets. */
export function createPendingLine(archive: Archive, article: Article, readBody: ReadBody): PendingLine {
  const { date, redactions, corrections, formerIds, formerUrls, source } = article;
  const sourceText = archive.sourceTextOf(article);
  const values: Readonly<Record<Exclude<keyof ArticleLine, 'text' | 'plainText'>, unknown>> = {
    ...article,
    ...article.tags,
    url: archive.paths.canonical(article.href),
    // Most articles have none.
    ...listMedia(archive, article),
    undated: date === undefined || undefined,
    earliest: date && earliest(date),
    latest: date && latest(date),
    // The path that it is published at, by which readers and ingest find it.
    source: source && {
      ...source,
      file: sourceText?.publishedAs,
      ...(((sourceText && !hasPublicSum(sourceText)) || redactions.length > 0) && { sha256: undefined }),
    },
    redactions: unlessEmpty(redactions),
    corrections: unlessEmpty(corrections),
    formerIds: unlessEmpty(formerIds),
    formerUrls: unlessEmpty(formerUrls),
    evidence: Object.entries(article.text.evidence).map(([record, evidence]) => ({ record, ...evidence })),
  };
  return {
    values: jsonKeys.map((key) => values[key]),
    text: createStoredText(article.digest, () => printedText(readBody(`articles/${article.id}`))),
    plainText: createStoredText(article.digest, () => readHtmlText(article.text.html)),
  };
}

/** A file that is shown: an attachment has an address, a picture several. */
interface Shown {
  file: string;
  href?: string;
  files?: PictureFiles;
}

/** The media of an article as in its frontmatter that are shown, each with its address; undefined where it has none. */
function listMedia(
  { mediaOf, paths }: Archive,
  article: Article,
): Record<MediaList, readonly object[] | undefined> {
  const { pictures, facsimiles, attachments } = mediaOf(article);
  const addAddresses = (list: readonly { file: string }[], shown: readonly Shown[]) => {
    const hrefs = new Map(shown.map((each) => [each.file, each.href ?? each.files?.largest.href]));
    const lines = list.flatMap((each) => {
      const href = hrefs.get(each.file);
      return href === undefined ? [] : { ...each, url: paths.canonical(href) };
    });
    return unlessEmpty(lines);
  };
  return {
    pictures: addAddresses(article.pictures, pictures),
    facsimiles: addAddresses(article.facsimiles, facsimiles),
    attachments: addAddresses(article.attachments, attachments),
  };
}

function unlessEmpty<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length > 0 ? list : undefined;
}

function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  if ('edtf' in value) return value.edtf;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}

/** Renders articles as lines of JSON (ndjson.org). */
export function renderArticleLines(articles: readonly PendingLine[]): string {
  return renderNdjson(articles.map(readLine));
}

/** Renders objects as lines of JSON (ndjson.org). */
export function renderNdjson(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function makeLine({ values }: PendingLine): Readonly<Record<string, unknown>> {
  // JSON leaves out the keys whose value is undefined.
  return Object.fromEntries(jsonKeys.map((key, index) => [key, toPlain(values[index])]));
}

function readLine(pending: PendingLine): ArticleLine {
  const { text, plainText } = pending;
  const markdown = text.read();
  const plain = plainText.read();
  const isSame = plain === markdown.replaceAll(/\n{2,}/g, '\n');
  return { ...makeLine(pending), text: markdown, ...(!isSame && { plainText: plain }) } as ArticleLine;
}

/** The columns of the table of articles, in order: the keys of the lines, flattened. */
export const columns = articleFields.filter(({ isOnlyInJson }) => !isOnlyInJson);

const columnPaths = columns.map(({ name }) => ({ name, path: name.split('.') }));

/** Renders articles as a table (RFC 4180, UTF-8), with a row of column names. */
export function renderArticleTable(articles: readonly PendingLine[]): string {
  const rows = articles.map((pending) => {
    // The table has no plain text.
    const line = { ...makeLine(pending), text: pending.text.read() } as ArticleLine;
    return columnPaths.map(({ name, path }) => renderCell(line, name, path));
  });
  return renderCsv([columns.map(({ name }) => name), ...rows]);
}

/** Several values are joined in one cell; ids contain no semicolon. */
function renderCell(line: ArticleLine, name: FieldName, path: readonly string[]): string {
  if (name === 'corrections')
    return (line.corrections ?? []).map(({ date, note }) => `${date}: ${note}`).join('\n');
  if (name === 'redactions')
    return (line.redactions ?? [])
      .map(({ date, reason, note }) =>
        [`${date}: ${reason}`, ...(note === undefined ? [] : [note])].join(': '),
      )
      .join('\n');
  if (name === 'pictures' || name === 'facsimiles' || name === 'attachments')
    return (line[name] ?? []).map(renderMedia).join('\n');
  const value = path.reduce<unknown>(
    (outer, key) => (outer as Record<string, unknown> | undefined)?.[key],
    line,
  );
  return Array.isArray(value) ? value.join('; ') : String(value ?? '');
}

/** @example 2021/07/18/harbour.jpg: The harbour on Tuesday. (Photo: Ada Lind) */
function renderMedia(media: {
  file: string;
  caption?: string | undefined;
  label?: string;
  title?: string;
  credit?: string | undefined;
}): string {
  const { file, caption, label, title, credit } = media;
  const words = caption ?? label ?? title;
  return `${file}${words ? `: ${words}` : ''}${credit ? ` (${credit})` : ''}`;
}
