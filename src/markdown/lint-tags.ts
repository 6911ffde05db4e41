import { normalizeName } from '../records/normalize-name.ts';
import type { ArchiveContent, Entry } from '../records/read/read-archive.ts';
import type { ArticleData } from '../records/schemas/schemas.ts';
import { listTagKeys } from '../records/tags.ts';
import { vocabularies, type VocabularyName } from '../records/vocabularies.ts';
import { createSharedNameFinder, type FoundSharedName, type NamedRecord } from './name-finder.ts';
import { createNamesakeFinder, type Namesake } from './namesakes.ts';
import { readRunningText } from './running-text.ts';
import { findSimilarRecords, type SimilarRecords } from './similar-records.ts';

/** A record that articles name in their texts. */
export interface TagRecord extends NamedRecord {
  vocabulary: VocabularyName;
  /** One of its vocabulary, in a sentence: `person`. */
  singular: string;
  id: string;
}

/** A name in an article's text that belongs to none of its tags. */
export interface UntaggedName {
  article: Entry<ArticleData>;
  /** The name as written in the text. */
  name: string;
  /** Its offset in the article's Markdown, in UTF-16 code units. */
  offset: number;
  /** The records that have the name; several when it is ambiguous. */
  records: readonly TagRecord[];
}

/** A tag whose record the article's text does not name. */
export interface UnnamedTag {
  article: Entry<ArticleData>;
  record: TagRecord;
}

/** A name that several records share. */
export interface SharedName {
  name: string;
  /** In the order of the vocabularies. */
  records: readonly TagRecord[];
}

/** Possible mistakes in the tags of an archive. */
export interface TagFindings {
  untagged: UntaggedName[];
  unnamed: UnnamedTag[];
  shared: SharedName[];
  similar: SimilarRecords[];
  namesakes: Namesake[];
}

/**
 * Compares the tags of an archive with the names in its texts, which it finds by the same rules as the rendering. Only
 * vocabularies whose records are named in texts are checked; replaced records and withdrawn articles are ignored. For each
 * record only its first name in an article is reported.
 */
export function lintTags(content: ArchiveContent): TagFindings {
  const records = listRecords(content);
  const byKey = new Map(records.map((record) => [record.key, record]));
  const findNames = createSharedNameFinder(records);
  const namesakes = createNamesakeFinder();
  const findings: TagFindings = {
    untagged: [],
    unnamed: [],
    shared: findSharedNames(records),
    similar: findSimilarRecords(records),
    namesakes: namesakes.found,
  };
  for (const article of content.articles) {
    if (article.data.withdrawn) continue;
    const texts = readRunningText(article.body);
    const language = article.data.language ?? content.site.language;
    const tags = listTagKeys(article.data).flatMap((key) => byKey.get(key) ?? []);
    const tagged = new Set(tags.map(({ key }) => key));

    // As in the rendering, a longer name without a tag does not hide the name of a tag.
    const findTags = createSharedNameFinder(tags);
    const named = new Set(
      [...texts.map(({ text }) => text), ...listCaptions(article.data)].flatMap((text) =>
        findTags(text, language).flatMap(({ keys, isPart }) => (isPart ? [] : keys)),
      ),
    );
    for (const record of tags) if (!named.has(record.key)) findings.unnamed.push({ article, record });

    const untagged = texts.flatMap(({ text, offsetOf }) => {
      const names = findNames(text, language);
      namesakes.add(article, tags, { text, offsetOf }, names);
      return names
        .filter(({ keys, isPart }) => !isPart && !keys.some((key) => tagged.has(key)))
        .map((found) => ({ ...found, name: text.slice(found.start, found.end), offsetOf }));
    });
    for (const { keys, name, start, offsetOf } of takeFirst(untagged)) {
      const owners = keys.flatMap((key) => byKey.get(key) ?? []);
      findings.untagged.push({ article, name, offset: offsetOf(start), records: owners });
    }
  }
  return findings;
}

function listRecords({ vocabularies: records }: ArchiveContent): TagRecord[] {
  return vocabularies.flatMap(({ name: vocabulary, singular, named, hyphenJoins }) =>
    (named ? records[vocabulary] : [])
      .filter(({ data }) => data.replacedBy === undefined)
      .map(({ id, data }) => {
        const names = [data.name, ...data.variants];
        return { key: `${vocabulary}/${id}`, names, hyphenJoins, vocabulary, singular, id };
      }),
  );
}

/** A name that only a caption has is named, too. Untagged names are looked for in the text. */
function listCaptions({ pictures }: ArticleData): string[] {
  return pictures.flatMap(({ caption }) => caption ?? []);
}

/** The first name of each record; a name of several records only when none of them has one of its own. */
function takeFirst<Found extends FoundSharedName>(names: readonly Found[]): Found[] {
  const reported = new Set<string>();
  const own = names.filter(({ keys }) => keys.length === 1);
  const shared = names.filter(({ keys }) => keys.length > 1);
  return [...own, ...shared].filter(({ keys }) => {
    if (keys.some((key) => reported.has(key))) return false;
    for (const key of keys) reported.add(key);
    return true;
  });
}

function findSharedNames(records: readonly TagRecord[]): SharedName[] {
  const byName = new Map<string, TagRecord[]>();
  for (const record of records) {
    for (const name of new Set(record.names.map(normalizeName)))
      byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  return Array.from(byName, ([name, owners]) => ({ name, records: owners })).filter(
    (shared) => shared.records.length > 1,
  );
}
