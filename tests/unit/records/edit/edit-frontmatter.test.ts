import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  editFrontmatter,
  EditError,
  readFrontmatter,
  type KeyChange,
} from '../../../../src/records/edit/edit-frontmatter.ts';
import { frontmatterKeysOf } from '../../../../src/records/schemas/frontmatter-keys.ts';

const order = frontmatterKeysOf.articles.map(({ path }) => path);
const edit = (text: string, ...changes: KeyChange[]) => editFrontmatter(text, changes, order);
const file = (...lines: string[]) => ['---', ...lines, '---', '', 'The ferry left.', ''].join('\n');

describe('editFrontmatter', () => {
  test.for<[string, string[], KeyChange, string[]]>([
    [
      'adds to a list between brackets, with its spaces and quotation marks',
      ['people: [ "ada" , "tom" ] # both'],
      { path: 'people', value: ['ada', 'tom', 'eva'] },
      ['people: [ "ada" , "tom" , "eva" ] # both'],
    ],
    [
      'adds to a list of lines, with its indentation and comments',
      ['people: # all', '   -  ada # first', '   # then', '   -  tom', 'places: []'],
      { path: 'people', value: ['ada', 'eva', 'tom'] },
      ['people: # all', '   -  ada # first', '   -  eva', '   # then', '   -  tom', 'places: []'],
    ],
    [
      'removes from a list of lines what stands on the line of the item, and nothing else',
      ['people:', '- ada # first', '# then', '- tom', '- eva'],
      { path: 'people', value: ['ada', 'eva'] },
      ['people:', '- ada # first', '# then', '- eva'],
    ],
    [
      'removes from a list between brackets over several lines',
      ['people: [', '  ada, # first', '  tom,', ']'],
      { path: 'people', value: ['ada'] },
      ['people: [', '  ada, # first', '  ', ']'],
    ],
    [
      'empties a list of lines',
      ['people: # all', '  - ada', 'places: []'],
      { path: 'people', value: [] },
      ['people: [] # all', 'places: []'],
    ],
    ['fills an empty list', ['people: []'], { path: 'people', value: ['a', 'b'] }, ['people: [a, b]']],
    [
      'keeps the quotation marks of a text, and adds some where they are needed',
      ["title: 'Old' # as printed", 'subtitle: Plain'],
      { path: 'title', value: 'It’s "new": yes' },
      ['title: \'It’s "new": yes\' # as printed', 'subtitle: Plain'],
    ],
    [
      'quotes a text that would be a number',
      ['title: Old'],
      { path: 'title', value: '1984' },
      ['title: "1984"'],
    ],
    [
      'replaces a folded text',
      ['summary: >-', '  one', '  two', '', 'rights: R'],
      { path: 'summary', value: 'new' },
      ['summary: new', '', 'rights: R'],
    ],
    [
      'inserts a key behind the one that usually precedes it',
      ['# top', 'title: A', 'people: []', 'topics: []', '# source', 'source:', '  file: x'],
      { path: 'organizations', value: ['board'] },
      [
        '# top',
        'title: A',
        'people: []',
        'organizations: [board]',
        'topics: []',
        '# source',
        'source:',
        '  file: x',
      ],
    ],
    [
      'inserts a nested key with the indentation of the others',
      ['title: A', 'source:', '    file: x', 'rights: R'],
      { path: 'source.url', value: 'https://example.org/#a' },
      ['title: A', 'source:', '    url: https://example.org/#a', '    file: x', 'rights: R'],
    ],
    [
      'inserts a nested key between braces',
      ['title: A', 'source: { file: x }'],
      { path: 'source.received', value: '2021-07-18' },
      ['title: A', 'source: { file: x, received: 2021-07-18 }'],
    ],
    [
      'makes the outer key of a nested one',
      ['title: A', 'rights: R'],
      { path: 'source.name', value: 'Evening Post' },
      ['title: A', 'source:', '  name: Evening Post', 'rights: R'],
    ],
    [
      'removes the outer key with the last nested one',
      ['title: A', 'source:', '  name: Evening Post # who', 'rights: R'],
      { path: 'source.name', value: undefined },
      ['title: A', 'rights: R'],
    ],
    [
      'gives a value to a key without one',
      ['title: A', 'people: # nobody yet', 'rights: R'],
      { path: 'people', value: ['ada'] },
      ['title: A', 'people: [ada] # nobody yet', 'rights: R'],
    ],
  ])('%s', ([, before, change, after]) => {
    expect(edit(file(...before), change)).toBe(file(...after));
  });

  test('keeps Windows line ends and a byte order mark, and writes the same line ends', () => {
    const text = `\uFEFF${file('title: A', 'people:', '  - ada').replaceAll('\n', '\r\n')}`;
    const wanted = `\uFEFF${file('title: A', 'people:', '  - ada', '  - tom', 'rights: R').replaceAll('\n', '\r\n')}`;
    const changes = [
      { path: 'people', value: ['ada', 'tom'] },
      { path: 'rights', value: 'R' },
    ];
    expect(edit(text, ...changes)).toBe(wanted);
  });

  test('refuses to change a value that other values refer to', () => {
    const text = file('people: &all [ada]', 'topics: *all');
    expect(() => edit(text, { path: 'people', value: ['ada', 'tom'] })).toThrow(EditError);
    expect(edit(text, { path: 'topics', value: ['sea'] })).toBe(file('people: &all [ada]', 'topics: [sea]'));
  });
});

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}z$/);
const words = fc.uniqueArray(word, { maxLength: 5 });
/** What people write: one line, with signs that YAML has a meaning for. */
const line = fc
  .string({
    unit: fc.constantFrom(...'ab :#,[]{}"\'-&*!|>%@`?=\\é王0123456789 '),
    minLength: 1,
    maxLength: 20,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const comment = fc.constantFrom('', ' # note', '   # "a: b", [c]');

/** A list as people write it, in any style. */
const writtenList = fc
  .record({
    items: words,
    style: fc.constantFrom('flow', 'loose flow', 'flow lines', 'block', 'indented block'),
    quote: fc.constantFrom('', '"', "'"),
    comment,
  })
  .map(({ items, style, quote, comment }) => {
    const written = items.map((item) => quote + item + quote);
    if (items.length === 0 || style === 'flow') return ` [${written.join(', ')}]${comment}`;
    if (style === 'loose flow') return ` [ ${written.join(' , ')} ]${comment}`;
    if (style === 'flow lines') return ` [\n${written.map((item) => `    ${item},${comment}\n`).join('')}  ]`;
    const lead = style === 'block' ? '- ' : '   -  ';
    return `${comment}\n${written.map((item) => `${lead}${item}${comment}`).join('\n')}`;
  });

/** A file with keys in any order, comments between them, and one of two kinds of line ends. */
const writtenFile = fc
  .record({
    keys: fc.shuffledSubarray(['title', 'people', 'places', 'topics', 'summary', 'source'], { minLength: 1 }),
    lists: fc.array(writtenList, { minLength: 3, maxLength: 3 }),
    texts: fc.array(line, { minLength: 3, maxLength: 3 }),
    between: fc.constantFrom('', '# comment\n', '\n'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .map(({ keys, lists, texts, between, lineEnd, mark }) => {
    const values: Record<string, string> = {
      people: lists[0] ?? '',
      places: lists[1] ?? '',
      topics: lists[2] ?? '',
      title: ` ${JSON.stringify(texts[0])}`,
      summary: ` '${(texts[1] ?? '').replaceAll("'", "''")}' # said`,
      source: `\n    # where\n    name: ${JSON.stringify(texts[2])}\n    received: 2021-07-18`,
    };
    const yaml = keys.map((key) => `${between}${key}:${values[key]}\n`).join('');
    return mark + `---\n${yaml}---\n\nText: [a]\n---\n`.replaceAll('\n', lineEnd);
  });

describe('every edit', () => {
  const change = fc.oneof(
    fc.record({ path: fc.constantFrom('people', 'places', 'topics', 'organizations'), value: words }),
    fc.record({
      path: fc.constantFrom('title', 'subtitle', 'summary', 'source.name', 'source.url'),
      value: fc.option(line, { nil: undefined }),
    }),
  );

  test('gives what was asked for, and leaves every other value and the text as they were', () => {
    fc.assert(
      fc.property(writtenFile, change, (text, change) => {
        const edited = edit(text, change);
        const [before, after] = [readFrontmatter(text), readFrontmatter(edited)];
        const [outer = '', inner] = change.path.split('.');
        const read = after[outer] as Record<string, unknown> | undefined;
        expect(inner === undefined ? read : read?.[inner]).toEqual(change.value);
        const others = (values: object) =>
          Object.entries(values).filter(([key, value]) => key !== outer || typeof value !== 'object');
        if (inner === undefined)
          expect(others({ ...after, [outer]: 0 }).sort()).toEqual(others({ ...before, [outer]: 0 }).sort());
        expect(edited.slice(edited.indexOf('Text:'))).toBe(text.slice(text.indexOf('Text:')));
        expect(edited.includes('\r')).toBe(text.includes('\r'));
      }),
    );
  });

  test('changes only the lines of its key', () => {
    fc.assert(
      fc.property(writtenFile, change, (text, change) => {
        const outer = change.path.split('.')[0] ?? '';
        const rest = (whole: string) => {
          const lines = whole.split(/(?<=\n)/);
          const from = lines.findIndex((line) => line.startsWith(`${outer}:`));
          if (from === -1) return whole;
          const length = lines.slice(from + 1).findIndex((line) => /^[a-z#]|^---|^\r?\n/.test(line));
          return lines.toSpliced(from, length + 1).join('');
        };
        expect(rest(edit(text, change))).toBe(rest(text));
      }),
    );
  });

  test('can be taken back: items and keys that are added and removed again leave the same bytes', () => {
    fc.assert(
      fc.property(
        writtenFile,
        words,
        fc.constantFrom('people', 'places', 'organizations'),
        (text, more, path) => {
          const before = readFrontmatter(text)[path] as string[] | undefined;
          const added = more.filter((item) => !before?.includes(item));
          const edited = edit(text, { path, value: [...(before ?? []), ...added] });
          expect(edit(edited, { path, value: before })).toBe(text);
        },
      ),
    );
  });

  test('of a text can be taken back, to the same bytes', () => {
    fc.assert(
      fc.property(writtenFile, line, fc.constantFrom('title', 'summary'), (text, value, path) => {
        const before = readFrontmatter(text)[path];
        const edited = edit(text, { path, value });
        expect(edit(edited, { path, value: before })).toBe(text);
      }),
    );
  });
});
