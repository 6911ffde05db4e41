import { describe, expect, test } from 'vitest';

import { decodeText } from '../../../../src/records/read/decode-text.ts';
import { problemsWith, record } from '../../../support/content-folder.ts';

const file = 'articles/2021/05/04/ferry.md';
const right = record('title: A ferry', 'date: 2021-05-04', 'people: []', 'places: []', 'topics: []');
const bytesOf = (text: string, ...more: number[]) =>
  new Uint8Array([...new TextEncoder().encode(text), ...more]);
const control = (place: string, name: string) =>
  `${file}:${place}: found the control character ${name}; expected no control characters but tabs and line ends. ` +
  'Remove it; it is invisible in most editors.';

describe('bytes that are not UTF-8', () => {
  test('are reported with their position and offset', async () => {
    const offset = bytesOf(right).length + 2;
    expect(await problemsWith({ [file]: bytesOf(`${right}Ål`, 0xe9, 0x67, 0x0a) })).toEqual([
      `${file}:10:3: found the byte 0xE9 at offset ${offset + 1}, which is not UTF-8; expected text in UTF-8. ` +
        'Save the file as UTF-8; a text in another encoding has to be converted first.',
    ]);
  });

  test.for([
    ['a lone continuation byte', [0x41, 0x80], 'the byte 0x80 at offset 1'],
    ['a sequence cut short by the end', [0x41, 0xc3], 'the byte 0xC3 at offset 1'],
    ['an overlong form', [0x41, 0xc0, 0xaf], 'the byte 0xC0 at offset 1'],
    ['a surrogate', [0x41, 0xed, 0xa0, 0x80], 'the byte 0xED at offset 1'],
    ['Latin-1 "ï" within a word', [0x6e, 0x61, 0xef, 0x76, 0x65], 'the byte 0xEF at offset 2'],
    ['Latin-1 "ï" at the end', [0x41, 0x0a, 0xef], 'the byte 0xEF at offset 2'],
    ['after a byte order mark', [0xef, 0xbb, 0xbf, 0x41, 0xff], 'the byte 0xFF at offset 4'],
    ['after a replacement character', [0xef, 0xbf, 0xbd, 0xff], 'the byte 0xFF at offset 3'],
  ] as const)('are found where they begin: %s', ([, bytes, expected]) => {
    expect(decodeText(new Uint8Array(bytes)).problems).toMatchObject([
      { found: `${expected}, which is not UTF-8` },
    ]);
  });

  test('give no text', () => {
    expect(decodeText(new Uint8Array([0x41, 0xff])).text).toBe('');
  });
});

describe('control characters', () => {
  test('refuses NUL by name', async () => {
    expect(await problemsWith({ [file]: `${right}a\0b\n` })).toEqual([control('10:2', 'U+0000 (NUL)')]);
  });

  test('refuses all others, each at its place', async () => {
    expect(await problemsWith({ [file]: `${right}a\u0007b\n\u009Fc\u001B[1m\n` })).toEqual([
      control('10:2', 'U+0007'),
      control('11:1', 'U+009F'),
      control('11:3', 'U+001B'),
    ]);
  });

  test('refuses them in frontmatter and in site.yaml too', async () => {
    expect(await problemsWith({ [file]: right.replace('A ferry', 'A\u007Fferry') })).toEqual([
      control('2:9', 'U+007F'),
    ]);
    expect(await problemsWith({ 'site.yaml': 'title: A\u0001\n' })).toEqual([
      control('1:9', 'U+0001').replace(file, 'site.yaml'),
    ]);
  });

  test('refuses them as escapes too, and halves of surrogate pairs', async () => {
    const fix = 'Remove the escape sequence, which begins with "\\", from the quoted text.';
    const none = 'expected no control characters but tabs and line ends. ' + fix;
    for (const [escape, found] of [
      ['\\x07', `the control character U+0007; ${none}`],
      ['\\0', `the control character U+0000; ${none}`],
      ['\\e[2J', `the control character U+001B; ${none}`],
      ['\\N', `the control character U+0085; ${none}`],
      ['\\ud83d', `half of a surrogate pair, U+D83D; expected whole characters. ${fix}`],
    ] as const) {
      expect(await problemsWith({ [file]: right.replace('A ferry', `"A ${escape} ferry"`) })).toEqual([
        `${file}:2:8: found ${found}`,
      ]);
    }
    expect(await problemsWith({ [file]: right.replace('A ferry', '"A \\u738b\\\\x07"') })).toEqual([]);
  });

  test('reports a run of them once, and many of them without reading the text again for each', () => {
    expect(decodeText(bytesOf('a\nb\0\0\0c')).problems).toMatchObject([{ line: 2, column: 2 }]);
    const { problems } = decodeText(bytesOf('a\0'.repeat(200_000)));
    expect(problems).toHaveLength(200_000);
    expect(problems.at(-1)).toMatchObject({ line: 1, column: 400_000 });
  });

  test('lets tabs, line ends and characters outside Latin pass', () => {
    const text = 'a\tb\r\nc\n王毅 الأسد 🚢\u200F';
    expect(decodeText(bytesOf(text))).toEqual({ text, problems: [] });
  });
});

test('takes the byte order mark away', () => {
  expect(decodeText(bytesOf('\uFEFFa')).text).toBe('a');
});
