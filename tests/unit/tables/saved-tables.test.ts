import { describe, expect, test } from 'vitest';

import { planNames } from '../../../src/names/apply/apply-names.ts';
import { namesColumns } from '../../../src/names/names-table.ts';
import { readArchive } from '../../../src/records/read/read-archive.ts';
import { createReport } from '../../../src/system/progress.ts';
import { planTable } from '../../../src/tables/frontmatter/apply-table.ts';
import { exportTable } from '../../../src/tables/frontmatter/export-table.ts';
import { parse } from 'csv-parse/sync';
import { makeContent, type Changes } from '../../support/content-folder.ts';

/** A command that takes a table back: what the rows are before somebody saves them, and what they would change. */
interface TableCommand {
  name: string;
  /** A table with one change in it, with a character that is not ASCII. */
  rows: (root: string) => Promise<string[][]>;
  /** What the table changes, as text; throws what is wrong. */
  plan: (root: string, bytes: Uint8Array) => Promise<string>;
  /** A column of names, and a column that may be missing. */
  column: string;
  spare: string;
}

const quiet = createReport({ isTTY: false, write: () => true } as unknown as NodeJS.WriteStream);

const accepted = {
  decision: 'yes',
  kind: 'person',
  heading: 'Élodie Venn',
  variants: 'Venn | E. Venn',
  description: 'Mayor; “of Osmark”',
};

async function contentOf(root: string) {
  const { content } = await readArchive(root);
  if (!content) throw new Error('The archive has errors.');
  return content;
}

const commands: TableCommand[] = [
  {
    name: 'npm run names -- --apply',
    rows: () =>
      Promise.resolve([
        [...namesColumns],
        namesColumns.map((column) => (accepted as Record<string, string>)[column] ?? ''),
      ]),
    plan: async (root, bytes) => {
      const { records } = await planNames(root, 't.csv', bytes, quiet);
      return records.map(({ after }) => new TextDecoder().decode(after)).join('\n');
    },
    column: 'heading',
    spare: 'evidence3',
  },
  {
    name: 'npm run table -- --apply',
    rows: async (root) => {
      const pieces = await Array.fromAsync(exportTable(root, await contentOf(root), 'people'));
      const [header = [], first = [], ...others] = parse(pieces.join(''), { bom: true }) as string[][];
      const edited = first.map((cell, index) => (header[index] === 'description' ? 'Élodie; “mayor”' : cell));
      return [header, edited, ...others];
    },
    plan: async (root, bytes) => {
      const changes = await planTable(root, await contentOf(root), 't.csv', bytes);
      return changes.map(({ after }) => new TextDecoder().decode(after)).join('\n');
    },
    column: 'name',
    spare: 'sameAs',
  },
];

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const render = (rows: string[][], separator = ',') =>
  rows.map((row) => row.map(quote).join(separator)).join('\r\n');

/** windows-1252 has the quotation marks of these rows where Latin-1 has control characters. */
const inWindows1252 = (text: string) =>
  Buffer.from(text.replaceAll('“', '\u0093').replaceAll('”', '\u0094').replaceAll('’', '\u0092'), 'latin1');

/** How people and programs change a table without changing what it says. */
const savings: Readonly<Record<string, (rows: string[][], command: TableCommand) => Uint8Array>> = {
  'with semicolons and a byte order mark': (rows) => Buffer.from(`\uFEFF${render(rows, ';')}`),
  'in windows-1252, with semicolons': (rows) => inWindows1252(render(rows, ';')),
  'with its columns in another order': (rows) => Buffer.from(render(rows.map((row) => row.toReversed()))),
  'without a column that is not needed': (rows, { spare }) => {
    const at = rows[0]?.indexOf(spare) ?? -1;
    return Buffer.from(render(rows.map((row) => row.filter((_, index) => index !== at))));
  },
  'with an additional column without anything in it': (rows) =>
    Buffer.from(render(rows.map((row, index) => [...row, index === 0 ? 'remarks' : '']))),
};

const messageOf = (planning: Promise<string>) =>
  planning.then(
    () => 'nothing is wrong',
    (error: Error) => error.message,
  );

