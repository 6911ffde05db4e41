import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { contentWith, problemsWith, record } from '../../../support/content-folder.ts';

const source = 'sources/2021/05/04/harbour-reopens.txt';
const article = 'articles/2021/05/04/harbour-reopens.md';
const ferry = 'articles/2021/05/04/ferry.md';
const tags = ['title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []'];
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the source text', () => {
  test('has to be there', async () => {
    expect(await problemsWith({ [source]: null })).toEqual([
      `${article}:9:9: found the source file "2021/05/04/harbour-reopens.txt", which is not there; ` +
        'expected a file below content/sources/. Put the source text back, or correct the path.',
    ]);
  });

  test('has to be the one that was received, to the byte', async () => {
    const received = 'The harbour of Norhaven reopened on Tuesday, Ada Lind said.\n';
    const changed = received.replace('\n', '\r\n');
    expect(await problemsWith({ [source]: changed })).toEqual([
      `${article}:10:11: found the sha256 ${sha256(received)} for "2021/05/04/harbour-reopens.txt", ` +
        `whose SHA-256 is ${sha256(changed)}; expected the source text as it was received. ` +
        'Restore the file from a backup. Correct the checksum only if it was mistyped.',
    ]);
  });

  test('may be any bytes', async () => {
    const bytes = new Uint8Array([0xff, 0x00, 0x80]);
    await contentWith({
      'sources/scan.bin': bytes,
      [ferry]: record(...tags, 'source:', '  file: scan.bin', `  sha256: ${sha256(bytes)}`),
    });
  });

  test('has a name that is another on every file system', async () => {
    const harbour = 'The harbour of Norhaven reopened on Tuesday, Ada Lind said.\n';
    const lines = ['source:', '  file: 2021/05/04/Harbour-reopens.TXT', `  sha256: ${sha256(harbour)}`];
    expect(
      await problemsWith({
        'sources/2021/05/04/Harbour-reopens.TXT': harbour,
        'articles/2021/05/04/the-ferry.md': record(...tags, ...lines),
      }),
    ).toEqual([
      'articles/2021/05/04/the-ferry.md:8:9: found the source file "2021/05/04/Harbour-reopens.TXT", which differs from ' +
        '"2021/05/04/harbour-reopens.txt" only in case; expected source files that differ on every file system. ' +
        'Rename one of the two files, and correct its path.',
    ]);
  });

  test('is given with its sum', async () => {
    expect(await problemsWith({ [ferry]: record(...tags, 'source:', '  file: ferry.txt') })).toEqual([
      `${ferry}:8:3: found no "sha256" for the source file; expected the SHA-256 of the file as received. ` +
        'Run sha256sum on the file and add the checksum.',
    ]);
  });

  test.for([
    ...['../about.md', 'a/../../about.md', '/etc/hosts', '.hidden', 'a\\b.txt'],
    ...['a%2e.txt', 'a#b.txt', 'a?b.txt', 'https:a.txt', 'cafe\u0301.txt'],
  ])('lies below content/sources/ and has an address, unlike %s', async (path) => {
    const sum = `sha256: ${'a'.repeat(64)}`;
    const changes = { [ferry]: record(...tags, 'source:', `  file: '${path}'`, `  ${sum}`) };
    expect(await problemsWith(changes)).toEqual([
      `${ferry}:8:9: found a path that leaves content/sources/, names a hidden file, or cannot be part of a URL; ` +
        'expected a path below content/sources/, like 2021/07/18/name.txt, without "%", "#", "?" and ":", in NFC. ' +
        'Rename the source text, or move it below content/sources/, and give its path from there.',
    ]);
  });
});
