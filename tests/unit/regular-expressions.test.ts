import { hash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { check, type Diagnostics } from 'recheck';
import recheck from 'recheck/package.json' with { type: 'json' };
import { afterAll, describe, expect, test } from 'vitest';

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
  const result = await analyse(source, flags);
  if (result.status === 'unknown') throw new Error(`/${source}/${flags}: ${JSON.stringify(result.error)}`);
  return result.status === 'safe' ? undefined : `${result.complexity.summary}: ${result.attack.pattern}`;
}

// The analysis takes minutes, and says the same of an expression each time: those that it has found to be safe are in a file, by
// their digests, below the version of recheck. `HOSTILE=all` analyses all of them again, and writes the file.
const safeFile = new URL('../fixtures/safe-expressions.txt', import.meta.url);
const isComplete = process.env.HOSTILE === 'all';
const [version, ...listed] = readFileSync(safeFile, 'utf8').trim().split('\n');
const knownAsSafe = new Set(isComplete || version !== recheck.version ? [] : listed);
const foundSafe = new Set<string>();
/** Files that were looked through. */
let done = 0;

const digest = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>) =>
  hash('sha256', `/${source}/${flags}`).slice(0, 16);

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
  afterAll(() => {
    if (isComplete && done === files.length)
      writeFileSync(safeFile, `${[recheck.version, ...[...foundSafe].sort()].join('\n')}\n`);
  });

  test('that take quadratic time are recognized', async () => {
    expect(await findAttack(String.raw`\s+$`, '')).toContain('2nd degree');
    expect(await findAttack(String.raw`^\n+|\s+$`, 'g')).toContain('2nd degree');
    expect(await findAttack(String.raw`<[^>]*>`, '')).toContain('2nd degree');
    expect(await findAttack(String.raw`^(?:a|a)*$`, '')).toContain('exponential');
    expect(await findAttack(String.raw`[\p{L}--[a-z]]+$`, 'v')).toContain('2nd degree');
    expect(await findAttack(String.raw`^\s+|a$`, '')).toBeUndefined();
    expect(await findAttack(String.raw`^[\p{L}--[a-z]]+$`, 'v')).toBeUndefined();
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
    for (const pattern of patternsOf(file)) {
      const { position, source, flags } = pattern;
      if (knownAsSafe.has(digest(pattern))) continue;
      const attack = await findAttack(source, flags);
      if (attack === undefined) foundSafe.add(digest(pattern));
      else slow.push(`${position}: /${source}/${flags} (${attack})`);
    }
    expect(slow).toEqual([]);
    done++;
  });
});
