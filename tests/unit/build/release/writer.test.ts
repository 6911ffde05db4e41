import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { openWriter } from '../../../../src/build/release/writer.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const size = 1_000_000;

test('a writer takes far more than may wait at a time, as text and as bytes', async () => {
  const folder = await makeFolder();
  const writer = openWriter(folder);
  onTestFinished(() => writer.close());
  let written = 0;
  for (let number = 0; number < 120; number++) {
    const text = String(number % 10).repeat(size);
    const content = number % 2 === 0 ? text : new TextEncoder().encode(text);
    await writer.write(`${number}.txt`, content, () => written++);
    // What waits is bounded: files of 1 MB by their size, long before there are as many as may wait.
    expect(number - written).toBeLessThan(20);
  }
  await writer.finish();
  expect(written).toBe(120);
  for (let number = 0; number < 120; number++)
    expect(statSync(join(folder, `${number}.txt`)).size).toBe(size);
  expect(await readFile(join(folder, '7.txt'), 'latin1')).toBe('7'.repeat(size));
});

test('a writer writes contents of every size and kind as they are, and leaves bytes to who gave them', async () => {
  const folder = await makeFolder();
  const writer = openWriter(folder);
  onTestFinished(() => writer.close());
  const large = Buffer.alloc(3 * size, 'large ');
  const contents: (string | Uint8Array)[] = [
    '',
    'Fog',
    '漢字'.repeat(size / 4),
    large,
    large.subarray(7, 7 + 2 * size),
    'after a large one',
    new Uint8Array(),
    Buffer.from('in a buffer that others use'),
    'é'.repeat(size * 2),
    'last',
  ];
  const sums: string[] = [];
  for (const [number, content] of contents.entries())
    await writer.write(`${number}`, content, ({ sha256 }) => (sums[number] = sha256));
  await writer.finish();
  expect(large.length).toBe(3 * size);
  for (const [number, content] of contents.entries()) {
    const expected = Buffer.from(content);
    expect((await readFile(join(folder, `${number}`))).equals(expected), `${number}`).toBe(true);
    expect(sums[number]).toBe(hash('sha256', expected));
  }
});

test('a writer takes any number of links at once', async () => {
  const [folder, other] = [await makeFolder(), await makeFolder({ 'a.txt': 'A' })];
  const writer = openWriter(folder);
  onTestFinished(() => writer.close());
  let linked = 0;
  for (let number = 0; number < 5_000; number++)
    writer.link(`${number}.txt`, join(other, 'a.txt'), () => linked++);
  // Nothing was waited for: tens of thousands that each wait for their turn take minutes.
  expect(linked).toBe(0);
  await writer.finish();
  expect(linked).toBe(5_000);
  expect(await readdir(folder)).toHaveLength(5_000);
});

test('a writer reports the first file that cannot be written, whoever waits for it', async () => {
  const folder = await makeFolder();
  const writer = openWriter(folder);
  onTestFinished(() => writer.close());
  writer.link('a.txt', join(folder, 'missing.txt'), () => {});
  await writer.write('b.txt', 'B', () => {});
  await expect(writer.finish()).rejects.toThrow('ENOENT');
});
