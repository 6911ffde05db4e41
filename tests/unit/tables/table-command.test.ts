import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readCells } from '../../../src/ingest/sources/table/csv-records.ts';
import { runWarm } from '../../support/warm-commands.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { makeContent, problemsIn, record, type Changes } from '../../support/content-folder.ts';
import { readFolder } from '../ingest/run-ingest.ts';

/** Exports a table, edits its lines, and takes it back. */
async function applyEdited(
  collection: string,
  edit: (text: string) => string | Uint8Array,
  { changes = {}, meanwhile }: { changes?: Changes; meanwhile?: (root: string) => Promise<void> } = {},
  ...options: string[]
) {
  const root = await makeContent(changes);
  const file = join(await makeFolder(), 't.csv');
  expect(await runWarm('table', root, [collection, '--out', file])).toMatchObject({ code: 0 });
  await writeFile(file, edit(await readFile(file, 'utf8')));
  await meanwhile?.(root);
  const before = await readFolder(root);
  const result = await runWarm('table', root, ['--apply', file, ...options]);
  const after = await readFolder(root);
  const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
  return { ...result, root, changed, stderr: result.stderr.replaceAll(file, 't.csv') };
}

describe('npm run table', () => {
  test.for(['articles', 'people', 'places', 'organizations', 'topics'])(
    'writes nothing when the table of %s comes back as it was, of an archive of every variety',
    async (collection) => {
      const root = await makeFolder();
      await cp(new URL('../../fixtures/variety/', import.meta.url), root, { recursive: true });
      const file = join(await makeFolder(), 't.csv');
      await runWarm('table', root, [collection, '--out', file]);
      const times = async () =>
        Promise.all(
          [...(await readFolder(root)).keys()].map(async (path) => (await stat(join(root, path))).mtimeMs),
        );
      const before = [await readFolder(root), await times()];
      const { code, stdout } = await runWarm('table', root, ['--apply', file]);
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: 'Nothing differs from the archive; nothing was written.\n',
      });
      expect([await readFolder(root), await times()]).toEqual(before);
    },
  );

  test('prints a table with the id first, a column for each key, lists in one cell, and the state last', async () => {
    const { stdout } = await runWarm('table', await makeContent(), ['articles']);
    const [header = '', first = ''] = stdout.split('\r\n');
    const [names, cells] = [header.slice(1).split(','), readCells(first, ',')];
    expect(names[0]).toBe('id');
    expect(names).toContain('source.received');
    expect(names.at(-1)).toBe('state');
    expect(cells[names.indexOf('source.received')]).toBe('2021-06-01');
    expect(cells.at(-1)).toMatch(/^articles:x[0-9a-f]{12}$/);
  });

  test('changes the cells that differ, each in its place, and nothing else of the file', async () => {
    const text = record(
      '# mine',
      "title: 'Old'   # as printed",
      'people: [ ada-lind ]',
      'places: []',
      'topics: []',
      'date: 2021-05-04',
    );
    const { code, stdout, changed, root } = await applyEdited(
      'articles',
      (table) =>
        table.replace(',Old,', ',New: it’s here,').replace(',ada-lind,,', ',tomas-berg | ada-lind,,'),
      { changes: { 'articles/2021/05/04/old.md': text } },
    );
    expect({ code, stdout, changed }).toEqual({
      code: 0,
      stdout: '2 cells in 1 file changed.\n',
      changed: ['articles/2021/05/04/old.md'],
    });
    expect(await readFile(join(root, 'articles/2021/05/04/old.md'), 'utf8')).toBe(
      text.replace("'Old'", "'New: it’s here'").replace('[ ada-lind ]', '[ tomas-berg, ada-lind ]'),
    );
    expect(await problemsIn(root)).toEqual([]);
  });

  test('shows what it would change, and changes nothing, with --dry-run', async () => {
    const { stdout, changed } = await applyEdited(
      'people',
      (table) => table.replace('"Lind, Ada"', '"Lind, A."'),
      {},
      '--dry-run',
    );
    expect(stdout).toMatch(
      /people\/ada-lind\.md: sortName: "Lind, Ada" → "Lind, A\."\n1 cell in 1 file would be changed\.\n$/,
    );
    expect(changed).toEqual([]);
  });

  test('sets numbers, nested keys and lists, and removes what is emptied', async () => {
    const { code, root } = await applyEdited('places', (table) =>
      table
        .split('\r\n')
        .map((line) => {
          const cells = readCells(line, ',');
          if (cells[0] !== 'norhaven') return line;
          const [id, name, description, sortName, , sameAs, replacedBy, formerUrls] = cells;
          return [
            id,
            name,
            description,
            sortName,
            'Nor | N\\|H',
            sameAs,
            replacedBy,
            formerUrls,
            '"\'-10.5"',
            '20',
            '',
            cells.at(-1),
          ].join(',');
        })
        .join('\r\n'),
    );
    expect(code).toBe(0);
    const text = await readFile(join(root, 'places/norhaven.md'), 'utf8');
    expect(text).toMatch(/variants:\n {2}- Nor\n {2}- N\|H\n/);
    expect(text).toMatch(/coordinates:\n {2}latitude: -10.5\n {2}longitude: 20\n/);
    expect(text).not.toMatch(/within/);
  });

  test('reads a table that a spreadsheet has saved in windows-1252 with semicolons', async () => {
    const { code, changed } = await applyEdited('people', (table) => {
      const rows = table
        .slice(1)
        .split('\r\n')
        .map((line) => readCells(`${line}\n`, ','));
      const edited = rows.map((cells) =>
        cells.map((cell) => `"${cell.replace('Lind, Ada', 'Lind, Áda')}"`).join(';'),
      );
      return Buffer.from(edited.join('\r\n').replaceAll('’', '\u0092'), 'latin1');
    });
    expect({ code, changed }).toEqual({ code: 0, changed: ['people/ada-lind.md'] });
  });

  test('does not write the question marks of an encoding that lacks characters', async () => {
    const { code, stderr, changed } = await applyEdited(
      'people',
      (table) => Buffer.from(table.slice(1).replace('王毅', '??').replaceAll('’', '\u0092'), 'latin1'),
      {
        changes: {
          'people/wang-yi.md': '---\nname: Wang Yi\ndescription: A minister\nvariants: [王毅]\n---\n',
        },
      },
    );
    expect({ code, changed }).toEqual({ code: 1, changed: [] });
    expect(stderr).toMatch(
      /t\.csv:4: row 4, column "variants": found another text than "王毅", in a table whose encoding/,
    );
  });

  test('refuses a row whose record has changed meanwhile, and names it', async () => {
    const meanwhile = async (root: string) => {
      const file = join(root, 'people/tomas-berg.md');
      await writeFile(file, (await readFile(file, 'utf8')).replace('Editor', 'Printer'));
    };
    const { code, stderr, changed } = await applyEdited(
      'people',
      (table) => table.replace(/Lind, Ada/, 'Lind, A.').replace(/,Tomas Berg,/, ',Tom Berg,'),
      { meanwhile },
    );
    expect({ code, changed }).toEqual({ code: 1, changed: [] });
    expect(stderr).toMatch(
      /^\nt\.csv:3: row 3: found changes \(name, description\) of a record that has changed in the archive since[^\n]*\n1 error in t\.csv; nothing was written\.\n$/,
    );
  });

  test('can be applied again: a table that was applied changes nothing more', async () => {
    const root = await makeContent();
    const file = join(await makeFolder(), 't.csv');
    await runWarm('table', root, ['people', '--out', file]);
    await writeFile(file, (await readFile(file, 'utf8')).replace('Lind, Ada', 'Lind, A.'));
    await runWarm('table', root, ['--apply', file]);
    const { code, stdout } = await runWarm('table', root, ['--apply', file]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Nothing differs/) as unknown,
    });
  });

  test('reports everything that is wrong together, by row and column, and writes nothing', async () => {
    const { code, stderr, changed } = await applyEdited('articles', (table) => {
      const [header = '', first = '', second = ''] = table.split('\r\n');
      const state = first.slice(first.lastIndexOf(',') + 1);
      return [
        header,
        first,
        first,
        second.replace('undated/ferry-song', 'undated/ferry-sonh'),
        `,x${','.repeat(header.split(',').length - 2)}${state}`,
      ].join('\r\n');
    });
    expect({ code, changed }).toEqual({ code: 1, changed: [] });
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.replace(/; expected.*/, '')),
    ).toEqual([
      't.csv:3: row 3, column "id": found the id "2021/05/04/harbour-reopens", which row 2 has, too',
      't.csv:4: row 4, column "id": found the id "undated/ferry-sonh", which no record has',
      't.csv:5: row 5, column "id": found no id',
      '3 errors in t.csv; nothing was written.',
    ]);
  });

  test('refuses what the check would refuse, by row and column', async () => {
    const { code, stderr, changed } = await applyEdited('articles', (table) =>
      table.replace(',ada-lind,', ',ada-lynd,').replace(',2021-05-04,', ',04/05/2021,'),
    );
    expect({ code, changed }).toEqual({ code: 1, changed: [] });
    expect(stderr).toMatch(/t\.csv:2: row 2, column "date": found date "04\/05\/2021"/);
    expect(stderr).toMatch(
      /t\.csv:2: row 2, column "people": found the person "ada-lynd", which has no record; expected .* Did you mean "ada-lind"\?/,
    );
    expect(stderr).toMatch(/\n2 errors in t\.csv; nothing was written\.\n$/);
  });

  test('refuses to replace a file, which may have somebody’s work in it', async () => {
    const file = join(await makeFolder({ 't.csv': 'mine' }), 't.csv');
    const { code, stderr } = await runWarm('table', await makeContent(), ['people', '--out', file]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${file} already exists.`);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test.for<[string[], RegExp]>([
    [[], /^Say which table: one of: articles, people, /],
    [['persons'], /^There is no table "persons"/],
    [['peoples'], /^There is no table "peoples": did you mean "people"\?/],
    [['people', '--apply', 'x.csv'], /^--apply takes a table back/],
    [['--apply', 'missing.csv'], /^--apply missing\.csv: there is no such file/],
    [['people', '--dry-run'], /^--dry-run is for --apply/],
  ])('shows its usage for %j', async ([options, message]) => {
    const { code, stderr } = await runWarm('table', await makeContent(), options);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
