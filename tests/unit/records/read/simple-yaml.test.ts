import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';

import { decodeText } from '../../../../src/records/read/decode-text.ts';
import { findYaml } from '../../../../src/records/read/read-record.ts';
import { readSimpleYaml } from '../../../../src/records/read/simple-yaml.ts';

/** What the parser makes of a text; what it finds wrong with it, if anything. */
function parse(yaml: string): unknown {
  const document = parseDocument(yaml, { prettyErrors: false });
  const wrong = [...document.errors, ...document.warnings];
  return wrong.length > 0 ? { wrong: wrong.map(({ message }) => message) } : document.toJS();
}

/** Pieces of YAML, as they may stand beside each other. */
const pieces = [
  ...['key', 'title', 'Null', 'true', 'False', 'yes', '~', '.nan', 'NaN', '.inf', '1', '007', '1e3', '0x1F'],
  ...['2021', '2021-05', '2021-05-04', '2021-05~', '12:30', '1_000', '-', '- ', '--- ', '...', '?', '? '],
  ...[':', ': ', '::', ' #', '#', '# ', '&a ', '*a', '!tag ', '!!str ', '|', '>-', '%', '@', '`', ',', ', '],
  ...['[', ']', '[]', '{', '}', '[a, b]', '[a,b]', '[true, a]', '[a, ]', '"', "'", "''", '"a"', "'a'", '\\'],
  ...['<<', ' ', '  ', '    ', '\t', '\n', '\n  ', '\n  - ', '\n- ', '\nkey: ', '\n  key: ', '\n\n', '\r\n'],
  ...['\u00a0', '\u0085', '\u2028', '\ufeff', '\u{1f600}', 'é', '港口', 'السلام', '(', '“', '.', '/', '='],
];
const line = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  .map((parts) => `key: ${parts.join('')}`);
const anyText = fc
  .array(fc.oneof(line, fc.constantFrom(...pieces)), { minLength: 1, maxLength: 6 })
  .map((parts) => `${parts.join('')}\n`);

/** Values that are as simple as what is read, but for some. */
const simpleText = fc.constantFrom(
  'Harbour reopens',
  'ada',
  '"Quoted: yes"',
  "'Quoted # no'",
  '2021-05-04',
  'été',
);
const text = fc.oneof(
  { arbitrary: simpleText, weight: 12 },
  { arbitrary: fc.constantFrom(...pieces), weight: 1 },
  { arbitrary: fc.tuple(simpleText, fc.constantFrom(...pieces)).map((parts) => parts.join('')), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 8 }), weight: 1 },
);
const list = fc.oneof(
  fc.array(text, { maxLength: 3 }).map((items) => ` [${items.join(', ')}]`),
  fc
    .tuple(fc.constantFrom('', '  ', '  ', '   '), fc.array(text, { minLength: 1, maxLength: 3 }))
    .map(([indent, items]) => items.map((item) => `\n${indent}- ${item}`).join('')),
);
const mapping = fc
  .array(
    fc.tuple(fc.constantFrom('  ', '  ', '    '), fc.constantFrom('file', 'date', 'page', 'a b'), text),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((entries) => entries.map(([indent, key, value]) => `\n${indent}${key}: ${value}`).join(''));
const key = fc.oneof(
  { arbitrary: fc.constantFrom('title', 'date', 'people', 'places', 'source'), weight: 12 },
  { arbitrary: fc.constantFrom('Null', '1', 'a b', '"a"', '__proto__'), weight: 1 },
);
const record = fc
  .array(
    fc.tuple(
      key,
      fc.oneof(
        text.map((value) => ` ${value}`),
        list,
        mapping,
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((entries) => entries.map(([name, value]) => `${name}:${value}\n`).join(''));

describe('readSimpleYaml', () => {
  test('reads texts, lists and mappings', () => {
    const yaml = [
      'title: "Harbour: open again"',
      'titleSupplied: true',
      'date: 2021-05-04',
      'people: [ada-lind, bo]',
      'places:',
      '  - norhaven',
      "  - 'os#mark'",
      'topics: []',
      'source:',
      '  file: in/05/04/harbour.txt',
      '  received: 2026-11',
      '',
    ].join('\n');
    expect(readSimpleYaml(yaml)).toEqual({
      title: 'Harbour: open again',
      titleSupplied: true,
      date: '2021-05-04',
      people: ['ada-lind', 'bo'],
      places: ['norhaven', 'os#mark'],
      topics: [],
      source: { file: 'in/05/04/harbour.txt', received: '2026-11' },
    });
    expect(readSimpleYaml(yaml)).toEqual(parse(yaml));
  });

  test.for([
    'page: 7\n',
    'a: ~\n',
    'a:\n',
    'a: b # c\n',
    'a: b: c\n',
    'a: "\\n"\n',
    'a: b\na: c\n',
    'a: b\n  c\n',
    'a: &b c\n',
    'a: [null]\n',
    'a:\n- b\n',
    'a: b\r\n',
    'a: b',
    '',
  ])('leaves %j to the parser', (yaml) => {
    expect(readSimpleYaml(yaml)).toBeUndefined();
  });

  test('never reads anything but what the parser reads', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(record, anyText), (yaml) => {
        const simple = readSimpleYaml(yaml);
        if (simple === undefined) return;
        read++;
        expect(simple).toEqual(parse(yaml));
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  test('reads the records of this project as the parser does, and most of them', () => {
    const folder = 'content';
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(?:articles|people|places|organizations|topics|publications)\/.+\.md$/.test(file),
    );
    const read = files.filter((file) => {
      const { text: whole } = decodeText(readFileSync(join(folder, file)));
      const range = findYaml(whole);
      const yaml = whole.slice(range?.start, range?.end);
      const simple = readSimpleYaml(yaml);
      if (simple !== undefined) expect(simple).toEqual(parse(yaml));
      return simple !== undefined;
    });
    expect(read.length).toBeGreaterThan(files.length / 2);
  });
});
