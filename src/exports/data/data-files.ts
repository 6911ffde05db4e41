import { hash } from 'node:crypto';

import type { Archive } from '../../archive/archive.ts';
import { belowHome, createSiteFile, type FileContent, type SiteFile } from '../../archive/site-file.ts';
import { describeRecords } from '../../records/schemas/json-schema.ts';
import { vocabularies } from '../../records/vocabularies.ts';
import { byDigest } from '../../system/digest.ts';
import {
  createPendingLine,
  renderArticleLines,
  renderArticleTable,
  renderNdjson,
  type PendingLine,
} from './article-data.ts';
import { authorTables, renderDataTable } from './author-tables.ts';
import { listIssueLines } from './issue-data.ts';
import { splitBySpan, type DataPart } from './data-parts.ts';
import { createSkosView, type SkosView } from './skos-view.ts';
import type { ReadBody } from './stored-text.ts';

/** The kinds of data sets, in the order in which they are listed: each is one file or, for articles, one for each part. */
const kinds = ['ndjson', 'csv', 'issues', 'withdrawn', 'authors', 'bylines', 'skos', 'schema'] as const;

export type DataKind = (typeof kinds)[number];

// What writes RDF has many modules. It is loaded when the file has to be made, which in development is seldom.
const renderSkos = async (view: SkosView) => (await import('./skos.ts')).renderSkos(view);

/** A file of the archive's data. */
export interface DataFile extends SiteFile {
  kind: DataKind;
  /** Below `/data/`. */
  name: string;
  /** The years or the month of its articles, as in {@link splitBySpan}; '' for all. */
  span: string;
  /** The number of articles, issues or records in it; undefined for a file of none of them. */
  count: number | undefined;
}

/** The size and checksum of a file. */
export interface FileSum {
  bytes: number;
  /** SHA-256 in hexadecimal. */
  sha256: string;
}

/** A data file as the page about the data and the description for programs list it. */
export interface ListedDataFile extends FileSum, Pick<DataFile, 'kind' | 'name' | 'span' | 'count'> {}

/** Gives the data files with their sizes and checksums, for which they have to be made. */
export type LoadDataFiles = () => Promise<readonly ListedDataFile[]>;

/**
 * Lists the data files, except for the one that describes them. Withdrawn articles are in `withdrawn.ndjson` only. Files that
 * are made from the same articles follow each other.
 */
export function listDataFiles(archive: Archive, readBody: ReadBody): DataFile[] {
  const { articles, paths, records, replaced, withdrawn } = archive;
  const issues = listIssueLines(archive);
  const define = <View>(
    kind: DataKind,
    name: string,
    view: () => View,
    render: (view: View) => string | Promise<string>,
    about: { span?: string; count?: number } = {},
  ): DataFile => ({
    ...createSiteFile(belowHome(paths, paths.data + name), view, render),
    kind,
    name,
    span: about.span ?? '',
    count: about.count,
  });
  // The lines of only one part are in memory at a time.
  let last: { part: DataPart; lines: readonly PendingLine[] } | undefined;
  const linesOf = (part: DataPart) => {
    if (last?.part !== part) {
      const lines = part.articles.map((article) => createPendingLine(archive, article, readBody));
      last = { part, lines: byDigest(lines) };
    }
    return last.lines;
  };
  const defineBoth = (part: DataPart) => {
    const name = `articles${part.span && `-${part.span}`}`;
    const about = { span: part.span, count: part.articles.length };
    const view = () => linesOf(part);
    return [
      define('ndjson', `${name}.ndjson`, view, renderArticleLines, about),
      define('csv', `${name}.csv`, view, renderArticleTable, about),
    ];
  };
  const defineTable = (kind: keyof typeof authorTables, name: string, count?: number) => {
    const table = authorTables[kind];
    const render = (rows: string[][]) => renderDataTable(table, rows);
    return define(kind, name, () => table.list(archive), render, count === undefined ? {} : { count });
  };
  return [
    ...splitBySpan(articles).flatMap(defineBoth),
    ...(issues.length === 0
      ? []
      : [define('issues', 'issues.ndjson', () => issues, renderNdjson, { count: issues.length })]),
    ...(withdrawn.length === 0
      ? []
      : [
          define('withdrawn', 'withdrawn.ndjson', () => listWithdrawn(archive), renderNdjson, {
            count: withdrawn.length,
          }),
        ]),
    ...(records.authors.length === 0
      ? []
      : [
          defineTable('authors', 'authors.csv', records.authors.length),
          defineTable('bylines', 'bylines.csv'),
        ]),
    define('skos', 'vocabularies.ttl', () => createSkosView(archive, readBody), renderSkos, {
      count: vocabularies.reduce((sum, { name }) => sum + records[name].length, replaced.length),
    }),
    ...Object.entries(describeRecords()).map(([kind, { $schema, ...schema }]) => {
      const name = `${kind}.schema.json`;
      const view = () => ({ $schema, $id: paths.canonical(paths.data + name), ...schema });
      return define('schema', name, view, (described) => `${JSON.stringify(described, null, 1)}\n`);
    }),
  ];
}

/**
 * Adds to each data file its size and checksum, one after the other: the content of only one is in memory at a time.
 *
 * @param sumOf gives them for a file; when left out, each file is made for it
 * @returns the files, ordered by their kinds
 */
export async function sumDataFiles(
  files: readonly DataFile[],
  sumOf: (file: DataFile) => Promise<FileSum> = async (file) => sumContent(await file.prepare().content()),
): Promise<ListedDataFile[]> {
  const listed: ListedDataFile[] = [];
  for (const file of files) {
    const { kind, name, span, count } = file;
    listed.push({ kind, name, span, count, ...(await sumOf(file)) });
  }
  return listed.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** Computes the size and checksum of a file's content. */
export function sumContent(content: FileContent): FileSum {
  return { bytes: Buffer.byteLength(content), sha256: hash('sha256', content) };
}

function listWithdrawn({ paths, withdrawn }: Archive): object[] {
  return withdrawn.map(({ id, href, formerIds, withdrawn: { date, ...why } }) => ({
    id,
    url: paths.canonical(href),
    withdrawn: { date: date.edtf, ...why },
    formerIds,
  }));
}
