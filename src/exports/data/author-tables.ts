import type { Archive } from '../../archive/archive.ts';
import { renderCsv } from './csv.ts';

/** A table of the data sets other than that of the articles, described as in Table Schema (datapackage.org). */
export interface DataTable {
  columns: readonly { name: string; type: 'string' | 'integer'; description: string }[];
  /** The columns that tell one row from the others. */
  primaryKey: readonly string[];
  /** The rows, as the table has their cells. */
  list(archive: Archive): string[][];
}

/** The authors whom bylines name, by sort name. */
const authors: DataTable = {
  columns: [
    { name: 'id', type: 'string', description: 'As in the address of the author’s page.' },
    { name: 'url', type: 'string', description: 'The address of the page.' },
    {
      name: 'name',
      type: 'string',
      description: 'The name of the author’s record, or the one that bylines have most often.',
    },
    { name: 'sortName', type: 'string', description: 'The name as the index files it.' },
    { name: 'spellings', type: 'string', description: 'How else bylines print the name.' },
    {
      name: 'record',
      type: 'string',
      description: 'The person or organization that the author is: people/jane-holm.',
    },
    { name: 'articles', type: 'integer', description: 'In how many articles’ bylines the author is.' },
  ],
  primaryKey: ['id'],
  list: ({ records, paths }) =>
    records.authors.map(({ id, href, name, sortName, variants, counterpart, articles }) => [
      id,
      paths.canonical(href),
      name,
      sortName,
      variants.join('; '),
      counterpart?.key ?? '',
      String(articles.length),
    ]),
};

/** The authors of each article, in the order of the byline. */
const bylines: DataTable = {
  columns: [
    { name: 'article', type: 'string', description: 'The id of the article.' },
    { name: 'position', type: 'integer', description: 'The author’s position in the byline, from 1.' },
    { name: 'author', type: 'string', description: 'The id of the author.' },
    { name: 'printed', type: 'string', description: 'The name as the byline prints it.' },
  ],
  primaryKey: ['article', 'position'],
  list: ({ articles, bylineOf }) =>
    articles.flatMap((article) =>
      bylineOf(article)
        .filter(({ author }) => author)
        .map(({ text, author }, index) => [article.id, String(index + 1), author?.id ?? '', text]),
    ),
};

/** The tables by their kinds. */
export const authorTables = { authors, bylines } as const satisfies Record<string, DataTable>;

/** Renders a table (RFC 4180, UTF-8), with a row of column names. */
export function renderDataTable({ columns }: DataTable, rows: readonly string[][]): string {
  return renderCsv([columns.map(({ name }) => name), ...rows]);
}
