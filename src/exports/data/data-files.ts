import type { Archive } from '../../archive/archive.ts';
import type { Article } from '../../archive/article.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import { describeRecords } from '../../records/schemas/json-schema.ts';
import { printedText } from '../../records/ledger/ledger.ts';
import { makeArticleLine, wordNdjson, wordTable } from './article-data.ts';
import { partBySpan } from './data-parts.ts';
import { wordSkos } from './skos.ts';

/** A kind of data set, of which there is one file or, of articles, one a part. */
export type DataKind = 'ndjson' | 'csv' | 'withdrawn' | 'skos' | 'schema';

/** A file of the archive's data. */
export interface DataFile {
  kind: DataKind;
  /** Below `/data/`. */
  name: string;
  /** The years of its articles, as in {@link partBySpan}; '' when it is of all. */
  span: string;
  /** How many articles or records are in it; missing where there are none. */
  count?: number;
  /** Stays the same as long as its content does, under the same program. */
  key: string;
  /** @param read the Markdown of an article (`articles/2021/07/18/…`) or a record (`people/wang-yi`) */
  content(read: (path: string) => string): string;
}

/** All files of data but those that describe them. Articles that are not shown are in `withdrawn.ndjson` alone. */
export function listDataFiles(archive: Archive): DataFile[] {
  const { articles, pageKeys, records, replaced, withdrawn } = archive;
  const parts = partBySpan(articles);
  const ofPart = (kind: 'ndjson' | 'csv', word: (lines: ReturnType<typeof makeArticleLine>[]) => string) =>
    parts.map(({ span, articles: own }): DataFile => {
      const name = `articles${span && `-${span}`}.${kind}`;
      const lineOf = (article: Article, read: (path: string) => string) =>
        makeArticleLine(archive, article, printedText(read(`articles/${article.id}`)));
      const content: DataFile['content'] = (read) => word(own.map((article) => lineOf(article, read)));
      return { kind, name, span, count: own.length, key: pageKeys.data(name, own), content };
    });
  const all = [...Object.values(records).flat(), ...replaced.map(({ record }) => record)];
  const notesOf = ({ key, html }: Authority, read: (path: string) => string) =>
    html === '' ? '' : printedText(read(key));
  return [
    ...ofPart('ndjson', wordNdjson),
    ...ofPart('csv', wordTable),
    ...(withdrawn.length > 0 ? [ofWithdrawn(archive)] : []),
    {
      kind: 'skos',
      name: 'vocabularies.ttl',
      span: '',
      count: all.length,
      key: pageKeys.data('vocabularies.ttl', [], all),
      content: (read) => wordSkos(archive, (record) => notesOf(record, read)),
    },
    ...listSchemas(archive),
  ];
}

function ofWithdrawn({ pageKeys, paths, withdrawn }: Archive): DataFile {
  return {
    kind: 'withdrawn',
    name: 'withdrawn.ndjson',
    span: '',
    count: withdrawn.length,
    key: pageKeys.data('withdrawn.ndjson', [], withdrawn),
    content: () =>
      wordNdjson(
        withdrawn.map(({ id, href, formerIds, withdrawn: { date, ...why } }) => ({
          id,
          url: paths.canonical(href),
          withdrawn: { date: date.edtf, ...why },
          formerIds,
        })),
      ),
  };
}

/** A JSON Schema for each kind of record, named by its address. */
function listSchemas({ pageKeys, paths }: Archive): DataFile[] {
  return Object.entries(describeRecords()).map(([kind, { $schema, ...schema }]): DataFile => {
    const name = `${kind}.schema.json`;
    const $id = paths.canonical(paths.data + name);
    return {
      kind: 'schema',
      name,
      span: '',
      key: pageKeys.data(name, []),
      content: () => `${JSON.stringify({ $schema, $id, ...schema }, null, 1)}\n`,
    };
  });
}
