import type { Cache } from '../../system/cache.ts';
import { digestModules } from '../../system/module-digest.ts';
import { aboutSchema, articleSchema, authoritySchemas } from '../schemas/schemas.ts';
import type { VocabularyName } from '../vocabularies.ts';
import type { RecordSchema } from './read-record.ts';

/** The kinds of records that are Markdown files with frontmatter: by their folder, or by their file. */
export type CollectionName = 'articles' | 'about' | VocabularyName;

/** The schema of the frontmatter of each kind of record. */
export const recordSchemas: Readonly<Record<CollectionName, RecordSchema<unknown>>> = {
  articles: articleSchema,
  about: aboutSchema,
  ...authoritySchemas,
};

/** What takes long to read of a valid record: its frontmatter, parsed and checked by the schema. */
export interface ParsedFrontmatter {
  data: unknown;
  /** Where the text below the frontmatter begins, in UTF-16 code units. */
  bodyStart: number;
}

/** The parsed frontmatter of valid records, by their kind and the digest of their file. */
export interface FrontmatterCache {
  /** How many records earlier runs have parsed. */
  size: number;
  find(kind: CollectionName, digest: string): ParsedFrontmatter | undefined;
  add(kind: CollectionName, digest: string, frontmatter: ParsedFrontmatter): void;
  /** Keeps what was found or added, and nothing else, for the next run. */
  save(): Promise<void>;
}

/** Opens what earlier runs have parsed with the same code. */
export async function openFrontmatterCache(cache: Cache): Promise<FrontmatterCache> {
  const code = digestModules(
    new URL('./frontmatter-cache.ts', import.meta.url),
    new URL('./read-record.ts', import.meta.url),
  );
  const keyOf = (kind: CollectionName, digest: string) => `${code}-${kind}-${digest}`;
  const table = cache.table<ParsedFrontmatter>('frontmatter');
  const known = await table.read((key) => key.startsWith(code));
  const used = new Map<string, ParsedFrontmatter>();
  return {
    size: known.size,
    find(kind, digest) {
      const key = keyOf(kind, digest);
      const frontmatter = known.get(key);
      if (frontmatter) used.set(key, frontmatter);
      return frontmatter;
    },
    add(kind, digest, frontmatter) {
      used.set(keyOf(kind, digest), frontmatter);
    },
    async save() {
      const isSame = used.size === known.size && used.keys().every((key) => known.has(key));
      if (!isSame) await table.write(used);
    },
  };
}
