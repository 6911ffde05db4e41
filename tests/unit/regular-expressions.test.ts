import { globSync } from 'node:fs';
import { check, type Diagnostics } from 'recheck';
import { describe, expect, test } from 'vitest';

import { isPlain } from '../support/plain-expressions.ts';
import { listPatterns, type Pattern } from '../support/regular-expressions.ts';

// The same analysis on every machine, without any measure of time. It is done by recheck's program for the machine where
// there is one, which takes a quarter of the time of its JavaScript.
const untimed = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

// The demonstration reads only its own texts.
const files = [
  ...globSync('src/!(demo)/**/*.{ts,astro}'),
  ...globSync('src/*.ts'),
  'astro.config.mjs',
].sort();

/** The expressions of each file. */
const patterns = new Map<string, Pattern[]>();

function patternsOf(file: string): Pattern[] {
  const listed = patterns.get(file) ?? listPatterns(file);
  patterns.set(file, listed);
  return listed;
}

/** What is known of each expression: several files have the same. */
const results = new Map<string, Promise<Diagnostics>>();

function analyse(source: string, flags: string): Promise<Diagnostics> {
  const known = results.get(`/${source}/${flags}`);
  if (known) return known;
  const isNested = flags.includes('v');
  const result = check(
    isNested ? withoutSetOperations(source) : source,
    isNested ? flags.replace('v', 'u') : flags,
    untimed,
  );
  results.set(`/${source}/${flags}`, result);
  return result;
}

/** @returns a text for which an expression takes quadratic time or more; undefined when there is none */
async function findAttack(source: string, flags: string): Promise<string | undefined> {
  // Three of four, which take half of the time.
  if (isPlain(source, flags)) return undefined;
  const result = await analyse(source, flags);
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
  test('that take quadratic time are recognized', async () => {
    expect(await findAttack(String.raw`\s+$`, '')).toContain('2nd degree');
    expect(await findAttack(String.raw`^\n+|\s+$`, 'g')).toContain('2nd degree');
    expect(await findAttack(String.raw`<[^>]*>`, '')).toContain('2nd degree');
    expect(await findAttack(String.raw`^(?:a|a)*$`, '')).toContain('exponential');
    expect(await findAttack(String.raw`[\p{L}--[a-z]]+$`, 'v')).toContain('2nd degree');
    expect(await findAttack(String.raw`^\s+|a$`, '')).toBeUndefined();
    expect(await findAttack(String.raw`^[\p{L}--[a-z]]+$`, 'v')).toBeUndefined();
  });

  test('are not analysed where their form alone says that they take time in proportion to the text', () => {
    const plain = [
      '^a[)|(]*b?$',
      'a{2,9}(?:b|c{0,20})?\\(',
      '(?<=\\d{1,9})x',
      '^(?!\\.)[^/]+(?<![ .])$',
      '^\\.(?!.*\\.md$)',
    ];
    expect(plain.filter((source) => !isPlain(source, 'u'))).toEqual([]);
    expect(isPlain('^[^a]*$', 'm')).toBe(false);
    const others = [
      '\\s+$',
      'a+',
      '^\\n+|\\s+$',
      '^a|b+$',
      '(?:^|b)a+c',
      '\\^a+$',
      '[^]a+$',
      '(?:a|a){30}',
      '(a{0,200}){0,9}',
    ];
    const repeated = [
      '^a*a*$',
      '^(?:a|a)*$',
      '^(?:a*|b){2}$',
      '^(?=a*)b*$',
      '^(a{1,9})\\1$',
      '^(?<a>a{1,9})\\k<a>$',
    ];
    expect([...others, ...repeated].filter((source) => isPlain(source, ''))).toEqual([]);
  });

  test('are found: literals, those of components, and those made of others', () => {
    const found = files.flatMap(patternsOf);
    const has = (file: string, source: string) =>
      found.some((pattern) => pattern.position.startsWith(`${file}:`) && pattern.source.includes(source));
    expect(has('src/records/ledger/ledger.ts', '^\\n+')).toBe(true);
    expect(has('src/records/ledger/ledger.ts', '^(?:articles|people|')).toBe(true);
    expect(has('src/build/pages/Batch.astro', '^src')).toBe(true);
  });

  test.for(files)('of %s take time in proportion to the text', { timeout: 600_000 }, async (file) => {
    const slow: string[] = [];
    for (const { position, source, flags } of patternsOf(file)) {
      const attack = await findAttack(source, flags);
      if (attack !== undefined) slow.push(`${position}: /${source}/${flags} (${attack})`);
    }
    expect(slow).toEqual([]);
  });
});
