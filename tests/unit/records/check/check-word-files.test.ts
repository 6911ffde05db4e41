import { describe, expect, test } from 'vitest';

import { wordFileHeader } from '../../../../src/records/media/word-boxes.ts';
import { readArchive } from '../../../../src/records/read/read-archive.ts';
import {
  contentWith,
  makeContent,
  problemsWith,
  record,
  type Changes,
} from '../../../support/content-folder.ts';
import { makeJpeg, sumOf } from '../../../support/pictures.ts';

const jpeg = await makeJpeg(60, 40);
const file = '2021/05/04/page.jpg';

/** An article on a printed page that has a file of words. */
const withWords = (words: string | Uint8Array, ...more: string[]): Changes => ({
  [`media/${file}`]: jpeg,
  [`media/${file}.words.txt`]: words,
  'articles/2021/05/04/ferry.md': record(
    ...['title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []'],
    `facsimiles: [{ file: ${file}, sha256: ${sumOf(jpeg)}, label: Page 1, withheld: false }]`,
    ...more,
  ),
});
const right = `${wordFileHeader}\nThe\t1 2 3 4\n\nferry\t0 0 10000 5000\t9999 9999 1 1\nleft\n`;

describe('the words of a facsimile', () => {
  test('are known by their checksum', async () => {
    const { media } = await contentWith(withWords(right));
    expect(media.get(file)?.words).toBe(sumOf(new TextEncoder().encode(right)));
  });

  test('that are wrong are named with line and column', async () => {
    const at = `media/${file}.words.txt`;
    const wrong: [string | Uint8Array, string][] = [
      ['', `${at}:1:1: found another first line`],
      [`${wordFileHeader}\nThe\t1 2 3 4\t1 2 3\n`, `${at}:2:13: found the box "1 2 3"`],
      [`${wordFileHeader}\nThe\t9000 2 1001 4\n`, `${at}:2:5: found the box "9000 2 1001 4"`],
      [`${wordFileHeader}\nThe\t1 2 0 4\n`, `${at}:2:5: found the box "1 2 0 4"`],
      [`${wordFileHeader}\nThe\t1 2 03 4\n`, `${at}:2:5: found the box "1 2 03 4"`],
      [`${wordFileHeader}\nThe\t1 2 3 4\n\t1 2 3 4\n`, `${at}:3:1: found no word`],
      [new Uint8Array([0x54, 0xff]), `${at}:1:2: found the byte 0xFF`],
      [`${wordFileHeader}\na\u0000\n`, `${at}:2:2: found the control character`],
    ];
    for (const [words, message] of wrong) {
      const problems = await problemsWith(withWords(words));
      expect(problems.join('\n')).toContain(message);
      expect(problems.join('\n')).toMatch(/remove|save/i);
    }
  });

  test('are not published where something was taken out of a text on the page, though its picture is', async () => {
    const { media } = await contentWith(
      withWords(right, 'redactions: [{ date: 2024-05-01, reason: privacy }]'),
    );
    expect(media.get(file)?.sha256).toBe(sumOf(jpeg));
    expect(media.get(file)?.words).toBeUndefined();
  });

  test('without their facsimile are told', async () => {
    const root = await makeContent({ 'media/2021/gone.jpg.words.txt': right });
    const { warnings } = await readArchive(root);
    expect(warnings.map(({ found }) => found)).toContain('the words of a facsimile that no article names');
  });
});
