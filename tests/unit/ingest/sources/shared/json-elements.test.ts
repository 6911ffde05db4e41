import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { listJsonElements } from '../../../../../src/ingest/sources/shared/json-elements.ts';

describe('listJsonElements', () => {
  test('gives each element as it is written, with the line on which it begins', () => {
    const text = '[\n  {"id": 1.0},\n\n  [2,\n 3], "four" , null,true,-1e+5\r\n]\n';
    expect(listJsonElements(text)).toEqual([
      { text: '{"id": 1.0}', line: 2 },
      { text: '[2,\n 3]', line: 4 },
      { text: '"four"', line: 5 },
      { text: 'null', line: 5 },
      { text: 'true', line: 5 },
      { text: '-1e+5', line: 5 },
    ]);
  });

  test('is not misled by brackets, quotes and backslashes within strings', () => {
    const elements = [String.raw`{"a": "]}, \"[{ \\"}`, String.raw`"\\"`, String.raw`["\\\"]"]`];
    expect(listJsonElements(`[${elements.join(', ')}]`).map(({ text }) => text)).toEqual(elements);
  });

  test('finds the array under a key of the top-level object only', () => {
    const text = '{"a": {"items": [9]}, "items": [\n1], "b": [8]}';
    expect(listJsonElements(text, 'items')).toEqual([{ text: '1', line: 2 }]);
  });

  test('takes the last of two equal keys, however they are written, as JSON.parse does', () => {
    const text = String.raw`{"items": [1], "\u0069tems": [2, 3]}`;
    expect(listJsonElements(text, 'items').map((element) => element.text)).toEqual(['2', '3']);
  });

  test.each([
    ['{}', 'items'],
    ['{"items": 5}', 'items'],
    ['{"items": [1], "items": "none"}', 'items'],
    ['[]', undefined],
    ['{"a": [1]}', undefined],
    ['"[1]"', undefined],
    ['', undefined],
    ['[1]', 'items'],
  ])('finds no element in %s under %s', (text, key) => {
    expect(listJsonElements(text, key)).toEqual([]);
  });

  test('gives the elements before the place where a text breaks', () => {
    expect(listJsonElements('[{"a": 1}, {"b": "2').map(({ text }) => text)).toEqual(['{"a": 1}']);
    expect(listJsonElements('[1, ,2]').map(({ text }) => text)).toEqual(['1']);
    expect(listJsonElements('{"a" [1]}', 'a')).toEqual([]);
  });

  test('needs no recursion for deep nesting', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(listJsonElements(`[${deep}, 1]`).map(({ text }) => text.length)).toEqual([400_000, 1]);
  });

  test('agrees with JSON.parse on any JSON text', () => {
    const options = { numRuns: 200 };
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.string(),
        fc.constantFrom(0, 1, '\t'),
        (values, key, indent) => {
          const parsed = (text: string, name?: string) =>
            listJsonElements(text, name).map((element) => JSON.parse(element.text) as unknown);
          const array = JSON.stringify(values, undefined, indent);
          expect(parsed(array)).toEqual(JSON.parse(array));
          const object = JSON.stringify(
            [
              ['a', [0]],
              [key, values],
              ['b', 0],
            ].map(([name, value]) => [name, value]),
          );
          const members = (JSON.parse(object) as [string, unknown][]).map(
            ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value, undefined, indent)}`,
          );
          const whole = `{${members.join(',')}}`;
          const expected = (JSON.parse(whole) as Record<string, unknown>)[key];
          expect(parsed(whole, key)).toEqual(Array.isArray(expected) ? expected : []);
        },
      ),
      options,
    );
  });

  test('ends for any text whatever', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'[]{}",:\\ 1a\n'), maxLength: 60 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(listJsonElements(text)).toBeInstanceOf(Array);
        expect(listJsonElements(text, 'a')).toBeInstanceOf(Array);
      }),
      { numRuns: 200 },
    );
  });
});
