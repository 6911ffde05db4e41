import { expect, test } from 'vitest';

import { listSharingFiles } from '../../../../src/exports/sharing/sharing-files.ts';
import { makeArchive, type Contents } from '../../archive/entries.ts';

const render = async (contents: Contents) =>
  String(
    await listSharingFiles(makeArchive(contents), undefined, 'public')
      .find(({ path }) => path === 'opensearch.xml')
      ?.prepare()
      .content(),
  );

test.each([
  [
    'The Harbour Archive of Norhaven, Osmark and <Alder>',
    'The Harbour',
    'The Harbour Archive of Norhaven, Osmark and',
  ],
  ['Sixteen letters: and more', 'Sixteen letters:', 'Sixteen letters: and more'],
  ['Fish & Ships', 'Fish &amp; Ships', 'Fish &amp; Ships'],
  [
    '北京晨报一九二三年至一九四九年全部文章档案',
    '北京晨报一九二三年至一九四九年全',
    '北京晨报一九二三年至一九四九年全部文章档案',
  ],
])('the names of an archive are as long as browsers take them: %s', async (title, short, long) => {
  const xml = await render({ site: { title } });
  expect(xml).toContain(`<ShortName>${short}</ShortName>`);
  expect(xml).toContain(`<LongName>${long}</LongName>`);
});

test('the languages of an archive are those of its articles', async () => {
  const articles = { 'undated/a': { language: 'ar' }, 'undated/b': { language: 'zh-Hant' }, 'undated/c': {} };
  const xml = await render({ articles });
  expect(Array.from(xml.matchAll(/<Language>(.*?)</g), ([, language]) => language)).toEqual([
    'ar',
    'en',
    'zh-Hant',
  ]);
});
