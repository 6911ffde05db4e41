import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { keptFile, readKeptLines, writeKeptLines, type KeptEntry } from '../../../src/system/kept-lines.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-kept-')));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const entry = (id: string, html: string): KeptEntry => ({
  id,
  digest: `of ${id}`,
  data: { title: id, people: ['ada'], date: { start: { year: 2021 } } },
  rendered: { html, metadata: { firstSentence: html } },
});

async function* list(...entries: KeptEntry[]) {
  yield* entries;
}

describe('kept entries', () => {
  test('are read as they were written, whatever signs are in them', async () => {
    const file = keptFile(folder, 'articles');
    const entries = [
      entry('lines', 'one\r\ntwo\nthree\rfour\u2028five\u2029six\u0085seven'),
      entry('others', '港 \u{1f6a2} "quoted" \\ \ud800'),
      entry('empty', ''),
    ];
    await writeKeptLines(file, list(...entries));
    expect(await Array.fromAsync(readKeptLines(file))).toEqual(entries);
    expect(await readdir(folder)).toEqual(['articles.ndjson']);
  });

  test('are none where none were written', async () => {
    expect(await Array.fromAsync(readKeptLines(keptFile(folder, 'people')))).toEqual([]);
  });

  test('stay what they were when new ones cannot be made', async () => {
    const file = keptFile(folder, 'articles');
    await writeKeptLines(file, list(entry('old', 'old')));
    const before = await readFile(file, 'utf8');
    async function* failing() {
      yield entry('new', 'new');
      throw new Error('Rendering has failed.');
    }
    await expect(writeKeptLines(file, failing())).rejects.toThrow('Rendering has failed.');
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['articles.ndjson']);
  });
});
