import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ArticleLine } from '../../src/exports/data/article-data.ts';
import { digestText } from '../../src/records/ledger/ledger.ts';
import { parseArchiveDate } from '../../src/records/date/archive-date.ts';
import { readArchive } from '../../src/records/read/read-archive.ts';
import type { ArticleData } from '../../src/records/schemas/schemas.ts';
import { hasProgram } from '../support/system-packages.ts';
import { makeFolder } from '../support/temporary-folder.ts';
import { change, fillContent } from '../support/content-folder.ts';
import { fixtures, type Fixture } from '../support/site-fixtures.ts';
import { runWarm } from '../support/warm-commands.ts';
import { all, readPages, sumFiles, textOf } from '../support/read-site.ts';

const { variety, generated, seed } = fixtures;
const sites = [variety, generated, seed];
const skos = 'http://www.w3.org/2004/02/skos/core#';

const nameOf = ({ dist }: Fixture) => basename(join(dist, '..'));
const readData = (dist: string, file: string) => readFile(join(dist, 'data', file), 'utf8');
const readLines = async <Line = ArticleLine>(dist: string, file = 'articles.ndjson') =>
  (await readData(dist, file))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** Texts that could break a data set. */
const awkward = {
  'articles/2022/01/01/awkward.md': `---
title: '=HYPERLINK("https://x.example"), "quoted"'
date: 2022-01-01
people: [ada-lind]
places: []
topics: []
byline: ["@Bo; Ek", "-1+1"]
summary: "\\"\\"\\" \\\\ ^^<x> @en ."
corrections: [{ date: 2022-02-03, note: "=1+1, \\u2028 and more" }]
---

- A list, "quoted", by Ada Lind
`,
  'articles/2022/01/02/plain.md': `---
title: Plain
date: 2022-01-02
people: []
places: []
topics: []
---

One paragraph, without what is left out.

Another & the last.
`,
  'people/ada-lind.md': `---
name: 'Ada "\\" Lind'
variants: ["\\"\\"\\"@en .", '<https://x.example> a <y>', "𝒜da \\u2028 Lind"]
description: 'It ends in a backslash \\'
sameAs: ['https://example.org/a?b=<c>&d="e"', 'https://example.org/\\\\ f']
roles: [{ title: 'Mayor; "acting"', from: 1999~, to: 2004-05/2004-07 }, { title: Mayor }]
---

Notes with """ and \\ and <b>.

    code
`,
};

const root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-data-')));
const dist = join(root, 'dist');
afterAll(() => rm(root, { recursive: true }));
beforeAll(async () => {
  await fillContent(join(root, 'content'), awkward);
  const { code, stderr } = await runWarm('build', join(root, 'content'), ['--out-dir', dist]);
  expect(code, stderr).toBe(0);
});

