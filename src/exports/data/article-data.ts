import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { SourceText } from '../../archive/find-source-text.ts';
import type { Evidence } from '../../markdown/mentions.ts';
import { earliest, latest } from '../../records/date/archive-date.ts';
import { vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import { printedText } from '../../records/ledger/ledger.ts';
import { renderCsv } from './csv.ts';
import { createStoredText, type ReadBody, type StoredText } from './stored-text.ts';

/** An article in the data sets. Keys that are in its frontmatter have the same names and values as there. */
export interface ArticleLine extends Record<VocabularyName, readonly string[]> {
  id: string;
  url: string;
  title: string;
  titleSupplied: boolean;
  subtitle?: string;
  /** EDTF. */
  date?: string;
  undated?: true;
  /** The first and the last day that the date can mean. */
  earliest?: string;
  latest?: string;
  byline: readonly string[];
  dateline?: string;
  language: string;
  summary?: string;
  source?: { name?: string; url?: string; archivedUrl?: string; received?: string } & Partial<
    Pick<SourceText, 'file' | 'sha256'>
  >;
  rights?: string;
  corrections: readonly { date: string; note: string }[];
  formerIds: readonly string[];
  /** The last day on which its published text changed. */
  updated?: string;
  /** The sentences that name its records. */
  evidence: readonly ({ record: string } & Evidence)[];
  /** Markdown. */
  text: string;
}

/** An article's line before its text is read. */
export interface PendingLine {
  line: Omit<ArticleLine, 'text'>;
  /** Markdown. */
  text: StoredText;
}

/** Creates an article's line for the data sets. */
export function createPendingLine(archive: Archive, article: Article, readBody: ReadBody): PendingLine {
  const { date, source } = article;
  const { file, sha256, isShown } = archive.sourceTextOf(article) ?? {};
  const line = {
    id: article.id,
    url: archive.paths.canonical(article.href),
    title: article.title,
    titleSupplied: article.titleSupplied,
    subtitle: article.subtitle,
    ...(date
      ? { date: date.edtf, earliest: earliest(date), latest: latest(date) }
      : { undated: true as const }),
    ...article.tags,
    byline: article.byline,
    dateline: article.dateline,
    language: article.language,
    summary: article.summary,
    source: source && {
      name: source.name,
      url: source.url,
      archivedUrl: source.archivedUrl,
      // A source text that is not published has no URL.
      ...(isShown && { file }),
      sha256: sha256 ?? source.sha256,
      received: source.received?.edtf,
    },
    rights: article.rights,
    corrections: article.corrections.map(({ date: day, note }) => ({ date: day.edtf, note })),
    formerIds: article.formerIds,
    updated: article.updated,
    evidence: Object.entries(article.evidence).map(([record, evidence]) => ({ record, ...evidence })),
  };
  return {
    // JSON leaves out the keys whose value is undefined.
    line: line as Omit<ArticleLine, 'text'>,
    text: createStoredText(article.digest, () => printedText(readBody(`articles/${article.id}`))),
  };
}

/** Renders articles as lines of JSON (ndjson.org). */
export function renderArticleLines(articles: readonly PendingLine[]): string {
  return renderNdjson(articles.map(readLine));
}

/** Renders objects as lines of JSON (ndjson.org). */
export function renderNdjson(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function readLine({ line, text }: PendingLine): ArticleLine {
  return { ...line, text: text.read() } as ArticleLine;
}

/** A column of the table of articles. */
interface Column {
  name: string;
  /** A type of Table Schema (datapackage.org, "Field Types"). */
  type: 'string' | 'boolean' | 'date';
  cell(line: ArticleLine): string | boolean | undefined;
}

/** Joins several values for one cell; ids contain no semicolon. */
const list = (values: readonly string[]) => values.join('; ');

/** The columns of the table of articles, in order: the keys of the lines, flattened. */
export const columns: readonly Column[] = [
  { name: 'id', type: 'string', cell: ({ id }) => id },
  { name: 'url', type: 'string', cell: ({ url }) => url },
  { name: 'title', type: 'string', cell: ({ title }) => title },
  { name: 'titleSupplied', type: 'boolean', cell: ({ titleSupplied }) => titleSupplied },
  { name: 'subtitle', type: 'string', cell: ({ subtitle }) => subtitle },
  { name: 'date', type: 'string', cell: ({ date }) => date },
  { name: 'earliest', type: 'date', cell: (line) => line.earliest },
  { name: 'latest', type: 'date', cell: (line) => line.latest },
  ...vocabularies.map(({ name }): Column => ({ name, type: 'string', cell: (line) => list(line[name]) })),
  { name: 'byline', type: 'string', cell: ({ byline }) => list(byline) },
  { name: 'dateline', type: 'string', cell: ({ dateline }) => dateline },
  { name: 'language', type: 'string', cell: ({ language }) => language },
  { name: 'summary', type: 'string', cell: ({ summary }) => summary },
  { name: 'source.name', type: 'string', cell: ({ source }) => source?.name },
  { name: 'source.url', type: 'string', cell: ({ source }) => source?.url },
  { name: 'source.archivedUrl', type: 'string', cell: ({ source }) => source?.archivedUrl },
  { name: 'source.file', type: 'string', cell: ({ source }) => source?.file },
  { name: 'source.sha256', type: 'string', cell: ({ source }) => source?.sha256 },
  { name: 'source.received', type: 'string', cell: ({ source }) => source?.received },
  { name: 'rights', type: 'string', cell: ({ rights }) => rights },
  {
    name: 'corrections',
    type: 'string',
    cell: ({ corrections }) => corrections.map(({ date, note }) => `${date}: ${note}`).join('\n'),
  },
  { name: 'formerIds', type: 'string', cell: ({ formerIds }) => list(formerIds) },
  { name: 'updated', type: 'date', cell: ({ updated }) => updated },
  { name: 'text', type: 'string', cell: ({ text }) => text },
];

/** Renders articles as a table (RFC 4180, UTF-8), with a row of column names. */
export function renderArticleTable(articles: readonly PendingLine[]): string {
  const rows = articles.map(readLine).map((line) => columns.map(({ cell }) => String(cell(line) ?? '')));
  return renderCsv([columns.map(({ name }) => name), ...rows]);
}
