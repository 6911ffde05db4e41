import { hash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';

import { help, options, readOptions } from '../../../src/commands/new-options.ts';
import {
  createPendingLine,
  renderArticleLines,
  renderArticleTable,
} from '../../../src/exports/data/article-data.ts';
import { createDataPackage } from '../../../src/exports/data/data-package.ts';
import { chooseColumns } from '../../../src/ingest/sources/table/choose-columns.ts';
import { readDatelineData } from '../../../src/ingest/sources/dateline/dateline-data.ts';
import { renderArticle } from '../../../src/ingest/write/render-entry.ts';
import {
  articleFields,
  frontmatterKeys,
  lineFields,
  offeredFields,
  type ArticleField,
  type FieldName,
} from '../../../src/records/article-fields.ts';
import type { MediaFile } from '../../../src/records/media/inspect-media.ts';
import { readMarkdownRecord } from '../../../src/records/read/read-record.ts';
import { articleSchema } from '../../../src/records/schemas/schemas.ts';
import { makeArchive } from '../archive/entries.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

const sourceText = 'As received.\n';

/** Values of the fields for which not every value of their kind is valid. */
const particular: Partial<Record<FieldName, unknown>> = {
  language: 'de',
  corrections: [{ date: '2021-08-01', note: 'A name' }],
  redactions: [{ date: '2021-08-02', reason: 'privacy', note: 'A name' }],
  pictures: [{ file: 'a.jpg', sha256: hash('sha256', 'a'), alt: '' }],
  facsimiles: [{ file: 'b.jpg', sha256: hash('sha256', 'b'), label: 'Page 1', region: ['1,2,3,4'] }],
  attachments: [{ file: 'c.pdf', sha256: hash('sha256', 'c'), title: 'The report' }],
  ocr: { engine: 'Tesseract 5.3.0', meanConfidence: 0.91 },
  formerUrls: ['/2015/11/lock-reopened/', '/?p=123'],
  'source.url': 'https://example.net/a',
  'source.archivedUrl': 'https://example.net/b',
  'source.file': '2021/07/18/a.txt',
  'source.sha256': hash('sha256', sourceText),
};

const valueOf = ({ name, kind }: ArticleField) =>
  particular[name] ??
  { date: '2021-07-18', list: [`in-${name}`], flag: true }[kind as string] ??
  `The ${name}`;

const valueAt = (record: unknown, name: string) =>
  name
    .split('.')
    .reduce<unknown>((outer, key) => (outer as Record<string, unknown> | undefined)?.[key], record);

const isFrontmatter = ({ name }: ArticleField) =>
  (frontmatterKeys as readonly string[]).includes(name.split('.')[0] ?? '');

/** The fields of frontmatter that a dated article may have: all of them but one. */
const frontmatterFields = articleFields.filter((field) => isFrontmatter(field) && field.name !== 'undated');

/** An article that has a value for each of them. */
const frontmatter = frontmatterFields.reduce<Record<string, unknown>>((outer, field) => {
  const [key = '', inner] = field.name.split('.');
  const value = inner === undefined ? valueOf(field) : { ...(outer[key] as object), [inner]: valueOf(field) };
  return { ...outer, [key]: value };
}, {});

// Of an article of which something was taken out, the source text is not published.
const { redactions, ...others } = frontmatter;
const mediaFile = (sum: string, kind: MediaFile['kind']): MediaFile => ({
  sha256: hash('sha256', sum),
  kind,
  type: 'image/jpeg',
  extension: '.jpg',
  size: 1,
  width: 10,
  height: 10,
  frames: 1,
});
const media = new Map([
  ['a.jpg', mediaFile('a', 'picture')],
  ['b.jpg', mediaFile('b', 'picture')],
  ['c.pdf', mediaFile('c', 'attachment')],
]);

const archive = makeArchive({
  media,
  articles: { '2021/07/18/a': others, 'undated/b': { redactions } as object },
});
const pending = archive.articles.map((article) => createPendingLine(archive, article, () => 'The text.'));
const ndjson = renderArticleLines(pending);
const lines = ndjson
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as unknown);

/** The columns of the table, as the description for programs has them. */
async function describeColumns(): Promise<{ name: string; description: string }[]> {
  const csv = { kind: 'csv', name: 'articles.csv', span: '', count: 2, bytes: 0, sha256: '' } as const;
  const file = createDataPackage(archive, () => Promise.resolve([csv]));
  const { resources } = JSON.parse(String(await file.prepare().content())) as {
    resources: [{ schema: { fields: { name: string; description: string }[] } }];
  };
  return resources[0].schema.fields;
}

describe('the fields of an article', () => {
  test('are in the order of frontmatter', () => {
    const keys = new Set(articleFields.filter(isFrontmatter).map(({ name }) => name.split('.')[0]));
    expect([...keys]).toEqual(frontmatterKeys.filter((key) => key !== 'withdrawn'));
  });

  test.each(articleFields)('$name is in the data sets, and described', ({ name, description, ...field }) => {
    expect(lines.map((line) => valueAt(line, name))).toContainEqual(expect.anything());
    const [header = ''] = renderArticleTable(pending).split('\r\n');
    expect(header.split(',').includes(name)).toBe(!field.isOnlyInJson);
    expect(description).not.toBe('');
  });

  test('are the columns of the table as programs are told of them', async () => {
    expect(await describeColumns()).toMatchObject(
      articleFields
        .filter(({ isOnlyInJson }) => !isOnlyInJson)
        .map(({ name, description }) => ({ name, description })),
    );
  });

  test('are read back from the data sets as they were', async () => {
    const files = { 'data/articles.ndjson': ndjson, 'sources/2021/07/18/a.txt': sourceText };
    const path = join(await makeFolder(files), 'data/articles.ndjson');
    const settings = { columns: new Map<string, string>(), statuses: new Set<string>(), languages: [] };
    const items = await Array.fromAsync(
      readDatelineData({ name: path, path, size: ndjson.length }, settings),
    );
    const read = items.flatMap((item) => (item.kind === 'record' ? [item.record.data] : []));
    for (const field of frontmatterFields) {
      expect(
        read.map((data) => valueAt(data, field.name)),
        field.name,
      ).toContainEqual(valueOf(field));
    }
  });

  test.each(offeredFields)('$name is an option of "npm run new": --$option', ({ option }) => {
    expect(options).toHaveProperty(option);
    expect(help).toMatch(new RegExp(`--${option}\\b`));
  });

  test.each(lineFields)('$name is written into frontmatter as "npm run new" is told it', (field) => {
    const value = String(valueOf(field));
    const args = ['--title=Fog', '--undated', `--${field.option}=${value}`];
    const asked = readOptions(parseArgs({ args, options }).values);
    if (asked.kind !== 'article') throw new Error('not an article');
    const { tags, titleSupplied, byline, lines } = asked;
    const rest = { title: 'Fog', language: undefined, source: undefined };
    const file = renderArticle({ ...rest, ...lines, tags, titleSupplied, byline }, 'Text.');
    const { data } = readMarkdownRecord(new TextEncoder().encode(file), articleSchema);
    expect(valueAt(data, field.name)).toBe(value);
  });

  test.each(articleFields.filter(({ draftKey }) => draftKey))(
    '$name is found in a table by each of its names',
    ({ draftKey, sourceNames = [] }) => {
      for (const name of sourceNames) {
        const { columns: chosen } = chooseColumns([name, 'markdown'], new Map());
        expect(Object.fromEntries(chosen)).toEqual({ [draftKey ?? '']: name, markdown: 'markdown' });
      }
    },
  );
});
