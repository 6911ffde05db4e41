import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { namesColumns, type NamesColumn } from '../../../src/names/names-table.ts';
import { planNames } from '../../../src/names/apply/apply-names.ts';
import { createReport } from '../../../src/system/progress.ts';
import { renderTable } from '../../../src/tables/render-table.ts';
import { runWarm } from '../../support/warm-commands.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { ingest, makeArchive, readFolder } from '../ingest/run-ingest.ts';

type Row = Partial<Record<NamesColumn, string>>;

const article = (text: string) =>
  `---\ntitle: A ferry\ndate: 2021-07-20\npeople: []\nplaces: []\ntopics: []\n---\n\n${text}\n`;
const ferry = 'articles/2021/07/20/a-ferry.md';
const boat = 'articles/2021/07/20/a-boat.md';
const archive = {
  [ferry]: article('Tomas Berg and Captain Lind left Norhaven in Norland. Mr. Berg stayed.'),
  [boat]: article('T. Berg left on Monday.'),
  'people/ada-lind.md': '---\nname: Ada Lind # who\ndescription: A pilot\nvariants: [ "A. Lind" ]\n---\n',
};

const berg: Row = {
  decision: 'yes',
  kind: 'person',
  heading: 'Tomas Berg',
  id: 'tomas-berg',
  variants: 'T. Berg | Mr. Berg',
  sortName: 'Berg, Tomas',
  description: 'proposed: Mate of the ferry',
};

const tableOf = (rows: readonly Row[]) =>
  [
    ...renderTable([namesColumns, ...rows.map((row) => namesColumns.map((column) => row[column] ?? ''))]),
  ].join('');

/** Makes an archive and applies a table to it. */
async function apply(
  rows: readonly Row[],
  files: Readonly<Record<string, string>> = archive,
  ...options: string[]
) {
  const root = await makeArchive(files);
  const file = join(await makeFolder(), 't.csv');
  await writeFile(file, tableOf(rows));
  const before = await readFolder(root);
  const run = async () => {
    const result = await runWarm('names', root, ['--apply', file, ...options]);
    return { ...result, stderr: result.stderr.replaceAll(file, 't.csv') };
  };
  const result = await run();
  const after = await readFolder(root);
  const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
  return { ...result, root, changed, run, read: (path: string) => readFile(join(root, path), 'utf8') };
}

/** What is wrong with a table, one line for each problem, without what is expected. */
async function problemsOf(
  rows: readonly Row[],
  files: Readonly<Record<string, string>> = archive,
): Promise<string[]> {
  const root = await makeArchive(files);
  const planning = planNames(root, 't.csv', Buffer.from(tableOf(rows)), createReport(quiet));
  const { message } = await planning.then(
    () => new Error('nothing is wrong'),
    (error: Error) => error,
  );
  const lines = message.split('\n').filter((line) => line.startsWith('t.csv:'));
  return lines.map((line) => line.replace(/; expected.*/, ''));
}

/** A stream that shows nothing. */
const quiet = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream;

