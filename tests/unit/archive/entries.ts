import type { z } from 'astro/zod';

import type { Archive } from '../../../src/archive/archive.ts';
import { createArchive } from '../../../src/archive/create-archive.ts';
import type { StoredEntry } from '../../../src/archive/article.ts';
import {
  articleSchema,
  authoritySchemas,
  type ArticleData,
  type AuthorityData,
} from '../../../src/records/schemas/schemas.ts';
import { type Site } from '../../../src/records/schemas/site-schema.ts';
import type { MediaFile } from '../../../src/records/media/inspect-media.ts';
import type { VocabularyName } from '../../../src/records/vocabularies.ts';

type ArticleInput = Partial<z.input<typeof articleSchema>>;
type RecordInput = Record<string, unknown>;

/** What an archive is made of, as short as can be: articles by id, records by id in each vocabulary. */
export interface Contents {
  site?: Partial<Site>;
  /** The addresses that were published, as in the ledger. */
  published?: readonly string[];
  /** What is known of pictures and attachments, by their paths below `media/`. */
  media?: ReadonlyMap<string, MediaFile>;
  articles?: Readonly<Record<string, ArticleInput>>;
  records?: Readonly<Partial<Record<VocabularyName, Readonly<Record<string, RecordInput>>>>>;
}

/** An article's entry; what it does not say is empty, and without a date it is undated. */
export function articleEntry(id: string, input: ArticleInput): StoredEntry<ArticleData> {
  const filled = { title: id, people: [], places: [], topics: [], ...input };
  const data = articleSchema.parse(input.date === undefined ? { ...filled, undated: true } : filled);
  return { id, digest: JSON.stringify([id, data]), data };
}

/** A record's entry; it goes by its id when it has no name. */
function recordEntry(
  vocabulary: VocabularyName,
  id: string,
  input: RecordInput = {},
): StoredEntry<AuthorityData> {
  const data = authoritySchemas[vocabulary].parse({ name: id, description: 'Invented', ...input });
  return { id, digest: JSON.stringify([id, data]), data };
}

/** Makes an archive of its contents; every date's article may be written as `{ id: { date } }`. */
export function makeArchive({
  site,
  articles = {},
  records = {},
  published = [],
  media = new Map(),
}: Contents): Archive {
  const entriesOf = (name: VocabularyName) =>
    Object.entries(records[name] ?? {}).map(([id, input]) => recordEntry(name, id, input));
  return createArchive({
    site: {
      title: 'The Harbour Archive',
      description: 'Invented',
      language: 'en',
      url: 'https://example.org/',
      ...site,
    },
    about: undefined,
    ledger: published.map((path) => ({ path, date: '2021-07-18' })),
    media,
    articles: Object.entries(articles).map(([id, input]) => articleEntry(id, input)),
    records: {
      people: entriesOf('people'),
      places: entriesOf('places'),
      organizations: entriesOf('organizations'),
      topics: entriesOf('topics'),
      publications: entriesOf('publications'),
    },
  });
}

/** The ids of articles or records, in their order. */
export function ids(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id);
}
