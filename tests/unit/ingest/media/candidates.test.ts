import { describe, expect, test } from 'vitest';

import { listEnds, listMediaPaths } from '../../../../src/ingest/media/candidates.ts';

const pathsOf = (written: string) => listMediaPaths(written).map(({ path }) => path);

describe('listMediaPaths', () => {
  test('prefers the original to the sizes that WordPress makes', () => {
    expect(pathsOf('https://a.example/wp-content/uploads/2021/07/x-300x200.jpg?w=9#f')).toEqual([
      'wp-content/uploads/2021/07/x.jpg',
      'wp-content/uploads/2021/07/x-scaled.jpg',
      'wp-content/uploads/2021/07/x-300x200.jpg',
    ]);
  });

  test('takes other names as they are first', () => {
    expect(pathsOf('https://a.example/poster-24x36.jpg')[0]).toBe('poster-24x36.jpg');
  });

  test('reads relative, rooted and encoded paths', () => {
    expect(listMediaPaths('./a%20b.jpg')).toEqual([{ path: 'a b.jpg', isRelative: true, isRooted: false }]);
    expect(listMediaPaths('/img/a.jpg')).toEqual([{ path: 'img/a.jpg', isRelative: false, isRooted: true }]);
    expect(pathsOf('//cdn.example/a%cc%8a.jpg')).toEqual(['\u00e5.jpg']);
  });

  test('reads paths of Windows from the root, and names of files as they are', () => {
    expect(listMediaPaths(String.raw`C:\a\b.jpg`)).toEqual([
      { path: 'a/b.jpg', isRelative: false, isRooted: true },
    ]);
    expect(listMediaPaths('#1 50%.jpg', true)).toEqual([
      { path: '#1 50%.jpg', isRelative: true, isRooted: false },
    ]);
    expect(listMediaPaths('a%20b.jpg?w=1', true).map(({ path }) => path)).toEqual([
      'a%20b.jpg?w=1',
      'a b.jpg',
    ]);
  });

  test('has no path for what is no file', () => {
    for (const written of [
      '',
      'data:image/png;base64,AAAA',
      'mailto:a@example.org',
      'https://a.example',
      'a%00.jpg',
    ])
      expect(pathsOf(written)).toEqual([]);
  });
});

describe('listEnds', () => {
  test('leaves out what leads elsewhere', () => {
    expect(listEnds('../a/./b.jpg')).toEqual(['a/b.jpg', 'b.jpg']);
  });
});
