import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import {
  describeRecords,
  recordKinds,
  type RecordKind,
} from '../../../../src/records/schemas/json-schema.ts';
import { aboutSchema, articleSchema, authoritySchemas } from '../../../../src/records/schemas/schemas.ts';
import { siteSchema } from '../../../../src/records/schemas/site-schema.ts';

const described = describeRecords();
// What editors show is no word of JSON Schema; ajv is strict about those.
const ajv = new Ajv({ allErrors: true, strictRequired: false }).addKeyword('patternErrorMessage');
const checks = Object.fromEntries(recordKinds.map((kind) => [kind, ajv.compile(described[kind])])) as Record<
  RecordKind,
  ValidateFunction
>;
const readers = { site: siteSchema, about: aboutSchema, articles: articleSchema, ...authoritySchemas };

const schemaAccepts = (kind: RecordKind, value: unknown) => checks[kind](value);
const readerAccepts = (kind: RecordKind, value: unknown) => readers[kind].safeParse(value).success;

const article = { title: 'A ferry', date: '2021-07-18', people: [], places: [], topics: [] };

/** The frontmatter of every record in a folder of fixtures that is YAML at all. */
function listRecords(folder: string): { file: string; kind: RecordKind; value: unknown }[] {
  const root = fileURLToPath(new URL(`../../../fixtures/${folder}`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const top = file.split(sep)[0] ?? '';
    const kind = recordKinds.find((each) => each === top || file === `${each}.md` || file === `${each}.yaml`);
    if (!kind || !/\.(?:md|yaml)$/.test(file)) return [];
    const text = readFileSync(join(root, file), 'utf8').replaceAll('\r', '');
    const yaml = kind === 'site' ? text : (/^---\n([^]*?)^---$/m.exec(text)?.[1] ?? '');
    try {
      return [{ file: join(folder, file), kind, value: parse(yaml) as unknown }];
    } catch {
      return [];
    }
  });
}

describe('the JSON Schemas', () => {
  test.for(recordKinds)('of %s are of draft-07, and describe every key', (kind) => {
    const undescribed: string[] = [];
    const visit = (schema: unknown, path: string) => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties = {}, items, anyOf = [], additionalProperties } = schema as Record<string, never>;
      if (Object.keys(properties).length > 0) expect(additionalProperties, path).toBe(false);
      for (const [key, property] of Object.entries<Record<string, unknown>>(properties)) {
        if (!/^\S.*\.$/.test(String(property.description))) undescribed.push(`${path}/${key}`);
        visit(property, `${path}/${key}`);
      }
      for (const inner of [items, ...(anyOf as unknown[])]) visit(inner, path);
    };
    visit(described[kind], kind);
    expect(described[kind].$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(undescribed).toEqual([]);
  });

  test('have the keys that the records have', () => {
    for (const kind of recordKinds)
      expect(Object.keys(described[kind].properties ?? {})).toEqual(Object.keys(readers[kind].shape));
    expect(described.articles.required).toEqual(['title', 'people', 'places', 'topics']);
    expect(described.places.required).toEqual(['name', 'description']);
  });

  test('give examples that are right', () => {
    const date = described.articles.properties?.date;
    const examples = typeof date === 'object' ? (date.examples as string[]) : [];
    expect(examples).toHaveLength(5);
    for (const example of examples)
      expect(readerAccepts('articles', { ...article, date: example })).toBe(true);
  });
});

