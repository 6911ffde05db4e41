import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { sumFiles } from '../support/read-site.ts';

// Run by publishing.test.ts: a build on a full disk, and one after there is space again.
const [content = '', disk = '', isSmall] = process.argv.slice(2);
const dist = join(disk, 'dist');

/** @param limit the largest file that it may write, in blocks of 512 bytes; without it there is none */
const build = (limit?: string) =>
  spawnSync(
    'sh',
    [
      '-c',
      `${limit ? `ulimit -f ${limit};` : ''} exec "$@"`,
      'sh',
      process.execPath,
      'src/commands/build.ts',
      '--out-dir',
      dist,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, ARCHIVE_CONTENT: content },
    },
  );
const nameArchive = (title: string) =>
  writeFileSync(
    join(content, 'site.yaml'),
    `title: ${title}\ndescription: Made up\nlanguage: en\nurl: http://localhost/\n`,
  );

nameArchive('The first');
const first = build();
equal(first.status, 0, first.stderr);
const before = await sumFiles(dist);

// A large disk is not filled; the size of files is limited instead.
const { bavail, bsize } = statfsSync(disk);
writeFileSync(join(disk, 'other'), new Uint8Array(isSmall ? (bavail - 8) * bsize : 1));
nameArchive('The second');
const second = isSmall ? build() : build('8');
equal(second.status, 1, second.stderr);
match(second.stderr, isSmall ? /no space left on device/ : /file too large/);
ok(!/^ {4}at |panicked/m.test(second.stderr), second.stderr);
deepEqual(await sumFiles(dist), before);
deepEqual(
  readdirSync(disk).filter((name) => name.includes('next')),
  [],
);

// The disk with the cache may be full, too: the index is made anew for another language of the site, and cannot be kept.
writeFileSync(
  join(content, 'site.yaml'),
  readFileSync(join(content, 'site.yaml'), 'utf8').replace('language: en', 'language: de'),
);
const inCache = build('8');
equal(inCache.status, 1, inCache.stderr);
match(inCache.stderr, /file too large|no space left on device/);
ok(!/^ {4}at |panicked/m.test(inCache.stderr), inCache.stderr);
deepEqual(await sumFiles(dist), before);

rmSync(join(disk, 'other'));
const third = build();
equal(third.status, 0, third.stderr);
match(readFileSync(join(dist, 'index.html'), 'utf8'), /<title>The second/);
