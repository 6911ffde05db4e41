import { withAbsoluteUrls } from '../../markdown/absolute-urls.ts';
import { articleAddress, type LedgerEntry } from '../../records/ledger/ledger.ts';
import type { ArticleData, AuthorityData } from '../../records/schemas/schemas.ts';
import type { Site } from '../../records/schemas/site-schema.ts';
import { listTags, withTags } from '../../records/tags.ts';
import { findVocabulary, mapVocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import { digestOf } from '../../system/digest.ts';
import type { ArchiveInput } from '../create-archive.ts';
import type { StoredEntry } from '../article.ts';
import { createHosts, type Hosts } from '../hosts.ts';
import { createPaths, type Paths } from '../paths.ts';
import type { ArticleEntry, AuthorityEntry, FederatedArchive, RecordPage } from './federated.ts';
import { matchRecords, type MatchedRecords } from './match-records.ts';
import { mergeData } from './merge-data.ts';
import { MovedRendering, type KeyOf } from './moved-rendering.ts';

/** An archive of a federation, read and rendered. */
export interface FederatedInput {
  name: string;
  input: ArchiveInput;
}

/** What is needed of an archive while its entries are moved into the federation. */
interface Origin {
  archive: FederatedArchive;
  paths: Paths;
  hosts: Hosts;
  input: ArchiveInput;
  keyOf: KeyOf;
}

/** The id in a federation of an article of one of its archives. */
export function federatedId(archive: string, id: string): string {
  return `${archive}/${id}`;
}

/**
 * Merges archives into one, whose articles all stay where they are: each has the address of its page at its own archive. Of
 * what belongs to these pages, nothing is in the federation: withdrawn articles, former addresses, source texts, pictures,
 * printed pages, attachments. Records that are the same become one: see {@link matchRecords}, {@link mergeData}.
 *
 * @param own what the federation has of its own: its site and its colophon
 * @param archives in their order
 */
export function mergeArchives(own: ArchiveInput, archives: readonly FederatedInput[]): ArchiveInput {
  const matched = matchRecords(archives.map(({ name, input }) => ({ name, records: input.records })));
  const origins = archives.map(({ name, input }): Origin => {
    const moved = listMovedKeys(name, input, matched);
    const hosts = createHosts(input.site);
    return {
      archive: describeArchive(name, input.site),
      paths: createPaths(input.site.url, undefined, hosts),
      hosts,
      input,
      keyOf: (key) => moved.get(key) ?? key,
    };
  });
  const byName = new Map(origins.map((origin) => [origin.archive.name, origin]));
  return {
    ...own,
    articles: origins.flatMap((origin) =>
      origin.input.articles.flatMap((entry) => (entry.data.withdrawn ? [] : moveArticle(entry, origin))),
    ),
    records: mapVocabularies((vocabulary) => {
      const merged = matched.records[vocabulary].flatMap(({ id, sources }) => {
        const located = sources.flatMap(({ archive, entry }) => {
          const origin = byName.get(archive);
          return origin ? { entry, origin } : [];
        });
        return mergeRecord(id, vocabulary, located);
      });
      return markNamesakes(merged);
    }),
    ledger: origins.flatMap(moveLedger),
    federated: origins.map(({ archive }) => archive),
  };
}

function describeArchive(name: string, { title, description, language, url }: Site): FederatedArchive {
  const { canonical, home } = createPaths(url);
  return { name, title, description, language, url: canonical(home) };
}

/** Lists the keys of an archive's records that are others in the federation: most stay as they are. */
function listMovedKeys(
  archive: string,
  { records }: ArchiveInput,
  { idOf }: MatchedRecords<StoredEntry<AuthorityData>>,
): ReadonlyMap<string, string> {
  const moved = Object.entries(records).flatMap(([name, entries]) =>
    entries.flatMap(({ id }): [string, string][] => {
      const own = idOf(archive, name as VocabularyName, id);
      return own === id ? [] : [[`${name}/${id}`, `${name}/${own}`]];
    }),
  );
  return new Map(moved);
}

function moveId({ keyOf }: Origin, vocabulary: VocabularyName, id: string): string {
  return keyOf(`${vocabulary}/${id}`).slice(vocabulary.length + 1);
}

function moveArticle(
  { id, digest, data, rendered }: StoredEntry<ArticleData>,
  origin: Origin,
): ArticleEntry<ArticleData> {
  const { archive, paths, input } = origin;
  const tags = mapVocabularies((name, vocabulary) => [
    ...new Set(listTags(data, vocabulary).map((tag) => moveId(origin, name, tag))),
  ]);
  const { file: _, sha256: __, ...source } = data.source ?? {};
  const moved: ArticleData = withTags(
    {
      ...data,
      ...(data.source && { source }),
      language: data.language ?? input.site.language,
      pictures: [],
      facsimiles: [],
      attachments: [],
      formerIds: [],
      formerUrls: [],
    },
    tags,
  );
  const rendering = rendered && new MovedRendering(rendered, origin.keyOf);
  const keys = Object.keys((rendered?.metadata?.evidence ?? {}) as object);
  return {
    id: federatedId(archive.name, id),
    digest: digestOf([digest, moved, keys.map(origin.keyOf), archive]),
    data: moved,
    rendered: rendering,
    holding: { archive, href: paths.canonical(paths.article(id)) },
  };
}

function mergeRecord(
  id: string,
  vocabulary: VocabularyName,
  sources: readonly { entry: StoredEntry<AuthorityData>; origin: Origin }[],
): AuthorityEntry<AuthorityData>[] {
  const [first, ...others] = sources;
  if (!first) return [];
  const dataOf = ({ entry, origin }: typeof first) => moveReferences(entry.data, id, vocabulary, origin);
  const data = mergeData([dataOf(first), ...others.map(dataOf)]);
  const pages = sources.map(({ entry, origin: { archive, paths } }): RecordPage => ({
    archive,
    href: paths.canonical(paths.record(`${vocabulary}/${entry.id}`)),
    name: entry.data.name,
  }));
  const { language } = first.origin.archive;
  const noted = sources.findIndex(({ entry }) => entry.rendered?.html);
  return [
    {
      id,
      digest: digestOf([sources.map(({ entry }) => entry.digest), data, pages]),
      data,
      rendered: noteOf(sources[noted], pages[noted], language),
      origin: { pages, language, isNamesake: false },
    },
  ];
}

/** In an archive of its own, each name is told from others by who looks after it; here nobody has compared them. */
function markNamesakes(records: readonly AuthorityEntry<AuthorityData>[]): AuthorityEntry<AuthorityData>[] {
  const byName = Map.groupBy(records, ({ data }) => data.name);
  return records.map((record) => {
    const isNamesake = (byName.get(record.data.name)?.length ?? 0) > 1;
    return isNamesake && record.origin ? { ...record, origin: { ...record.origin, isNamesake } } : record;
  });
}

/** The notes of one archive, with links that lead there; in another language than the description's they say so. */
function noteOf(
  source: { entry: StoredEntry<AuthorityData>; origin: Origin } | undefined,
  page: RecordPage | undefined,
  language: string,
): StoredEntry<AuthorityData>['rendered'] {
  if (!source?.entry.rendered || !page) return undefined;
  const html = withAbsoluteUrls(source.entry.rendered.html, page.href, source.origin.hosts.locate);
  const own = page.archive.language;
  return { html: own === language ? html : `<div lang="${own}">${html}</div>` };
}

/** A record's data, in which other records are named by their ids in the federation; none refers to itself. */
function moveReferences(
  data: AuthorityData,
  own: string,
  vocabulary: VocabularyName,
  origin: Origin,
): AuthorityData {
  const moved: Record<string, unknown> = { ...data };
  for (const [key, of] of Object.entries(findVocabulary(vocabulary).references)) {
    const value = moved[key] as string | readonly string[] | undefined;
    const ids = [value ?? []].flat().map((id) => moveId(origin, of as VocabularyName, id));
    const others = [...new Set(ids)].filter((id) => of !== vocabulary || id !== own);
    if (Array.isArray(value)) moved[key] = others;
    else if (others[0] === undefined) delete moved[key];
    else moved[key] = others[0];
  }
  return moved as unknown as AuthorityData;
}

/** The lines that tell when articles were last changed; of other addresses there is none here. */
function moveLedger({ archive, input }: Origin): LedgerEntry[] {
  const moved = new Map(
    input.articles.map(({ id }) => [articleAddress(id), articleAddress(federatedId(archive.name, id))]),
  );
  return input.ledger.flatMap((line) => {
    const path = moved.get(line.path);
    return path === undefined ? [] : { ...line, path };
  });
}
