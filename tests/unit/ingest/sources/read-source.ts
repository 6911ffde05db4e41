import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, expect } from 'vitest';

import { parseArchiveDate } from '../../../../src/records/date/archive-date.ts';
import { completeDraft } from '../../../../src/ingest/read/complete-draft.ts';
import { SourceError } from '../../../../src/ingest/sources/source-error.ts';
import type { Draft } from '../../../../src/ingest/drafts/draft.ts';
import type { Item, ReadItems, SourceOptions } from '../../../../src/ingest/sources/source.ts';

const usual: SourceOptions = { columns: new Map(), statuses: new Set(['publish']), languages: ['en'] };

/**
 * Makes ways to use a reader in a test file.
 *
 * @param format the folder of its fixtures
 * @param name what the file is called that the reader is given
 */
export function useReader(read: ReadItems, format: string, name: string) {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `dateline-${format}-`));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const pathOf = (fixture: string) => join(import.meta.dirname, '../../../fixtures/ingest', format, fixture);

  async function readFrom(
    path: string,
    options: Partial<SourceOptions> = {},
    called = name,
  ): Promise<Item[]> {
    const { size } = await stat(path);
    const items: Item[] = [];
    const settings = { ...usual, ...options };
    for await (const item of read({ name: called, path, size }, settings)) {
      // As `readItems` does for what is not an archive's own.
      const isOwn = item.kind !== 'draft' || format === 'dateline';
      items.push(isOwn ? item : { ...item, draft: completeDraft(item.draft, settings, undefined) });
    }
    return items;
  }

  async function readText(text: string | Uint8Array, options?: Partial<SourceOptions>): Promise<Item[]> {
    const path = join(folder, name);
    await writeFile(path, text);
    return readFrom(path, options);
  }

  return {
    readFrom,
    readText,
    readFixture: (fixture: string, options?: Partial<SourceOptions>) => readFrom(pathOf(fixture), options),
    /** The bytes of a fixture. */
    loadFixture: (fixture: string) => readFile(pathOf(fixture)),
    /**
     * Reads what may be anything. It has to end with items or with an error that says what is wrong.
     *
     * @returns the items; none when the whole was refused
     */
    async readAnything(text: string | Uint8Array): Promise<Item[]> {
      try {
        const items = await readText(text);
        items.forEach(expectSound);
        return items;
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError);
        return [];
      }
    },
  };
}

/** Whatever an item came of, the planner can rely on this. */
function expectSound(item: Item): void {
  if (item.kind === 'skipped') expect(item.reason).not.toBe('');
  if (item.kind === 'failed') {
    const { found, expected, fix, line } = item.failure;
    expect([found, expected, fix]).not.toContain('');
    expect(line).toBeGreaterThan(0);
  }
  if (item.kind !== 'draft') return;
  const { body, date, title = 'x', byline, terms, received } = item.draft;
  expect(body.trim()).not.toBe('');
  if (date !== undefined) expect(parseArchiveDate(date).edtf).toBe(date);
  for (const line of [title, ...byline, ...terms.map(({ name }) => name)]) {
    expect(line).toMatch(/^\S(?:[^\r\n]*\S)?$/u);
  }
  expect(received.bytes.length).toBeGreaterThan(0);
}

/** Files that have been damaged: parts are missing, others have come in, the end may be cut off. */
export function damaged(files: readonly Uint8Array[], scraps: readonly string[]): fc.Arbitrary<Buffer> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const scrap = fc.oneof(
    fc.constantFrom('', ...scraps),
    fc.string({ maxLength: 6 }),
    fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  );
  const cut = fc.record({ at: share, length: fc.nat(300), scrap });
  const damage = fc.record({
    file: fc.constantFrom(...files),
    cuts: fc.array(cut, { minLength: 1, maxLength: 4 }),
    end: fc.oneof(fc.constant(1), share),
  });
  return damage.map(({ file, cuts, end }) => {
    let bytes = Buffer.from(file.subarray(0, Math.floor(file.length * end)));
    for (const { at, length, scrap } of cuts) {
      const offset = Math.floor(at * bytes.length);
      const [before, after] = [bytes.subarray(0, offset), bytes.subarray(offset + length)];
      bytes = Buffer.concat([before, Buffer.from(scrap, 'latin1'), after]);
    }
    return bytes;
  });
}

/** The only one of some items. */
export function only(items: readonly Item[]): Item {
  const [first, ...others] = items;
  if (!first || others.length > 0) throw new Error(`There are ${items.length} items.`);
  return first;
}

/** What a draft says, without where it stands and what was received. */
export function saidBy(item: Item | undefined): Partial<Draft> {
  if (item?.kind !== 'draft') throw new Error(JSON.stringify(item));
  const { received, origin, ...said } = item.draft;
  return said;
}

/** What is kept of an item, as text. */
export function receivedOf(item: Item | undefined): string {
  if (item?.kind !== 'draft') throw new Error(JSON.stringify(item));
  return new TextDecoder().decode(item.draft.received.bytes);
}

/** What is wrong with an item, and where. */
export function failureOf(item: Item | undefined): string {
  if (item?.kind !== 'failed') throw new Error(JSON.stringify(item));
  const { line, column, found, expected, fix } = item.failure;
  return `${line}:${column}: found ${found}; expected ${expected}. ${fix}`;
}

/** What became of an item, in a line. */
export function describeItem(item: Item): string {
  const { origin } = item.kind === 'draft' ? item.draft : item.kind === 'failed' ? item.failure : item;
  const tellKind = () => {
    if (item.kind === 'draft') return 'draft';
    if (item.kind === 'skipped') return item.reason;
    if (item.kind === 'record') return 'record';
    const { line, column, found } = item.failure;
    return `${line}:${column} ${found}`;
  };
  return `${origin.item ?? 'the file'}, line ${origin.line}: ${tellKind()}`;
}
