import type { Cache } from '../../system/cache.ts';
import { openGrowingTable } from '../../system/growing-table.ts';
import { digestModules } from '../../system/module-digest.ts';
import { createSharing } from '../../system/share-values.ts';
import { aboutSchema, articleSchema, authoritySchemas } from '../schemas/schemas.ts';
import type { RecordKind } from '../schemas/json-schema.ts';
import type { ReadRecord, RecordSchema } from './read-record.ts';

/** The collections of Markdown files with frontmatter, by folder, and the single file `about.md`. */
export type MarkdownRecordKind = Exclude<RecordKind, 'site'>;

/** The frontmatter schema of each collection. */
export const recordSchemas: Readonly<Record<MarkdownRecordKind, RecordSchema<unknown>>> = {
  articles: articleSchema,
  about: aboutSchema,
  ...authoritySchemas,
};

/** The part of a valid record that is slow to read: its frontmatter, parsed and validated. */
export interface ParsedFrontmatter {
  data: unknown;
  /** Where the text below the frontmatter begins, in UTF-16 code units. */
  bodyStart: number;
  /** Whether there is nothing but white space in that text. */
  isEmpty: boolean;
}

/** What is kept of a record that was read; undefined for one with problems. */
export function parsedFrontmatter({
  data,
  bodyStart,
  isEmpty,
  problems,
}: ReadRecord<unknown>): ParsedFrontmatter | undefined {
  return data === undefined || bodyStart === undefined || isEmpty === undefined || problems.length > 0
    ? undefined
    : { data, bodyStart, isEmpty };
}

/** The parsed frontmatter of valid records, by collection and digest of the file. */
export interface FrontmatterCache {
  /** The number of entries from earlier runs. */
  size: number;
  find(collection: MarkdownRecordKind, digest: string): ParsedFrontmatter | undefined;
  add(collection: MarkdownRecordKind, digest: string, frontmatter: ParsedFrontmatter): void;
  /** Saves what was found or added in this run, and drops everything else. */
  save(): Promise<void>;
}

/** Opens the cache. It has only entries that the same code has parsed. */
export async function openFrontmatterCache(cache: Cache): Promise<FrontmatterCache> {
  const code = digestModules(
    new URL('./frontmatter-cache.ts', import.meta.url),
    new URL('./read-record.ts', import.meta.url),
  );
  const keyOf = (collection: MarkdownRecordKind, digest: string) => `${code}-${collection}-${digest}`;
  const table = openGrowingTable<ParsedFrontmatter>(cache, 'frontmatter');
  const isOwn = (key: string) => key.startsWith(code);
  const known = await table.read(isOwn);
  // What other caches have stays there.
  const elsewhere = await table.findStored(isOwn);
  const share = createSharing();
  const used = new Map<string, ParsedFrontmatter>();
  return {
    size: known.size + elsewhere.size,
    find(collection, digest) {
      const key = keyOf(collection, digest);
      const frontmatter = known.get(key);
      if (frontmatter) used.set(key, frontmatter);
      return frontmatter ?? share(elsewhere.get(key)?.read());
    },
    add(collection, digest, frontmatter) {
      used.set(keyOf(collection, digest), frontmatter);
    },
    async save() {
      const isSame = used.size === known.size && used.keys().every((key) => known.has(key));
      // What cannot be saved is parsed again.
      if (!isSame) await table.write(used).catch(() => undefined);
    },
  };
}