describe('npm run names -- --apply', () => {
  test('makes the record of a row that says "yes", and tags the articles that name it', async () => {
    const { code, stdout, read, changed } = await apply([berg]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '1 new record, 0 records with more names, 2 articles tagged, 0 names rejected.\n',
    });
    expect(changed).toEqual([boat, ferry, 'people/tomas-berg.md']);
    expect(await read('people/tomas-berg.md')).toBe(
      '---\nname: Tomas Berg\nsortName: Berg, Tomas\nvariants:\n  - T. Berg\n  - Mr. Berg\ndescription: Mate of the ferry\n---\n',
    );
    expect(await read(ferry)).toBe(archive[ferry]?.replace('people: []', 'people: [tomas-berg]'));
  });

  test('makes places with coordinates, in another place that it makes', async () => {
    const place = { decision: 'YES', kind: 'place' };
    const { read, root } = await apply([
      {
        ...place,
        heading: 'Norhaven',
        coordinates: '-10.5, 20',
        within: 'Norland | Europe',
        sameAs: 'https://example.org/1',
      },
      { ...place, heading: 'Norland', id: 'norland' },
    ]);
    expect(await read('places/norhaven.md')).toMatch(
      /coordinates:\n {2}latitude: -10.5\n {2}longitude: 20\nwithin: norland\nsameAs:\n {2}- https:\/\/example.org\/1\n/,
    );
    expect(await read(ferry)).toContain('places: [norhaven, norland]');
    expect((await runWarm('check', root)).code).toBe(0);
  });

  test('adds the names of a row that says "same as" to that record, in place, and tags by them', async () => {
    const { read, changed } = await apply([
      { decision: 'same as ada-lind', kind: 'person', heading: 'Captain Lind', variants: 'A. Lind | Lind' },
    ]);
    expect(changed).toEqual([ferry, 'people/ada-lind.md']);
    expect(await read('people/ada-lind.md')).toBe(
      archive['people/ada-lind.md'].replace('[ "A. Lind" ]', '[ "A. Lind", "Captain Lind", "Lind" ]'),
    );
    expect(await read(ferry)).toContain('people: [ada-lind]');
  });

  test('adds names to a record that another row makes', async () => {
    const { read } = await apply([
      { ...berg, variants: '' },
      { decision: 'same as tomas-berg', kind: 'person', heading: 'T. Berg' },
    ]);
    expect(await read('people/tomas-berg.md')).toContain('variants:\n  - T. Berg\n');
    expect(await read(boat)).toContain('people: [tomas-berg]');
  });

  test('tags with a topic the articles whose sources have it among their categories', async () => {
    const root = await makeArchive();
    const folder = await makeFolder({
      'a.txt': 'Title: A ferry\nDate: 2021-07-20\nTopics: Seafaring\n\nThe ferry left.\n',
      't.csv': tableOf([{ decision: 'yes', kind: 'topic', heading: 'Seafaring' }]),
    });
    await ingest(root, [join(folder, 'a.txt')]);
    await runWarm('names', root, ['--apply', join(folder, 't.csv')]);
    expect(await readFile(join(root, ferry), 'utf8')).toContain('topics: [seafaring]');
  });

  test('remembers names that were rejected, and forgets them when they are accepted after all', async () => {
    const { read, changed, root } = await apply([
      { decision: 'no', kind: 'place', heading: 'Monday' },
      { decision: 'no', kind: 'person', heading: '-Berg' },
      { kind: 'place', heading: 'Tuesday' },
    ]);
    expect(changed).toEqual(['names-rejected.csv']);
    expect(await read('names-rejected.csv')).toBe("\uFEFFkind,heading\r\nperson,'-Berg\r\nplace,Monday\r\n");
    const file = join(await makeFolder(), 't.csv');
    await writeFile(file, tableOf([{ decision: 'yes', kind: 'place', heading: 'Monday' }]));
    await runWarm('names', root, ['--apply', file]);
    expect(await read('names-rejected.csv')).toBe("\uFEFFkind,heading\r\nperson,'-Berg\r\n");
    expect((await runWarm('check', root)).code).toBe(0);
  });

  test('can be applied again, and then changes nothing', async () => {
    const rows = [
      berg,
      { decision: 'same as ada-lind', kind: 'person', heading: 'Captain Lind' },
      { decision: 'no', kind: 'place', heading: 'Monday' },
      { decision: 'yes', kind: 'place', heading: 'Norhaven' },
    ];
    const { run, root } = await apply(rows);
    const before = await readFolder(root);
    expect((await run()).stdout).toBe(
      '0 new records, 0 records with more names, 0 articles tagged, 0 names rejected.\n',
    );
    expect(await readFolder(root)).toEqual(before);
  });

  test('shows what it would do, and does nothing, with --dry-run', async () => {
    const rows = [berg, { decision: 'same as ada-lind', kind: 'person', heading: 'Captain Lind' }];
    const { stdout, changed } = await apply(rows, archive, '--dry-run');
    expect(changed).toEqual([]);
    expect(stdout.split('\n').map((line) => line.replace(/^.*\/(?=people|articles)/, ''))).toEqual([
      'people/tomas-berg.md: new record of Tomas Berg',
      'people/ada-lind.md: + variants: Captain Lind',
      `${boat}: + people: tomas-berg`,
      `${ferry}: + people: tomas-berg, ada-lind`,
      '1 new record, 1 record with more names, 2 articles tagged, 0 names rejected.',
      '',
    ]);
  });
});

