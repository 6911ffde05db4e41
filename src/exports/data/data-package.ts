import type { Archive } from '../../archive/archive.ts';
import { columns } from './article-data.ts';
import { describeFields } from './data-fields.ts';
import type { DataKind } from './data-files.ts';
import type { SummedFile } from './load-data-files.ts';

/** The format of a kind's files. */
const formats: Readonly<Record<DataKind, { format: string; mediatype: string }>> = {
  ndjson: { format: 'ndjson', mediatype: 'application/x-ndjson' },
  csv: { format: 'csv', mediatype: 'text/csv' },
  withdrawn: { format: 'ndjson', mediatype: 'application/x-ndjson' },
  schema: { format: 'json', mediatype: 'application/schema+json' },
  skos: { format: 'ttl', mediatype: 'text/turtle' },
};

/**
 * Describes the files of data as a Data Package (datapackage.org, version 2.0). Its version is the last day on which
 * anything that is published changed. It names no licence of the articles: whose they are, each says in `rights`.
 */
export function wordDataPackage(archive: Archive, files: readonly SummedFile[]): string {
  const { site, paths, articles } = archive;
  const version = lastChange(articles);
  const { publisher } = site;
  const described = describeFields();
  return JSON.stringify(
    {
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
      resources: files.map((file) => wordResource(file, archive, described)),
    },
    null,
    1,
  );
}

/** The last day on which what is published changed; missing when none is known. */
export function lastChange(articles: Archive['articles']): string | undefined {
  return articles.reduce<string | undefined>(
    (last, { updated }) => (updated !== undefined && (last === undefined || updated > last) ? updated : last),
    undefined,
  );
}

function wordResource(
  { kind, name, bytes, sha256, span }: SummedFile,
  { site, messages }: Archive,
  described: ReadonlyMap<string, string>,
): object {
  const { format, mediatype } = formats[kind];
  const { license } = site;
  const title = messages.data.kinds[kind];
  const isOwn = kind === 'skos' || kind === 'withdrawn';
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
    // The licence is one of the archive's own words.
    ...(isOwn && license?.url && { licenses: [{ path: license.url, title: license.name }] }),
    ...(kind === 'csv' && {
      type: 'table',
      dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: columns.map(({ name: field, type }) => ({
          name: field,
          type,
          description: described.get(field),
        })),
        primaryKey: ['id'],
        missingValues: [''],
      },
    }),
  };
}
