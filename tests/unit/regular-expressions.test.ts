import { globSync } from 'node:fs';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';

import { listPatterns } from '../support/regular-expressions.ts';

// The same analysis on every machine, without any measure of time.
process.env.RECHECK_BACKEND = 'pure';
const untimed = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

const files = [...globSync('src/**/*.{ts,astro}'), 'astro.config.mjs'].sort();

/** @returns a text for which an expression takes quadratic time or more; undefined when there is none */
function findAttack(source: string, flags: string): string | undefined {
  const isNested = flags.includes('v');
  const result = checkSync(
    isNested ? withoutSetOperations(source) : source,
    isNested ? flags.replace('v', 'u') : flags,
    untimed,
  );
  if (result.status === 'unknown') throw new Error(`/${source}/${flags}: ${JSON.stringify(result.error)}`);
  return result.status === 'safe' ? undefined : `${result.complexity.summary}: ${result.attack.pattern}`;
}

/** Replaces the character classes of the flag `v` with equal ones of the flag `u`, since recheck does not know the former. */
function withoutSetOperations(source: string): string {
  let [result, depth, begin] = ['', 0, 0];
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (depth === 0 && sign !== '[') result += sign;
    if (sign === '\\') {
      at++;
      if (depth === 0) result += source[at];
    } else if (sign === '[') {
      if (depth === 0) begin = at;
      depth++;
    } else if (sign === ']' && --depth === 0) result += `[${rangesOf(source.slice(begin, at + 1))}]`;
  }
  return result;
}

function rangesOf(characterClass: string): string {
  const isIn = new RegExp(`^${characterClass}$`, 'v');
  const ranges: [first: number, last: number][] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    if (!isIn.test(String.fromCodePoint(code))) continue;
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const write = (code: number) => `\\u{${code.toString(16)}}`;
  return ranges.map(([first, last]) => `${write(first)}-${write(last)}`).join('');
}

describe('regular expressions', () => {
  test('that take quadratic time are recognized', () => {
    expect(findAttack(String.raw`\s+$`, '')).toContain('2nd degree');
    expect(findAttack(String.raw`^\n+|\s+$`, 'g')).toContain('2nd degree');
    expect(findAttack(String.raw`<[^>]*>`, '')).toContain('2nd degree');
    expect(findAttack(String.raw`^(?:a|a)*$`, '')).toContain('exponential');
    expect(findAttack(String.raw`[\p{L}--[a-z]]+$`, 'v')).toContain('2nd degree');
    expect(findAttack(String.raw`^\s+|a$`, '')).toBeUndefined();
    expect(findAttack(String.raw`^[\p{L}--[a-z]]+$`, 'v')).toBeUndefined();
  });

  test('are found: literals, those of components, and those made of others', () => {
    const found = files.flatMap(listPatterns);
    const has = (file: string, source: string) =>
      found.some((pattern) => pattern.position.startsWith(`${file}:`) && pattern.source.includes(source));
    expect(has('src/records/ledger/ledger.ts', '^\\n+')).toBe(true);
    expect(has('src/records/ledger/ledger.ts', '^(?:articles|people|')).toBe(true);
    expect(has('src/build/pages/Batch.astro', '^src')).toBe(true);
  });

  test.for(files)('of %s take time in proportion to the text', { timeout: 600_000 }, (file) => {
    const slow = listPatterns(file).flatMap(({ position, source, flags }) => {
      const attack = findAttack(source, flags);
      return attack === undefined ? [] : [`${position}: /${source}/${flags} (${attack})`];
    });
    expect(slow).toEqual([]);
  });
});