describe.for(sites)('the data of a site', (site) => {
  test(`has a line of JSON for each article that is shown, with its text as the ledger counts it: ${nameOf(site)}`, async () => {
    const lines = await readLines(site.dist);
    const { content } = await readArchive(site.content);
    const shown = content?.articles.filter(({ data }) => !data.withdrawn) ?? [];
    expect(lines.map(({ id }) => id).sort()).toEqual(shown.map(({ id }) => id).sort());
    for (const { data, body, id } of shown) {
      const line = lines.find((each) => each.id === id);
      const asRead = {
        data: {
          pictures: [],
          ...line,
          date: line?.date === undefined ? undefined : parseArchiveDate(line.date),
        } as unknown as ArticleData,
        body: line?.text ?? '',
      };
      expect(digestText(asRead)).toBe(digestText({ data, body }));
      for (const { text, start, end } of line?.evidence ?? []) expect(text.slice(start, end)).not.toBe('');
    }
  });

  test(`has a table that says the same: ${nameOf(site)}`, async () => {
    const lines = await readLines(site.dist);
    const rows: Record<string, string>[] = parse(await readData(site.dist, 'articles.csv'), {
      columns: true,
      record_delimiter: '\r\n',
    });
    const plain = (cell = '') => cell.replace(/^'(?=[=+\-@\t\r])/, '');
    expect(
      rows.map(({ id, text, title, date, people, language }) =>
        [id, text, title, date, people, language].map(plain),
      ),
    ).toEqual(
      lines.map(({ id, text, title, date, people, language }) => [
        id,
        text,
        title,
        date ?? '',
        people.join('; '),
        language,
      ]),
    );
  });

  test(`describes each file by its size, its sum and the fields of its rows: ${nameOf(site)}`, async () => {
    const { resources, ...descriptor } = JSON.parse(await readData(site.dist, 'datapackage.json'));
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    const files = Object.keys(await sumFiles(join(site.dist, 'data')));
    expect(resources.map(({ path }: { path: string }) => path).sort()).toEqual(
      files.filter((file) => !['datapackage.json', 'index.html'].includes(file)),
    );
    for (const { name, path, bytes, hash, schema, format } of resources) {
      expect(name).toMatch(/^[a-z0-9._-]+$/);
      const content = await readFile(join(site.dist, 'data', path));
      expect(bytes).toBe(content.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
      if (format !== 'csv') continue;
      const [header] = parse(content, { to: 1 }) as string[][];
      expect(schema.fields.map((field: { name: string }) => field.name)).toEqual(header);
      for (const { type, description } of schema.fields) {
        expect(['string', 'boolean', 'date', 'integer']).toContain(type);
        expect(description).not.toBe('');
      }
    }
  });

  test(`has a concept for each record, which two parsers read alike: ${nameOf(site)}`, async () => {
    const turtle = await readData(site.dist, 'vocabularies.ttl');
    const quads = new Parser({ format: 'text/turtle' }).parse(turtle);
    const { content } = await readArchive(site.content);
    const records = Object.values(content?.vocabularies ?? {}).flat();
    const labels = quads.filter(({ predicate }) => predicate.value === `${skos}prefLabel`);
    expect(labels.map(({ object }) => object.value).sort()).toEqual(
      records.map(({ data }) => data.name).sort(),
    );
    if (countTriples(site.dist) !== undefined) expect(countTriples(site.dist)).toBe(quads.length);
  });

  test(`is described on a page, each file with its size, each field of the lines: ${nameOf(site)}`, async () => {
    const page = (await readPages(join(site.dist, 'data'), '/data/'))[0];
    if (!page) throw new Error('There is no page.');
    const { resources } = JSON.parse(await readData(site.dist, 'datapackage.json'));
    expect(all(page, '.data-files a').map((link) => link.getAttribute('href'))).toEqual(
      resources.map(({ path }: { path: string }) => `${site.base}data/${path}`),
    );
    const described = new Set(all(page, 'tbody th[scope=row]').map(textOf));
    const keysOf = (value: object, before = ''): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        key === 'source' ? keysOf(inner as object, 'source.') : `${before}${key}`,
      );
    for (const line of await readLines(site.dist))
      for (const key of keysOf(line)) expect(described).toContain(key);
  });
});

describe('the text without marks of Markdown', () => {
  test('is given where it is another, so that a program finds it in one place or the other', async () => {
    const lines = (await readLines(dist)).filter(({ id }) => id.startsWith('2022/'));
    const plainText = ({ text = '', plainText = text.replaceAll('\n\n', '\n') }: ArticleLine) => plainText;
    expect(lines.map((line) => [line.id, 'plainText' in line, plainText(line)])).toEqual([
      ['2022/01/02/plain', false, 'One paragraph, without what is left out.\nAnother & the last.'],
      ['2022/01/01/awkward', true, 'A list, "quoted", by Ada Lind'],
    ]);
  });
});

describe('awkward texts', () => {
  test('are no formulas in the table', async () => {
    const text = await readData(dist, 'articles.csv');
    for (const row of parse(text, { record_delimiter: '\r\n' }) as string[][])
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(text).toContain('"\'=HYPERLINK(""https://x.example""), ""quoted"""');
  });

  test('are the same in SKOS, for two parsers', async () => {
    const quads = new Parser({ format: 'text/turtle' }).parse(await readData(dist, 'vocabularies.ttl'));
    const values = quads.map(({ object }) => object.value);
    expect(values).toContain('Ada "\\" Lind');
    expect(values).toContain('<https://x.example> a <y>');
    expect(values).toContain('https://example.org/a?b=<c>&d="e"');
    if (countTriples(dist) !== undefined) expect(countTriples(dist)).toBe(quads.length);
  });
});

describe('the data of an archive', () => {
  test('imported into an empty archive give the same site, byte for byte, withdrawn and moved articles and merged records included', async () => {
    const [content, built] = [await makeFolder(), await makeFolder()];
    await copyOthers(variety.content, content);
    const { code, stderr, stdout } = await takeIn(variety.dist, content);
    expect(code, stdout + stderr).toBe(0);
    await copyOthers(variety.content, content, ['ledger.ndjson']);
    const build = await runWarm('build', content, ['--out-dir', built]);
    expect(build.code, build.stderr).toBe(0);
    expect(await sumFiles(built)).toEqual(await sumFiles(variety.dist));
  });

  test.for([seed.content, join(root, 'content')])(
    'give the same articles, records and source texts: %s',
    async (from) => {
      const site = from === seed.content ? seed.dist : dist;
      const content = await makeFolder();
      await copyOthers(from, content);
      const { code, stdout, stderr } = await takeIn(site, content);
      expect(code, stdout + stderr).toBe(0);
      await copyOthers(from, content, ['ledger.ndjson']);
      const [before, after] = [await readArchive(from), await readArchive(content)];
      expect(after.problems).toEqual([]);
      expect(describeContent(after)).toEqual(describeContent(before));
      expect(await sumFiles(join(content, 'sources')).catch(() => ({}))).toEqual(
        await sumFiles(join(from, 'sources')).catch(() => ({})),
      );
      // A second run finds nothing new.
      expect((await takeIn(site, content)).stdout).toContain(' = 0 to write + ');
    },
  );

  test('are rejected, each with its position, when the vocabularies or source texts are missing', async () => {
    const content = await makeFolder();
    await copyOthers(seed.content, content);
    const alone = await runWarm('ingest', content, [join(seed.dist, 'data/articles.ndjson')]);
    expect(alone.code).toBe(1);
    expect(alone.stdout).toMatch(
      /articles\.ndjson:1:1: item 1: found the tag "people\/[a-z-]+", which has no record/,
    );
    const moved = await makeFolder();
    await cp(join(seed.dist, 'data'), moved, { recursive: true });
    const apart = await runWarm('ingest', content, [
      join(moved, 'vocabularies.ttl'),
      join(moved, 'articles.ndjson'),
    ]);
    expect(apart.stdout).toMatch(/articles\.ndjson:1:1: item 1: found no source text at /);
  });
});

/** Ingests the data of a site, as its page says. */
function takeIn(site: string, content: string) {
  const files = ['vocabularies.ttl', 'articles.ndjson', 'issues.ndjson', 'withdrawn.ndjson'].map((file) =>
    join(site, 'data', file),
  );
  return runWarm('ingest', content, files.filter(existsSync));
}

/** Copies what the data of an archive does not include. */
async function copyOthers(from: string, to: string, files = ['site.yaml', 'about.md']): Promise<void> {
  for (const file of files) {
    const bytes = await readFile(join(from, file)).catch(() => undefined);
    if (bytes) await change(to, { [file]: bytes });
  }
}

/** The content of an archive in a form to compare: the site's language need not be stated in an article. */
function describeContent({ content }: Awaited<ReturnType<typeof readArchive>>): unknown {
  const language = content?.site.language;
  const describeEntry = ({ id, data, body }: { id: string; data: object; body: string }) => [
    id,
    { ...data, ...('title' in data && { language: (data as ArticleData).language ?? language }) },
    body.trim(),
  ];
  return [
    content?.articles.map(describeEntry),
    Object.values(content?.vocabularies ?? {}).map((records) => records.map(describeEntry)),
  ];
}

/** How many triples another parser finds in a site's vocabularies; undefined where it is not installed. */
function countTriples(site: string): number | undefined {
  if (!hasProgram('rapper')) return undefined;
  const file = join(site, 'data/vocabularies.ttl');
  return execFileSync('rapper', ['-q', '-i', 'turtle', '-o', 'ntriples', file], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '').length;
}
