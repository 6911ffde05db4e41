import fc from 'fast-check';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import {
  decodeSource,
  decodeStart,
  readSourceText,
  streamSourceText,
} from '../../../../src/ingest/text/decode-source.ts';
import type { ReceivedFile } from '../../../../src/ingest/sources/source.ts';
import { makeFolder } from '../run-ingest.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

async function receive(bytes: Uint8Array): Promise<ReceivedFile> {
  const path = join(await makeFolder(), 'file');
  await writeFile(path, bytes);
  return { name: 'file', path, size: (await stat(path)).size };
}

async function readAll(file: ReceivedFile, encoding?: string): Promise<string> {
  let text = '';
  for await (const piece of streamSourceText(file, encoding)) text += piece;
  return text;
}

describe('decodeSource', () => {
  test('reads Unicode with or without a byte order mark', () => {
    for (const bytes of [
      utf8('Zürich 港'),
      utf8('\uFEFFZürich 港'),
      utf16('Zürich 港'),
      utf16('Zürich 港', true),
    ]) {
      expect(decodeSource(bytes)).toBe('Zürich 港');
    }
  });

  test('tells where other bytes are, and how to read them', () => {
    const bytes = Uint8Array.from([...utf8('é�'), 0x5a, 0xfc, 0x72]);
    expect(() => decodeSource(bytes)).toThrow(
      /the byte 0xFC at offset 6, which is not UTF-8.*--encoding windows-1252/,
    );
    expect(decodeSource(Uint8Array.from([0x5a, 0xfc, 0x93]), 'windows-1252')).toBe('Zü“');
    expect(() => decodeSource(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))).toThrow('not UTF-16LE');
  });

  test('takes what is Unicode for Unicode, whatever encoding is given for the rest', () => {
    for (const bytes of [
      utf8('Zürich'),
      utf8('\uFEFFZurich'),
      utf8('\uFEFFZürich'),
      utf16('Zürich'),
      utf16('Zürich', true),
    ]) {
      expect(decodeSource(bytes, 'windows-1252')).toMatch(/^Z[uü]rich$/);
    }
    expect(decodeSource(Buffer.from('Zürich', 'latin1'), 'windows-1252')).toBe('Zürich');
    expect(decodeSource(Buffer.from('Z\u001b$B9A', 'latin1'), 'iso-2022-jp')).toBe('Z港');
  });

  test.for(['', '\uFEFF', ' \n\t'])('refuses the empty text %j', (text) => {
    expect(() => decodeSource(utf8(text))).toThrow('an empty file');
  });
});

describe('decodeStart', () => {
  test('leaves out a letter that is cut, and stands no wrong byte in the way', () => {
    expect(decodeStart(utf8('a港').subarray(0, 3))).toBe('a');
    expect(decodeStart(utf8('é港').subarray(0, 4), 'windows-1252')).toBe('é');
    expect(decodeStart(Uint8Array.from([0x61, 0xfc, 0x61]))).toBe('a\uFFFDa');
    expect(decodeStart(Uint8Array.from([0x61, 0xfc]), 'windows-1252')).toBe('aü');
  });
});

describe('readSourceText', () => {
  test('refuses what is too long for one text', async () => {
    const file = await receive(utf8('x'));
    await expect(readSourceText({ ...file, size: 200e6 })).rejects.toThrow('a text of 200,000,000 bytes');
  });
});

describe('streamSourceText', () => {
  test('gives the same as reading the whole', async () => {
    const text = 'Zürich 港 🚢\n'.repeat(60_000);
    for (const bytes of [utf8(text), utf16(text)]) expect(await readAll(await receive(bytes))).toBe(text);
  });

  test('decides by the whole file whether it is Unicode, whatever encoding is given', async () => {
    const start = 'x'.repeat(70_000);
    for (const [bytes, text] of [
      [utf8(`${start}ü`), `${start}ü`],
      [utf16('Zürich'), 'Zürich'],
      [Buffer.from(`${start}ü`, 'latin1'), `${start}ü`],
      [Buffer.concat([utf8(`${start}ü`), Buffer.from('ü', 'latin1')]), `${start}Ã¼ü`],
    ] as const) {
      expect(await readAll(await receive(bytes), 'windows-1252')).toBe(text);
    }
  });

  test('tells the offset of a wrong byte, wherever the pieces end', async () => {
    const size = 1 << 16;
    const offsets = fc.oneof(fc.nat(3 * size), fc.integer({ min: size - 4, max: size + 4 }));
    const file = await receive(utf8('x'));
    await fc.assert(
      fc.asyncProperty(offsets, async (offset) => {
        const letters = '港'.repeat(Math.ceil(offset / 3));
        const bytes = utf8(letters).slice(0, offset - (offset % 3));
        await writeFile(file.path, Buffer.concat([bytes, Buffer.from([0xff]), Buffer.from('rest')]));
        await expect(readAll(file)).rejects.toThrow(`0xFF at offset ${bytes.length},`);
      }),
      { numRuns: 20 },
    );
  });

  test('refuses a text that ends within a letter', async () => {
    await expect(readAll(await receive(utf8('a港').subarray(0, 3)))).rejects.toThrow('at offset 1');
  });
});
