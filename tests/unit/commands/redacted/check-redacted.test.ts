import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { checkRedacted } from '../../../../src/commands/redacted/check-redacted.ts';
import { compressBytes } from '../../../../src/search/text-index/index-part.ts';
import { mergeWords } from '../../../../src/search/text-index/merge-words.ts';
import { encodePartWords, type Occurrences } from '../../../../src/search/text-index/part-words.ts';
import { encodeWords } from '../../../../src/search/text-index/word-file.ts';
import { runCommand } from '../../../support/run-command.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What is found of a name in a built folder with some files: `file:line:column: what`. */
async function find(files: Files, name: string, content: Files = {}): Promise<string[]> {
  const [root, dist] = [await makeFolder(), await makeFolder({ 'manifest-sha256.txt': '' })];
  for (const [folder, those] of [[root, content] as const, [dist, files] as const]) {
    for (const [path, bytes] of Object.entries(those)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  }
  const { findings } = await checkRedacted(root, dist, [name]);
  return findings.map(({ severity, file, line, column, found }) => {
    const path = file.replace(`${dist}/`, '').replace(`${root}/`, 'content/');
    return `${severity} ${path}:${line}:${column}: ${found}`;
  });
}

/** A chunk of a PNG; nobody here reads its checksum. */
function pngChunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

const png = (...chunks: Buffer[]) =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', Buffer.alloc(13)), ...chunks]);
const jpeg = (metadata: Uint8Array) =>
  Buffer.concat([Buffer.from('ffd8ffe10100', 'hex'), metadata, Buffer.from('ffd9', 'hex')]);
const inUtf16 = (text: string) => Buffer.from(text, 'utf16le');

/** Files of the index of some articles, below its folder: each of their words in a file of its own. */
async function indexFiles(texts: readonly string[]): Promise<Files> {
  const words = new Map<string, Occurrences[]>();
  for (const [article, text] of texts.entries())
    for (const [position, word] of text.split(' ').entries())
      words.set(word, [...(words.get(word) ?? []), { article, inTitle: 0, positions: [position] }]);
  const lengths = texts.map(() => 10);
  const files: Record<string, Uint8Array> = {};
  const part = encodePartWords(words, lengths);
  const readBytes = (start: number, length: number) => part.subarray(start, start + length);
  const merged = mergeWords([{ readBytes, articles: texts.length }]);
  for (const [number, word] of [...merged].entries()) {
    const encoded = encodeWords([word], texts.length);
    files[`pagefind/words/${number}.words`] = await compressBytes(encoded.words);
    files[`pagefind/words/${number}.positions`] = await compressBytes(encoded.positions);
  }
  return files;
}

describe('the check for a name that was taken out', () => {
  test.each([
    ['as it is', 'Then Jane Holm spoke.', 6],
    ['in other case, with other spaces', 'JANE\u00a0 \nHOLM', 1],
    ['with the family name first', '"Holm, Jane"', 2],
    ['as an address has it', '<a href="/people/jane-holm/">', 18],
    ['as the value of a search', '/search/?person=jane-holm&q=a', 17],
    ['in the words of a search', '/search/?q=Jane+Holm', 12],
    ['percent-encoded', 'Ada%20and%2FJane%20Holm', 13],
    ['percent-encoded letter by letter', 'x=%4A%61%6E%65%20%48%6F%6C%6D', 3],
    ['in character references', '&#74;&#x61;ne&nbsp;&#72;olm', 1],
    ['in escapes of JSON', '"\\nJane\\u0020\\u0048olm"', 4],
    ['in percent-encoded JSON in an attribute', 'a="%7B&quot;a%22%3A%22%5Cu004aane%20Holm"', 14],
    ['in Base64', `url(data:text/plain;base64,${btoa('I am Jane Holm.')})`, 21],
    ['parted by mark-up between words', '<td>Jane</td><td>Holm</td>', 5],
    ['parted by mark-up between letters', 'Ja<b>ne</b> H<i class="x">olm</i>', 1],
    ['parted by marks of Markdown', 'J**ane** _Holm_', 1],
    ['parted by soft hyphens and characters of no width', 'Ja\u00adne\u200b Ho&shy;lm', 1],
    ['in the genitive', 'Jane Holms, Jane Holm’s', 1],
    ['run together', '#JaneHolm', 2],
  ])('finds it %s', async (_how, text, column) => {
    const found = await find({ 'a.txt': `A line.\n${text}\n` }, 'Jane Holm');
    expect(found[0]).toContain(`error a.txt:2:${column}: "Jane Holm"`);
  });

  test.each([
    ['with accents', 'Åsa Møller', 'Asa Moller, ÅSA MØLLER, A\u030asa M&oslash;ller, asa-moller'],
    ['in a script without spaces', '王毅', '外长王毅说'],
    ['in another script', 'Иван Петров', 'ИВАН ПЕТРОВ'],
    ['with an apostrophe', 'Pat O’Brien', 'pat-obrien, Pat O&#39;Brien'],
  ])('finds a name %s', async (_how, name, text) => {
    const parts = text.split(', ');
    for (const part of parts) expect(await find({ 'a.html': part }, name), part).toHaveLength(1);
  });

  test.each([
    ['another name that begins like it', 'Jane Holmes'],
    ['another name that ends like it', 'Trojane Holm'],
    ['its words apart', 'Jane met Per Holm.'],
    ['its words in two sentences', 'They went to Holm. Jane did not.'],
  ])('does not take %s for it', async (_what, text) => {
    expect(await find({ 'a.txt': text }, 'Jane Holm')).toEqual([]);
  });

  test('finds it in the names of files and folders, once', async () => {
    const found = await find(
      { 'people/jane-holm/index.html': 'x', 'media/Jane%20Holm.png': 'x' },
      'Jane Holm',
    );
    expect(found).toEqual([
      'error media/Jane%20Holm.png:1:1: "Jane Holm" in its path',
      'error people/jane-holm:1:1: "Jane Holm" in its path',
    ]);
  });

  test('finds it in what is compressed', async () => {
    const text = 'By Jane Holm';
    const found = await find(
      { 'a.gz': gzipSync(text), 'b.html.br': brotliCompressSync(text), 'c.zst': zstdCompressSync(text) },
      'Jane Holm',
    );
    expect(found).toEqual(
      ['a.gz', 'b.html.br', 'c.zst'].map((file) => `error ${file}:1:4: "Jane Holm" decompressed`),
    );
  });

  test('finds it in the metadata of pictures, and in other encodings', async () => {
    const latin = (text: string) => Buffer.from(text, 'latin1');
    const files = {
      'exif.jpg': jpeg(Buffer.concat([latin('Exif\0\0MM'), inUtf16('Jané Holm')])),
      'xmp.jpg': jpeg(Buffer.from('<dc:creator>Jané Holm</dc:creator>')),
      'text.png': png(pngChunk('tEXt', latin('Author\0Jan\xe9 Holm'))),
      'ztxt.png': png(
        pngChunk('zTXt', Buffer.concat([latin('Author\0\0'), deflateSync(latin('Jane Holm'))])),
      ),
      'itxt.png': png(
        pngChunk('iTXt', Buffer.concat([latin('Author\0\x01\0en\0\0'), deflateSync('Jané Holm')])),
      ),
      'utf16.txt': Buffer.concat([Buffer.from('fffe', 'hex'), inUtf16('Jané Holm')]),
      'windows.txt': latin('by Jan\xe9 Holm'),
    };
    const found = await find(files, 'Jané Holm');
    for (const file of Object.keys(files))
      expect(
        found.some((each) => each.startsWith(`error ${file}:`)),
        file,
      ).toBe(true);
    const ascii = await find(
      { 'exif.jpg': jpeg(Buffer.concat([latin('Exif\0\0\xff'), inUtf16('Jane Holm')])) },
      'Jane Holm',
    );
    expect(ascii).toEqual(['error exif.jpg:1:14: "Jane Holm" in its bytes']);
  });

  test('finds it in the search index, which has its words apart', async () => {
    const together = await indexFiles(['holm', 'jane', 'she met jane hölm then']);
    expect(await find(together, 'Jane Holm')).toEqual([
      expect.stringMatching(/^error pagefind\/words\/\w+\.words:1:1: "Jane Holm" .+ document 2$/),
    ]);
    const apart = await indexFiles(['holm', 'jane', 'jane met holm']);
    expect(await find(apart, 'Jane Holm')).toEqual([]);
    expect(await find(apart, 'Holm')).toHaveLength(1);
  });

  test('does not take the words of the index for names, which are sorted in its lists', async () => {
    const lists = { 'pagefind/words.txt': 'holm jane\n', 'pagefind/words.json': '[["holm",1],["jane",1]]' };
    expect(await find(lists, 'Holm Jane')).toEqual([]);
  });

  test('says, as a warning, where it is in the content folder', async () => {
    const found = await find({}, 'Jane Holm', { 'sources/a.txt': 'Jane Holm', '.git/x': 'Jane Holm' });
    expect(found).toEqual(['warning content/sources/a.txt:1:1: "Jane Holm"']);
  });

  test('proves nothing of a folder that is no build', async () => {
    await expect(checkRedacted(await makeFolder(), await makeFolder(), ['Jane Holm'])).rejects.toThrow(
      /is no build of an archive\. Run "npm run build" first\./,
    );
  });

  test('reads a long run of anything that it looks at', async () => {
    const many = [
      '<',
      '%4A',
      '&',
      '&amp;',
      '\\u004a',
      '\u0001',
      'jane ',
      'jane<b>',
      '](',
      '_',
      '\u0301',
      '\n',
      'j',
    ];
    const files = Object.fromEntries(many.map((text, index) => [`${index}.txt`, text.repeat(200_000)]));
    files['hits.txt'] = 'Jane Holm. '.repeat(100_000);
    const found = await find(files, 'Jane Holm');
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toMatch(/^error hits\.txt:1:221: "Jane Holm" and in 99979 more places/);
  });
});

test('a Greek name is found in capitals, which have one form of the sigma', async () => {
  expect(await find({ 'a.html': 'Μίλησε ο ΝΙΚΟΣ ΠΑΠΠΑΣ.' }, 'Νίκος Παππάς')).toHaveLength(1);
});

test.for(['--tags', '--strict', '--published', '--allow-removal'])(
  'npm run check refuses %s beside --redacted, which would do nothing',
  async (option) => {
    const { code, stderr } = await runCommand('check', await makeFolder(), [
      '--redacted',
      'Jane Holm',
      option,
    ]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('--redacted looks for names and nothing else'),
    ]);
  },
);
