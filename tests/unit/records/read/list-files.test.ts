import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { checkFolders, listRecordFiles } from '../../../../src/records/read/list-files.ts';
import {
  contentWith,
  makeContent,
  problemsIn,
  problemsWith,
  record,
} from '../../../support/content-folder.ts';

describe('listRecordFiles', () => {
  test('refuses a symbolic link to a record', async () => {
    const root = await makeContent({ 'ada.md': record('name: Ada', 'description: Invented') });
    await symlink(join(root, 'ada.md'), join(root, 'people/ada.md'));
    expect(await problemsIn(root)).toEqual([
      'people/ada.md:1:1: found a symbolic link; expected only files that end in .md. Put the file itself here.',
    ]);
  });

  test('refuses a symbolic link to a folder', async () => {
    const root = await makeContent();
    await rename(join(root, 'topics'), join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(root, 'places/topics'));
    const problems = await problemsIn(root);
    expect(problems).toContain(
      'places/topics:1:1: found a symbolic link; expected only files that end in .md. Put the file itself here.',
    );
  });

  test.for(['people/photo.jpg', 'articles/2021/05/04/notes.txt', 'topics/trade.markdown', 'places/README'])(
    'refuses %s, which is not a record',
    async (path) => {
      expect(await problemsWith({ [path]: 'x' })).toEqual([
        `${path}:1:1: found a file that is not a record; expected only files that end in .md. ` +
          'Rename it to .md if it is a record, else move it out of this folder.',
      ]);
    },
  );

  test('passes over hidden files and folders', async () => {
    const { vocabularies } = await contentWith({ 'people/.DS_Store': 'x', 'people/.trash/x.md': 'y' });
    expect(vocabularies.people.map(({ id }) => id)).toEqual(['ada-lind', 'tomas-berg']);
  });

  test('refuses a hidden file that could be a record', async () => {
    expect(await problemsWith({ 'people/._ada-lind.md': 'x' })).toEqual([
      'people/._ada-lind.md:1:1: found a hidden file; expected no hidden records. ' +
        'Remove it, or rename it if it is a record.',
    ]);
  });

  test('lists the files of all folders by id', async () => {
    const root = await makeContent({ 'people/a/z.md': '', 'people/a/b/c.md': '', 'people/a.md': '' });
    const { files } = listRecordFiles(join(root, 'people'));
    expect(files.map(({ id }) => id)).toEqual(['a', 'a/b/c', 'a/z', 'ada-lind', 'tomas-berg']);
  });

  test('finds nothing in a folder that is not there', async () => {
    expect(listRecordFiles(join(await makeContent(), 'nowhere'))).toEqual({ files: [], problems: [] });
  });
});

describe('checkFolders', () => {
  test('says that a content folder is none', async () => {
    const file = join(await makeContent(), 'site.yaml');
    expect(checkFolders(file)).toMatchObject([
      { file, found: 'a content folder that cannot be read (ENOTDIR)', expected: 'a folder' },
    ]);
    const loop = join(await makeContent(), 'loop');
    await symlink(loop, loop);
    expect(checkFolders(loop)).toMatchObject([{ found: 'a content folder that cannot be read (ELOOP)' }]);
  });

  test('finds a folder whose name is misspelt', async () => {
    const problems = await problemsWith({
      'organisations/union.md': record('name: Union', 'description: A union'),
    });
    expect(problems).toEqual([
      'organisations:1:1: found the folder "organisations"; expected one of: articles, sources, media, people, places, ' +
        'organizations, topics, publications. Did you mean "organizations"? Otherwise keep it outside of the content folder.',
    ]);
  });

  test('leaves other folders and files alone', async () => {
    expect(
      await problemsWith({
        'README.md': 'Ours.',
        'scripts/README.md': 'Ours.',
        LICENSE: 'CC0',
        '.git/config': '',
      }),
    ).toEqual([]);
  });
});
