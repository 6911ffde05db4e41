import type { Archive } from '../../archive/archive.ts';
import { belowHome, type SiteFile } from '../../archive/site-file.ts';
import type { FieldKind } from '../../records/article-fields.ts';
import { columns } from './article-data.ts';
import { authorTables } from './author-tables.ts';
import { describeFields } from './describe-fields.ts';
import type { DataKind, ListedDataFile, LoadDataFiles } from './data-files.ts';

/** The format of each kind of data file. */
const formats: Readonly<Record<DataKind, { format: string; mediatype: string }>> = {
  ndjson: { format: 'ndjson', mediatype: 'application/x-ndjson' },
  csv: { format: 'csv', mediatype: 'text/csv' },
  authors: { format: 'csv', mediatype: 'text/csv' },
  bylines: { format: 'csv', mediatype: 'text/csv' },
  issues: { format: 'ndjson', mediatype: 'application/x-ndjson' },
  withdrawn: { format: 'ndjson', mediatype: 'application/x-ndjson' },
  schema: { format: 'json', mediatype: 'application/schema+json' },
  skos: { format: 'ttl', mediatype: 'text/turtle' },
};

/** The types of columns that are not texts (datapackage.org, Table Schema, "Field Types"). */
const types: Readonly<Partial<Record<FieldKind, string>>> = { flag: 'boolean', day: 'date' };

/** A column of a table. */
type Column = { name: string; type: string; description: string };

/** What describes the files that are tables. */
const tables: Readonly<
  Partial<Record<DataKind, { columns: readonly Column[]; primaryKey: readonly string[] }>>
> = {
  ...authorTables,
  csv: {
    columns: columns.map(({ name, kind, description }) => ({
      name,
      type: types[kind] ?? 'string',
      description,
    })),
    primaryKey: ['id'],
  },
};

/** Defines the file that describes the data files for programs. It has no key: making it is nearly all that the key would take. */
export function createDataPackage(archive: Archive, loadDataFiles: LoadDataFiles): SiteFile {
  const path = belowHome(archive.paths, `${archive.paths.data}datapackage.json`);
  const content = async () => JSON.stringify(describeDataFiles(archive, await loadDataFiles()), null, 1);
  return { path, prepare: () => ({ key: undefined, content }) };
}

/**
 * Describes data files as a Data Package (datapackage.org, version 2.0). Its version is the last day on which anything that
 * is published changed. It names no licence for the articles: each says in `rights` whose it is.
 */
function describeDataFiles(archive: Archive, files: readonly ListedDataFile[]): object {
  const { site, paths, articles, messages } = archive;
  const version = lastChange(articles);
  const { publisher } = site;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'archive',
    id: paths.canonical(paths.data),
    title: site.title,
    description: site.description,
    homepage: paths.canonical(paths.data),
    ...(version && { version }),
    ...(publisher && {
      contributors: [
        { title: publisher.name, ...(publisher.url && { path: publisher.url }), roles: ['publisher'] },
      ],
    }),
    resources: files.map((file) => describeResource(file, archive, messages.data.kinds[file.kind])),
  };
}

/** The last day on which a published text changed; undefined when none is known. */
export function lastChange(articles: Archive['articles']): string | undefined {
  return articles.reduce<string | undefined>(
    (last, { updated }) => (updated !== undefined && (last === undefined || updated > last) ? updated : last),
    undefined,
  );
}

function describeResource(
  { kind, name, bytes, sha256, span }: ListedDataFile,
  archive: Archive,
  title: string,
): object {
  const { license } = archive.site;
  const { format, mediatype } = formats[kind];
  const isOwn = kind === 'skos' || kind === 'withdrawn' || kind === 'issues';
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: name.replace('.', '-'),
    path: name,
    title: span ? `${title} (${span})` : title,
    format,
    mediatype,
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    // The licence is for the archive's own words.
    ...(isOwn && license?.url && { licenses: [{ path: license.url, title: license.name }] }),
    ...describeTable(kind, archive),
  };
}

/** Describes the columns of a table; nothing for a file of another kind. */
function describeTable(kind: DataKind, archive: Archive): object {
  const table = tables[kind];
  if (!table) return {};
  return {
    type: 'table',
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: describeFields(table.columns, archive),
      primaryKey: table.primaryKey,
      missingValues: [''],
    },
  };
}
