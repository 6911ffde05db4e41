import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { stagingFolder, swapIntoPlace } from '../../../src/publish/swap.ts';
import { makeFolder } from './temporary-folder.ts';

describe('stagingFolder', () => {
  test('lies beside the folder, hidden', () => {
    expect(stagingFolder('/srv/dist')).toBe('/srv/.dist-next');
    expect(dirname(stagingFolder('/srv/a/b'))).toBe('/srv/a');
  });
});

describe('swapIntoPlace', () => {
  test('puts the new folder in the place of the old one, and leaves nothing else', async () => {
    const root = await makeFolder({ 'dist/old.html': 'old', '.dist-next/new.html': 'new' });
    await swapIntoPlace(stagingFolder(join(root, 'dist')), join(root, 'dist'));
    expect(await readdir(root)).toEqual(['dist']);
    expect(await readdir(join(root, 'dist'))).toEqual(['new.html']);
  });

  test('puts it where there was none', async () => {
    const root = await makeFolder({ '.dist-next/new.html': 'new' });
    await swapIntoPlace(stagingFolder(join(root, 'dist')), join(root, 'dist'));
    expect(await readdir(root)).toEqual(['dist']);
  });

  test('clears away what an interrupted swap has left', async () => {
    const root = await makeFolder({
      'dist/old.html': 'old',
      '.dist-previous/older.html': 'older',
      '.dist-next/new.html': 'new',
    });
    await swapIntoPlace(stagingFolder(join(root, 'dist')), join(root, 'dist'));
    expect(await readdir(root)).toEqual(['dist']);
  });

  test('leaves the old folder in its place when there is nothing to put there', async () => {
    const root = await makeFolder({ 'dist/old.html': 'old' });
    await expect(swapIntoPlace(stagingFolder(join(root, 'dist')), join(root, 'dist'))).rejects.toThrow(
      'ENOENT',
    );
    expect(await readFile(join(root, 'dist/old.html'), 'utf8')).toBe('old');
  });
});
