import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { sumFiles } from './read-site.ts';

// What publishing.test.ts runs on a small disk: a build that finds no room, and one that does.
const [content = '', disk = ''] = process.argv.slice(2);
const dist = join(disk, 'dist');

const build = () =>
  spawnSync(process.execPath, ['src/publish/build.ts', '--out-dir', dist], {
    encoding: 'utf8',
    env: { ...process.env, ARCHIVE_CONTENT: content },
  });
const nameArchive = (title: string) =>
  writeFileSync(
    join(content, 'site.yaml'),
    `title: ${title}\ndescription: Made up\nlanguage: en\nurl: http://localhost/\n`,
  );

nameArchive('The first');
const first = build();
equal(first.status, 0, first.stderr);
const before = await sumFiles(dist);

const { bavail, bsize } = statfsSync(disk);
writeFileSync(join(disk, 'other'), new Uint8Array((bavail - 8) * bsize));
nameArchive('The second');
const second = build();
equal(second.status, 1, second.stderr);
match(second.stderr, /no space left on device/);
ok(!/^ {4}at /m.test(second.stderr), second.stderr);
deepEqual(await sumFiles(dist), before);
deepEqual(
  readdirSync(disk).filter((name) => name.includes('next')),
  [],
);

rmSync(join(disk, 'other'));
const third = build();
equal(third.status, 0, third.stderr);
match(readFileSync(join(dist, 'index.html'), 'utf8'), /<title>The second/);
