import { describe, expect, test } from 'vitest';

import type { Item } from '../../../../src/ingest/sources/source.ts';
import { readItems } from '../../../../src/ingest/read/read-items.ts';
import { makeFolder, writeFiles } from '../run-ingest.ts';

const options = { columns: new Map<string, string>(), statuses: new Set(['publish']), languages: ['en'] };

async function readAll(
  path: string,
  size: number,
  { name = 'x', ...more }: { name?: string; encoding?: string } = {},
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of readItems({ name, path, size }, undefined, { ...options, ...more }))
    items.push(item);
  return items;
}

describe('readItems', () => {
  test('makes a failed item of a file that cannot be read', async () => {
    expect(await readAll(await makeFolder(), 10)).toMatchObject([
      {
        kind: 'failed',
        failure: { origin: { file: 'x', line: 1 }, found: 'a file that cannot be read (EISDIR)' },
      },
    ]);
  });

  test('reads a file in the encoding that it declares, and tells when another was given', async () => {
    const folder = await makeFolder();
    const page = '<!doctype html><meta charset="windows-1252"><title>T</title><p>Zürich waits.';
    await writeFiles(folder, { x: Buffer.from(page, 'latin1') });
    const said = { body: 'Zürich waits.\n', notices: [] as string[] };
    expect(await readAll(`${folder}/x`, page.length)).toMatchObject([{ draft: said }]);
    said.notices = ['The file declares its encoding, WINDOWS-1252; --encoding shift_jis was not used.'];
    expect(await readAll(`${folder}/x`, page.length, { encoding: 'shift_jis' })).toMatchObject([
      { draft: said },
    ]);
  });

  test('proposes the day of the file’s name or folders where a text has none', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { dated: 'Date: 2001-01-01\n\nFog.', undated: 'Fog.' });
    const name = '_posts/1998-05-12-fog.txt';
    expect(await readAll(`${folder}/dated`, 24, { name })).toMatchObject([{ draft: { date: '2001-01-01' } }]);
    const [named] = await readAll(`${folder}/undated`, 4, { name });
    expect(named).toMatchObject({
      draft: {
        date: '1998-05-12',
        notices: ['It has no date; 1998-05-12 is taken from the name of its file: check it.'],
      },
    });
  });

  test('takes no day for a topic', async () => {
    const folder = await makeFolder();
    const row = { text: 'Fog.', categories: ['Sea', 'November 12, 2004', '1914', 'World Cup 2018'] };
    await writeFiles(folder, { x: JSON.stringify(row) });
    const [item] = await readAll(`${folder}/x`, JSON.stringify(row).length);
    expect(item).toMatchObject({
      draft: {
        date: '2004-11-12',
        terms: [{ name: 'Sea' }, { name: '1914' }, { name: 'World Cup 2018' }],
        leftOut: [{ what: 'a day among the categories', text: 'November 12, 2004' }],
      },
    });
    expect(item?.kind === 'draft' && item.draft.notices.join()).toContain(
      'It has no date; 2004-11-12 is taken from the category "November 12, 2004": check it.',
    );
  });

  test('takes no day of several among the categories for the date, and says so', async () => {
    const row = { text: 'A text.', categories: ['November 12, 2004', 'November 13, 2004'] };
    const folder = await makeFolder();
    await writeFiles(folder, { x: JSON.stringify(row) });
    const [item] = await readAll(`${folder}/x`, JSON.stringify(row).length);
    expect(item?.kind === 'draft' && item.draft.date).toBe(undefined);
    expect(item?.kind === 'draft' && item.draft.notices.join()).toContain(
      'the categories "November 12, 2004" and "November 13, 2004": add the one that is its day',
    );
  });

  test.for([
    ['web page', `<!doctype html><title>T</title><p>${'<i>'.repeat(9000)}deep`],
    ['text in Markdown', `# T\n\n${'> '.repeat(50)}- ${'[a]('.repeat(3000)}`],
    ['feed', `<rss>${'<a>'.repeat(50_000)}`],
    ['table in JSON', `[{"text": ${'['.repeat(90_000)}`],
  ])('makes failed items, or texts, of a %s that is nested without end', async ([, text = '']) => {
    const folder = await makeFolder();
    await writeFiles(folder, { x: text });
    const items = await readAll(`${folder}/x`, text.length);
    expect(items).toHaveLength(1);
    expect(['failed', 'draft']).toContain(items[0]?.kind);
  });
});
