import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { change } from '../support/content-folder.ts';
import { makePartEnds } from '../support/index-parts.ts';
import { buildWarm, copyProject, keptFolders, removeCaches } from '../support/project-copy.ts';
import { sumFiles } from '../support/read-site.ts';
import { requestOf } from '../support/run-command.ts';
import { openWarmProcess } from '../support/warm-processes.ts';
import { editFile } from './edits/edited-archive.ts';

// Everything that builds keep for the next one is damaged, in every way, and must be neither published nor in the way.
//
// One build finds many damaged files, dealt so that none hides another: in a part of the search index, which is made again
// as a whole, only one file is damaged, and there are as many parts as kinds of files in one; likewise in the bundle of the
// components. That one takes longest to make again, and is sealed and looked at by the same code as a part of the index: it is
// damaged in every other way. The lists of the files of
// releases are damaged for a build of their own, since without them nothing is taken over from the last release and
// everything else that is kept is needed.

/** As many as kinds of files in one, each of which is made again as a whole. */
const parts = 4;

let root = '';
/** The process of builds with a program that has changed. */
const changed = openWarmProcess();
/** The checksums of a clean build. */
let clean: Record<string, string>;

const content = () => join(root, 'content');
const project = () => join(root, 'project');
const dist = () => join(root, 'site/dist');

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-damaged-')));
  await cp('tests/fixtures/variety', content(), { recursive: true });
  await change(content(), makePartEnds(parts, '2021-08-15'));
  await copyProject(project());
  await build();
  clean = await sumFiles(dist());
  // From the second build on there are two releases.
  await build();
});

afterAll(async () => {
  await changed.close();
  await rm(root, { recursive: true });
});

let builds = 0;

/** Changes a file that nothing is made of, so that there is something to build, and builds. */
async function build(): Promise<string> {
  await writeFile(join(content(), 'README.md'), `Build ${++builds}\n`);
  return buildWarm(project(), content(), dist());
}

/** Builds with the program as it is, in a process that has loaded it since it changed. */
async function buildChanged(): Promise<string> {
  const request = requestOf('build', content(), ['--out-dir', dist()], project());
  const { code, stderr } = await changed.run(request);
  expect(code, stderr).toBe(0);
  return stderr;
}

/** Every file that is kept, by kind: its path in the project, without what is particular to one of a kind. */
async function listKept(): Promise<Map<string, string[]>> {
  const listed: string[] = [];
  for (const folder of keptFolders.map((each) => join(project(), each))) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    listed.push(
      ...entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(project(), join(entry.parentPath, entry.name))),
    );
  }
  return Map.groupBy(listed.sort(), kindOf);
}

function kindOf(file: string): string {
  return file
    .replace(/(?<=\/bundles\/).*/, '*')
    .replace(/(?<=\/search\/)[^/]+/, '*')
    .replace(/(?<=\/fragment\/).*/, '*')
    .replace(/(?<=\/files-).*/, '*')
    .replace(/(?<=\/deps\/).*/, '*')
    .replace(/[0-9a-f]{12}/g, '*');
}

const isFileList = (kind: string) => kind.includes('/files-');
const isOfPart = (kind: string) => kind.includes('/search/');
/** The components as Astro has bundled them: one folder, which is made again as a whole. */
const isOfBundle = (kind: string) => kind.includes('/bundles/');
/** What is written again in each build without being read, or checked by Vite. Damage to it is not reported. */
const isUnreported = (kind: string) => /\.vite\/|\/astro\/|\/lock$/.test(kind);

/** What happens to a file; it may be empty already. */
type Damage = (file: string) => Promise<void>;

const damages: Readonly<Record<string, Damage>> = {
  emptied: (file) => truncate(file),
  cut: async (file) => truncate(file, Math.floor((await readFile(file)).length / 2)),
  'changed by one byte': async (file) => {
    const bytes = await readFile(file);
    const middle = bytes.length >> 1;
    await writeFile(
      file,
      bytes.length === 0 ? 'x' : bytes.fill((bytes[middle] ?? 0) ^ 1, middle, middle + 1),
    );
  },
  removed: (file) => rm(file),
  'a folder': async (file) => {
    await rm(file, { recursive: true });
    await mkdir(join(file, 'inner'), { recursive: true });
  },
  // As root, nothing else is unreadable.
  'a link to itself': async (file) => {
    await rm(file, { recursive: true });
    await symlink(file, file);
  },
};

/** How many damaged files a build says that it has made again. */
function countReported(said: string): number {
  const lines = said.split('\n').filter((line) => line.startsWith('Kept from earlier builds, but damaged'));
  expect(lines.length, said).toBeLessThanOrEqual(1);
  const [, named = '', more = '0'] = /made again: (.+?)(?: and (\d+) more)?\.$/.exec(lines[0] ?? '') ?? [];
  return named === '' ? 0 : named.split(', ').length + Number(more);
}