describe('the JSON Schemas and the reader', () => {
  const records = ['records/right', 'records/many-wrong', 'variety'].flatMap(listRecords);

  test('agree on every record of the fixtures but for a 30 February', () => {
    const verdicts = records.map(({ file, kind, value }) => ({
      file,
      schema: schemaAccepts(kind, value),
      reader: readerAccepts(kind, value),
    }));
    expect(verdicts.filter(({ reader }) => reader).length).toBeGreaterThan(20);
    expect(verdicts.filter(({ schema }) => !schema).length).toBeGreaterThan(2);
    expect(verdicts.filter(({ schema, reader }) => schema !== reader)).toEqual([
      { file: 'records/many-wrong/articles/2020/raft.md', schema: true, reader: false },
    ]);
  });

  test.for<[string, object]>([
    ['a date without a value', { date: null }],
    ['a date in words', { date: '4 May 2021' }],
    ['a month 13', { date: '2021-13' }],
    ['the year 0', { date: 0 }],
    ['a year of five digits', { date: 12021 }],
    ['a half year', { date: 2021.5 }],
    ['an interval without an end', { date: '2021/' }],
    ['neither date nor undated', { date: undefined }],
    ['date and undated', { undated: true }],
    ['undated: false', { date: undefined, undated: false }],
    ['a tag that is no list', { people: 'jane-doe' }],
    ['no list of topics', { topics: undefined }],
    ['an unknown key', { sumary: 'x' }],
    ['two lines', { subtitle: 'a\nb' }],
    ['a space at the end', { byline: ['Ada Lind '] }],
    ['an empty text', { rights: '' }],
    ['a number', { dateline: 1984 }],
    ['an address of another protocol', { source: { url: 'ftp://example.org/' } }],
    ['an address within a text', { source: { url: ' https://example.org/' } }],
    ['a path upwards', { source: { file: '../a.txt', sha256: 'a'.repeat(64) } }],
    ['a file without its sum', { source: { file: 'a.txt' } }],
    ['a sum in capitals', { source: { file: 'a.txt', sha256: 'A'.repeat(64) } }],
    ['a language in words', { language: 'English language' }],
    ['an unknown reason', { withdrawn: { date: '2021', reason: 'secret' } }],
    ['a correction without a note', { corrections: [{ date: '2021' }] }],
  ])('both refuse %s', ([, change]) => {
    const value = JSON.parse(JSON.stringify({ ...article, ...change })) as unknown;
    expect([schemaAccepts('articles', value), readerAccepts('articles', value)]).toEqual([false, false]);
  });

  test.for<[string, object]>([
    ['a year', { date: 2021 }],
    ['an early year', { date: 987 }],
    ['an interval of approximate months', { date: '2021-07~/2021-09~' }],
    ['several bylines', { byline: ['Ada Lind', 'Tomas Berg'] }],
    ['an address in capitals', { source: { url: 'HTTPS://EXAMPLE.ORG' } }],
    ['a language with a script and a region', { language: 'zh-Hant-HK' }],
  ])('both accept %s', ([, change]) => {
    const value = { ...article, ...change };
    expect([schemaAccepts('articles', value), readerAccepts('articles', value)]).toEqual([true, true]);
  });

  // What JSON Schema cannot say: the whole list.
  test.for<[string, object]>([
    ['a day that the month has not', { date: '2021-02-30' }],
    ['an interval that runs backwards', { date: '2021-09/2021-07' }],
    ['an address that only begins like one', { source: { url: 'https://[' } }],
    ['a language tag that only looks like one', { language: 'en-a' }],
  ])('differ on %s, which only the reader refuses', ([, change]) => {
    const value = { ...article, ...change };
    expect([schemaAccepts('articles', value), readerAccepts('articles', value)]).toEqual([true, false]);
  });

  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[ \t\n\u00A0]?[a-z.\\/ \r\n]{0,6}[ \u2028]?$/),
    fc.stringMatching(/^[0-3]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?~?(?:\/[12]\d{3}(?:-[01]\d)?)?$/),
    fc.stringMatching(/^[a-zA-Z]{1,4}(?:-[a-zA-Z0-9]{1,9}){0,3}$/),
    fc.webUrl(),
  );
  const values = fc.oneof(
    texts,
    fc.integer({ min: -1, max: 10_100 }),
    fc.double(),
    fc.constantFrom(null, true, false, [], {}, 'legal', 'f'.repeat(64), 'medtop:20000593'),
    fc.array(texts, { maxLength: 3 }),
    fc.array(fc.record({ date: texts, note: texts, title: texts }, { requiredKeys: [] }), { maxLength: 2 }),
    fc.record({ date: texts, reason: fc.constantFrom('legal', 'error') }),
    fc.record({ url: texts, file: texts, sha256: fc.constant('f'.repeat(64)) }, { requiredKeys: [] }),
    fc.record({ latitude: fc.double({ min: -91, max: 91 }), longitude: fc.integer({ min: -181, max: 181 }) }),
  );
  const right: Record<RecordKind, object> = {
    site: { title: 'A', description: 'B', language: 'en', url: 'https://example.org/' },
    about: { title: 'A' },
    articles: article,
    people: { name: 'A', description: 'B' },
    places: { name: 'A', description: 'B' },
    organizations: { name: 'A', description: 'B' },
    topics: { name: 'A', description: 'B' },
    publications: { name: 'A', description: 'B' },
  };

  test.for(recordKinds)('never part so that only the reader accepts: %s', (kind) => {
    const keys = [...Object.keys(readers[kind].shape), 'toString'];
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...keys), values, (key, value) => {
        const changed = { ...right[kind], [key]: value };
        if (!readerAccepts(kind, changed)) return;
        accepted++;
        expect(schemaAccepts(kind, changed), JSON.stringify({ [key]: value })).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(30);
  });
});
