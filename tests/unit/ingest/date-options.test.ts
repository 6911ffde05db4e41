import { describe, expect, test } from 'vitest';

import { ingest, makeArchive, readFolder } from './run-ingest.ts';

const text = (date: string) => `Title: Fog\nDate: ${date}\n\nThe fog came.\n`;

async function idFrom(date: string, ...options: string[]): Promise<string | undefined> {
  const root = await makeArchive();
  await ingest(root, [...options, '-'], text(date));
  return [...(await readFolder(root)).keys()].find((path) => path.startsWith('articles/'));
}

describe('dates of what is taken in', () => {
  test('are read in the order that --date-order tells', async () => {
    expect(await idFrom('03/04/2021', '--date-order', 'dmy')).toBe('articles/2021/04/03/fog.md');
    expect(await idFrom('03/04/2021', '--date-order', 'mdy')).toBe('articles/2021/03/04/fog.md');
    expect(await idFrom('03/04/2021')).toBeUndefined();
    const { code, stderr } = await ingest(await makeArchive(), ['--date-order', 'ymd', '-'], text('2021'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('--date-order ymd is not known')]);
  });

  test('are read in the language that --language tells, and in that of the site', async () => {
    expect(await idFrom('18. Juli 2021', '--language', 'de')).toBe('articles/2021/07/18/fog.md');
    expect(await idFrom('18 July 2021', '--language', 'de')).toBe('articles/2021/07/18/fog.md');
    expect(await idFrom('18. Juli 2021')).toBeUndefined();
  });

  test('are read in the languages of the interface, whatever a source says', async () => {
    expect(await idFrom('18 juillet 2021')).toBe('articles/2021/07/18/fog.md');
  });
});