describe.for(commands)('$name', (command) => {
  test.for(Object.keys(savings))('takes a table that was saved %s as the one that it was', async (saving) => {
    const root = await makeContent();
    const rows = await command.rows(root);
    const expected = await command.plan(root, Buffer.from(render(rows)));
    expect(expected).toContain('lodie');
    const saved = savings[saving]?.(rows, command) ?? new Uint8Array();
    expect(await command.plan(root, saved)).toBe(expected);
  });

  /** Changes the cell of the first row in a column, and tells what is wrong then. */
  async function problemWith(cell: string, column = command.column, changes: Changes = {}) {
    const root = await makeContent(changes);
    const [header = [], first = [], ...others] = await command.rows(root);
    const edited = first.map((each, index) => (header[index] === column ? cell : each));
    return messageOf(command.plan(root, Buffer.from(render([header, edited, ...others]))));
  }

  test('refuses a formula', async () => {
    for (const formula of ['=HYPERLINK("https://example.org")', '=1+1'])
      expect(await problemWith(formula)).toContain(
        `t.csv:2: row 2, column "${command.column}": found a formula`,
      );
  });

  test('refuses a name that is no name for its length', async () => {
    const message = await problemWith('E'.repeat(20_001));
    expect(message).toMatch(
      new RegExp(`t\\.csv:2: row 2, column "${command.column}": found a (?:name|text) of`),
    );
    expect(message.length).toBeLessThan(1000);
  });

  test('refuses an additional column with something in it, and a missing one that is needed', async () => {
    const root = await makeContent();
    const rows = await command.rows(root);
    const more = rows.map((row, index) => [...row, index === 0 ? 'remarks' : 'mine']);
    expect(await messageOf(command.plan(root, Buffer.from(render(more))))).toContain(
      't.csv:2: row 2, column "remarks": found a cell in an unknown column',
    );
    const needed = command.column === 'name' ? 'id' : 'heading';
    const at = rows[0]?.indexOf(needed) ?? -1;
    const fewer = rows.map((row) => row.filter((_, index) => index !== at));
    expect(await messageOf(command.plan(root, Buffer.from(render(fewer))))).toContain(
      `t.csv:1: row 1: found no column "${needed}"`,
    );
  });

  test('refuses a row that is there twice', async () => {
    const root = await makeContent();
    const [header = [], first = [], ...others] = await command.rows(root);
    const message = await messageOf(
      command.plan(root, Buffer.from(render([header, first, first, ...others]))),
    );
    expect(message).toMatch(
      /t\.csv:3: row 3, column "(?:id|heading)": found .*, which row 2 (?:has|is), too/,
    );
  });

  test('refuses an id that only another vocabulary has', async () => {
    expect(await problemWith('osmark', 'id')).toMatch(
      /t\.csv:2: row 2, column "id": found the id "osmark", which (?:no record has|the record places\/osmark has)/,
    );
  });
});

describe('npm run table -- --apply', () => {
  test('takes a name of 300 characters, which an archive may have', async () => {
    const root = await makeContent();
    const table = commands[1] as TableCommand;
    const [header = [], first = [], ...others] = await table.rows(root);
    const edited = first.map((cell, index) => (header[index] === 'name' ? 'E'.repeat(300) : cell));
    expect(await table.plan(root, Buffer.from(render([header, edited, ...others])))).toContain(
      'E'.repeat(300),
    );
  });

  // Comparing each row with each other, or each id with all others, would take longer than a test may.
  test('tells what is wrong with 100,000 rows', async () => {
    const root = await makeContent();
    const [header = [], first = []] = await (commands[1] as TableCommand).rows(root);
    const rows = Array.from({ length: 100_000 }, (_, index) => [`id-${index}`, ...first.slice(1)]);
    const message = await messageOf(
      (commands[1] as TableCommand).plan(root, Buffer.from(render([header, ...rows]))),
    );
    expect(message).toContain('t.csv:2: row 2, column "id": found the id "id-0", which no record has');
    expect(message.split('\n').length).toBeLessThan(100_010);
  });
});
