import { decode, encode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CborError, CborReader, CborWriter } from '../../../../src/search/pagefind/cbor.ts';
import { readItem, writeItem, type CborItem } from '../../../../src/search/pagefind/cbor-items.ts';

/** Integers of every length that a head can have (RFC 8949, section 3). */
const integer = fc.oneof(
  fc.constantFrom(0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, -1, -24, -25, -257),
  fc.maxSafeInteger(),
);

const item = fc.letrec<{ item: CborItem }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 4 },
    integer,
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(tie('item'), { maxLength: 30 }),
  ),
})).item;

function written(item: CborItem): Uint8Array {
  const writer = new CborWriter();
  writeItem(writer, item);
  return writer.take();
}

describe('CBOR', () => {
  test('is written as another encoder writes it', () => {
    fc.assert(
      fc.property(item, (each) => {
        expect([...written(each)]).toEqual([...encode(each)]);
      }),
    );
  });

  test('is read as another decoder reads it', () => {
    fc.assert(
      fc.property(item, (each) => {
        const bytes = encode(each);
        expect(readItem(new CborReader(bytes))).toEqual(decode(bytes));
      }),
    );
  });

  test('is passed over to the byte at which the next item begins', () => {
    fc.assert(
      fc.property(item, (each) => {
        const reader = new CborReader(Buffer.concat([encode(each), encode(7)]));
        reader.skipItem();
        expect(reader.readUnsigned()).toBe(7);
      }),
    );
  });

  test('can be copied in encoded form, however long it is', () => {
    const long = 'x'.repeat(100_000);
    const writer = new CborWriter();
    writer.writeArray(2);
    writer.copy(encode(long));
    writer.writeInteger(1);
    expect(decode(writer.take())).toEqual([long, 1]);
    writeItem(writer, 'next');
    expect(decode(writer.take())).toBe('next');
  });

  test.each([
    ['a text where an array should be', encode('text')],
    ['a number that is no integer', encode(0.5)],
    ['a list of unknown length', Uint8Array.of(0x9f, 0xff)],
    ['nothing', new Uint8Array()],
  ])('is refused when there is %s', (_what, bytes) => {
    expect(() => new CborReader(bytes).readArray()).toThrow(CborError);
  });

  test('is refused when it ends within an item', () => {
    for (const bytes of [encode('text'), encode([1, [2, 'x']])]) {
      expect(() => readItem(new CborReader(bytes.subarray(0, -1)))).toThrow(CborError);
    }
  });
});
