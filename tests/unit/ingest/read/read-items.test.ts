import { describe, expect, test } from 'vitest';

import type { Item } from '../../../../src/ingest/sources/source.ts';
import { readItems } from '../../../../src/ingest/read/read-items.ts';
import { makeFolder, writeFiles } from '../run-ingest.ts';

const options = { columns: new Map<string, string>(), statuses: new Set(['publish']), languages: ['en'] };

async function readAll(path: string, size: number): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of readItems({ name: 'x', path, size }, undefined, options)) items.push(item);
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

  test('leaves it to the reader of its format to say what is wrong with a file’s encoding', async () => {
    const folder = await makeFolder();
    const page = '<!doctype html><meta charset="windows-1252"><title>T</title><p>Zürich waits.';
    await writeFiles(folder, { x: Buffer.from(page, 'latin1') });
    expect(await readAll(`${folder}/x`, page.length)).toMatchObject([
      { failure: { fix: 'The file declares another encoding: use --encoding windows-1252.' } },
    ]);
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
