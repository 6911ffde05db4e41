import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';

import {
  refuseMediaFolder,
  refuseOtherArchive,
  resolveOutputFolder,
} from '../../../../src/build/release/output-folder.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

let root: string;

beforeEach(async () => {
  root = await makeFolder({
    'project/src/a.ts': '',
    'project/content/site.yaml': '',
    'project/.git/config': '',
    'other/index.html': 'a site of somebody else',
    'bag/manifest-sha256.txt': '',
    'bag/data/site.yaml': '',
    'release/manifest-sha256.txt': '',
    'release/data/datapackage.json': JSON.stringify({ id: 'https://example.org/data/' }),
    'looked-at/.DS_Store': '',
    'file.txt': '',
  });
  await mkdir(join(root, 'empty'));
  await symlink('project/content', join(root, 'link-to-content'));
  await symlink('release', join(root, 'link-to-release'));
  await symlink('missing', join(root, 'link-to-nothing'));
});

const resolveIn = (folder: string) =>
  resolveOutputFolder(join(root, folder), {
    project: join(root, 'project'),
    content: join(root, 'project/content'),
  });

describe('a build may replace', () => {
  test.for([
    'missing',
    'missing/below/it',
    'empty',
    'looked-at',
    'release',
    'project/dist',
    'project/docs',
    'project/../project/dist',
  ])('%s', (folder) => {
    expect(resolveIn(folder)).toBe(join(root, folder));
  });

  test('what a link leads to', () => {
    expect(resolveIn('link-to-release')).toBe(join(root, 'release'));
  });
});

describe('a build refuses to replace', () => {
  test.for([
    ['project/content', 'it is the content folder'],
    ['link-to-content', 'it is the content folder'],
    ['project/content/dist', 'it is in the content folder'],
    ['link-to-content/dist', 'it is in the content folder'],
    ['project', 'it is the project'],
    ['project/.', 'it is the project'],
    ['.', 'it contains the project'],
    ['project/src', 'it is in src/'],
    ['project/src/dist', 'it is in src/'],
    ['project/.git/dist', 'it is in .git/'],
    ['other', 'other/index.html is not the work of a build'],
    ['bag', 'is not the work of a build'],
    ['file.txt', 'file.txt is not the work of a build'],
    ['link-to-nothing', 'is a link that leads nowhere'],
  ] as const)('%s: %s', ([folder, why]) => {
    expect(() => resolveIn(folder)).toThrow(why);
  });

  test.for(['/', homedir(), dirname(homedir())])('%s', (folder) => {
    const surroundings = { project: join(root, 'project'), content: join(root, 'project/content') };
    expect(() => resolveOutputFolder(folder, surroundings)).toThrow('cannot be built into');
  });

  test('the release of another archive, unless this project has built it', async () => {
    const folder = join(root, 'release');
    const refused = 'site of another archive: its data is at https://example.org/data/';
    expect(() => refuseOtherArchive(folder, 'https://example.org/data/', false)).not.toThrow();
    expect(() => refuseOtherArchive(folder, 'https://other.example/data/', false)).toThrow(refused);
    expect(() => refuseOtherArchive(folder, 'https://other.example/data/', true)).not.toThrow();
    await writeFile(join(folder, 'data/datapackage.json'), '{');
    expect(() => resolveIn('release')).toThrow('is not the work of a build');
  });
});

describe('a folder for pictures', () => {
  const refuseIn = (folder: string) =>
    refuseMediaFolder(join(root, folder), join(root, 'release'), {
      project: join(root, 'project'),
      content: join(root, 'project/content'),
    });

  test.for(['missing', 'empty', 'other', 'project/pictures'])('may be %s', (folder) => {
    expect(() => refuseIn(folder)).not.toThrow();
  });

  test.for([
    ['project/content/media', 'it is in the content folder'],
    ['link-to-content', 'it is the content folder'],
    ['project/src', 'it is in src/'],
    ['.', 'it contains the project'],
    ['release', 'is replaced by each build'],
    ['release/media', 'is replaced by each build'],
  ] as const)('may not be %s', ([folder, why]) => {
    expect(() => refuseIn(folder)).toThrow(why);
  });
});