describe('a table of names that no longer fits is refused by row and column:', () => {
  const yes = { decision: 'yes', kind: 'person', heading: 'Eva Stone' };
  test.for<[string, Row[], string[]]>([
    [
      'a decision that is none',
      [{ ...yes, decision: 'maybe' }],
      ['t.csv:2: row 2, column "decision": found the decision "maybe"'],
    ],
    [
      'a kind that is none',
      [{ ...yes, kind: 'persn' }],
      ['t.csv:2: row 2, column "kind": found the kind "persn"'],
    ],
    [
      'an id of a record of another name',
      [{ ...yes, id: 'ada-lind' }],
      ['t.csv:2: row 2, column "id": found the id "ada-lind", which the record people/ada-lind has'],
    ],
    [
      'an id of another vocabulary',
      [{ ...yes, kind: 'place', id: 'ada-lind' }],
      ['t.csv:2: row 2, column "id": found the id "ada-lind", which the record people/ada-lind has'],
    ],
    [
      'an id of two rows',
      [
        { ...yes, id: 'eva' },
        { ...yes, heading: 'Eva Berg', id: 'eva' },
      ],
      ['t.csv:3: row 3, column "id": found the id "eva", which row 2 has, too'],
    ],
    [
      'an id that leads elsewhere',
      [{ ...yes, id: '../eva' }],
      ['t.csv:2: row 2, column "id": found "." in the id "../eva"'],
    ],
    [
      'a row twice',
      [yes, yes],
      ['t.csv:3: row 3, column "heading": found the person "Eva Stone", which row 2 is, too'],
    ],
    [
      'an unknown id in "same as"',
      [{ ...yes, decision: 'same as ada-lnd' }],
      ['t.csv:2: row 2, column "decision": found "same as ada-lnd", which no record has'],
    ],
    [
      'a name of 300 characters',
      [{ ...yes, heading: 'E'.repeat(300) }],
      ['t.csv:2: row 2, column "heading": found a name of 300 characters'],
    ],
    [
      'a name of another record',
      [{ ...yes, variants: 'Stone | A. Lind' }],
      ['t.csv:2: row 2, column "variants": found the name "A. Lind", which people/ada-lind.md also has'],
    ],
    ['no heading', [{ ...yes, heading: '' }], ['t.csv:2: row 2, column "heading": found no heading']],
    [
      'an address that is none',
      [{ ...yes, sameAs: 'Q42' }],
      ['t.csv:2: row 2, column "sameAs": found a text that is not a web address'],
    ],
    [
      'coordinates that a spreadsheet has changed',
      [{ ...yes, kind: 'place', coordinates: '10,5, 20' }],
      ['t.csv:2: row 2, column "coordinates": found "10,5, 20"'],
    ],
  ])('%s', async ([, rows, messages]) => {
    const found = await problemsOf(rows);
    expect(
      found.map((line) => line.replace(/\S*\/(people\/)/, '$1').replace('record people', 'record people')),
    ).toEqual(messages);
  });

  test('of a record that was merged into another', async () => {
    const files = {
      ...archive,
      'people/a-lind.md': '---\nname: AL\ndescription: A pilot\nreplacedBy: ada-lind\n---\n',
    };
    expect(await problemsOf([{ ...yes, decision: 'same as a-lind' }], files)).toEqual([
      't.csv:2: row 2, column "decision": found "same as a-lind", a record that was merged into another',
    ]);
  });

  test('everything together, in the order of the rows', async () => {
    const found = await problemsOf([
      berg,
      { ...yes, decision: 'same as y' },
      { ...yes, kind: '', heading: 'A' },
      { ...yes, decision: 'x', heading: 'B' },
    ]);
    expect(found.map((line) => line.slice(0, 'row 3, column "decision"'.length + 9))).toEqual([
      't.csv:3: row 3, column "decision"',
      't.csv:4: row 4, column "kind": fo',
      't.csv:5: row 5, column "decision"',
    ]);
  });

  test('with exit code 1, and nothing written', async () => {
    const { code, stderr, changed } = await apply([berg, { ...yes, decision: 'x' }]);
    expect({ code, changed }).toEqual({ code: 1, changed: [] });
    expect(stderr).toMatch(
      /\nt\.csv:3: row 3, column "decision": found the decision "x"; expected .*\n1 error in t\.csv; nothing was written\.\n$/,
    );
  });
});

describe('a table of 100,000 rows', () => {
  // Comparing each row with each other would take longer than a test may.
  test('is planned as one of few', async () => {
    const root = await makeArchive(archive);
    const rows = Array.from({ length: 100_000 }, (_, index): Row => ({
      decision: ['no', 'same as ada-lind', ''][index % 3] ?? '',
      kind: 'person',
      heading: `Name${index} Surname`,
    }));
    const { rejected } = await planNames(root, 't.csv', Buffer.from(tableOf(rows)), createReport(quiet));
    expect(rejected).toBe(33_334);
  });
});