describe('what is kept between builds is made again when it is', () => {
  test.for(Object.keys(damages).map((name, index) => ({ name, index })))(
    '$name',
    { timeout: 900_000 },
    async ({ name, index }) => {
      const damage = damages[name] as Damage;
      const kept = await listKept();
      const kinds = [...kept.keys()];
      expect(kinds.filter(isOfPart).length).toBeLessThanOrEqual(parts);
      let reported = 0;
      for (const kind of kinds.filter((each) => !isFileList(each))) {
        const files = kept.get(kind) ?? [];
        const keys = [
          ...new Set(
            kinds
              .filter(isOfPart)
              .flatMap((each) => kept.get(each) ?? [])
              .map(partOf),
          ),
        ];
        // Another part for each kind, and for each kind of damage.
        const part = keys[(index + kinds.indexOf(kind)) % keys.length];
        const ofPart = isOfPart(kind) ? files.filter((file) => partOf(file) === part).slice(0, 1) : files;
        // Another file for each kind of damage.
        const chosen = isOfBundle(kind) ? files.slice(index * 13, index * 13 + 1) : ofPart;
        expect(chosen, kind).not.toEqual([]);
        if (isOfBundle(kind) && index % 2 === 1) continue;
        for (const file of chosen) await damage(join(project(), file));
        // What is missing in a part is damage; a missing file by itself is not.
        const isOfFolder = isOfPart(kind) || isOfBundle(kind);
        const isDamage = name === 'removed' ? isOfFolder : !kind.startsWith('.astro') || /^a /.test(name);
        if (isDamage && !isUnreported(kind)) reported += chosen.length;
      }
      expect(countReported(await build())).toBe(reported);
      expect(await sumFiles(dist())).toEqual(clean);

      const lists = [...(await listKept())]
        .filter(([kind]) => isFileList(kind))
        .flatMap(([, files]) => files);
      expect(lists).toHaveLength(2);
      for (const file of lists) await damage(join(project(), file));
      expect(countReported(await build())).toBe(name === 'removed' ? 0 : lists.length);
      expect(await sumFiles(dist())).toEqual(clean);
    },
  );

  test('a file or a link in the place of a folder', { timeout: 900_000 }, async () => {
    const folders = await listFolders();
    const depths = [...new Set(folders.map(depthOf))].sort((a, b) => b - a);
    expect(depths.length).toBeGreaterThan(5);
    for (const depth of depths) {
      const level = (await listFolders()).filter((folder) => depthOf(folder) === depth);
      for (const [index, folder] of level.entries()) {
        await rm(folder, { recursive: true });
        if (index % 2 === 0) await writeFile(folder, 'damaged');
        else await symlink(folder, folder);
      }
      expect(countReported(await build()), level.join(', ')).toBeGreaterThan(0);
      expect(await sumFiles(dist()), level.join(', ')).toEqual(clean);
    }
  });

  test('by another version of the program', { timeout: 900_000 }, async () => {
    const edits: [string, string, string][] = [
      ['src/markdown/paragraph-numbers.ts', 'const id = `p$', 'const id = `paragraph$'],
      ['src/build/release/write-worker.ts', "hash('sha256'", "hash('sha512'"],
    ];
    for (const [file, own, other] of edits)
      await editFile(join(project(), file), (text) => text.replace(own, other));
    // So that it makes everything, in both releases that files are taken over from.
    await rm(join(root, 'site'), { recursive: true });
    for (let release = 0; release < 2; release++) await buildChanged();
    expect(await sumFiles(dist())).not.toEqual(clean);
    for (const [file, own, other] of edits)
      await editFile(join(project(), file), (text) => text.replace(other, own));
    await changed.close();
    expect(countReported(await buildChanged())).toBe(0);
    expect(await sumFiles(dist())).toEqual(clean);
  });

  test('and said so once', async () => {
    expect(countReported(await build())).toBe(0);
  });

  test('gone as a whole', async () => {
    await removeCaches(project());
    expect(countReported(await build())).toBe(0);
    expect(await sumFiles(dist())).toEqual(clean);
  });
});

/** The folders in which something is kept: absolute paths. */
async function listFolders(): Promise<string[]> {
  const listed: string[] = [];
  for (const folder of keptFolders.map((each) => join(project(), each))) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
    if (!entries) continue;
    listed.push(folder);
    for (const entry of entries) if (entry.isDirectory()) listed.push(join(entry.parentPath, entry.name));
  }
  return listed;
}

function depthOf(path: string): number {
  return path.split('/').length;
}

/** The key of the part of the search index that a file belongs to. */
function partOf(file: string): string {
  return file.replace(/.*\/search\//, '').split('/')[0] ?? '';
}
