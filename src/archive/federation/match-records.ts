import type { AuthorityData } from '../../records/schemas/schemas.ts';
import { mapVocabularies, type VocabularyName } from '../../records/vocabularies.ts';

/** What is needed of a record to find those that are the same. */
interface MatchedEntry {
  readonly id: string;
  readonly data: Pick<AuthorityData, 'sameAs' | 'replacedBy'>;
}

/** The records of an archive of a federation. */
export interface MatchedArchive<Entry extends MatchedEntry> {
  name: string;
  records: Readonly<Record<VocabularyName, readonly Entry[]>>;
}

/** A record of a federation: what its archives have of the same person, place … */
interface MatchedRecord<Entry extends MatchedEntry> {
  id: string;
  /** In the order of the archives; none that was merged into another one. */
  sources: readonly { archive: string; entry: Entry }[];
}

/** The records of a federation. */
export interface MatchedRecords<Entry extends MatchedEntry> {
  records: Record<VocabularyName, readonly MatchedRecord<Entry>[]>;
  /** The id in the federation of an archive's record. */
  idOf(archive: string, vocabulary: VocabularyName, id: string): string;
}

/** A record of one archive, with the archive's name. */
interface Source<Entry extends MatchedEntry> {
  archive: string;
  entry: Entry;
}

/**
 * Finds the records of several archives that are the same: those of one vocabulary that have an address in `sameAs` in
 * common, with each other or each with a third. Of others it is not known, even if they have the same name. A record that
 * was merged into another (`replacedBy`) is the same as that.
 *
 * The first archive that has a record gives it its id. Where another record has that already, the name of the archive is
 * added: `jane-doe-herald`.
 */
export function matchRecords<Entry extends MatchedEntry>(
  archives: readonly MatchedArchive<Entry>[],
): MatchedRecords<Entry> {
  const ids = new Map<string, string>();
  const keyOf = (archive: string, vocabulary: VocabularyName, id: string) => `${archive}:${vocabulary}/${id}`;
  const records = mapVocabularies((name) => {
    const sources = archives.flatMap((archive) =>
      archive.records[name].map((entry): Source<Entry> => ({ archive: archive.name, entry })),
    );
    const given = new Set(sources.map(({ entry }) => entry.id));
    const taken = new Set<string>();
    return groupSame(sources).map((group): MatchedRecord<Entry> => {
      const inUse = group.filter(({ entry }) => entry.data.replacedBy === undefined);
      const [{ archive, entry }] = (inUse.length > 0 ? inUse : group) as [Source<Entry>];
      const id = chooseId(
        entry.id,
        archive,
        (each) => !taken.has(each) && (each === entry.id || !given.has(each)),
      );
      taken.add(id);
      for (const each of group) ids.set(keyOf(each.archive, name, each.entry.id), id);
      return { id, sources: inUse };
    });
  });
  return { records, idOf: (archive, vocabulary, id) => ids.get(keyOf(archive, vocabulary, id)) ?? id };
}

/** Groups records that are the same, in the order of their first ones (union–find). */
function groupSame<Entry extends MatchedEntry>(sources: readonly Source<Entry>[]): Source<Entry>[][] {
  const parents = sources.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    // The next search has a shorter way.
    for (let at = index; at !== root;) [at, parents[at]] = [parents[at] ?? root, root];
    return root;
  };
  const seen = new Map<string, number>();
  const join = (key: string, index: number) => {
    const [a, b] = [rootOf(seen.get(key) ?? index), rootOf(index)];
    parents[Math.max(a, b)] = Math.min(a, b);
    if (!seen.has(key)) seen.set(key, index);
  };
  for (const [index, { archive, entry }] of sources.entries()) {
    const { sameAs, replacedBy } = entry.data;
    for (const address of sameAs) join(identifyAddress(address), index);
    join(`${archive}:${replacedBy ?? entry.id}`, index);
  }
  return [...Map.groupBy(sources.keys(), rootOf).values()].map((indexes) =>
    indexes.flatMap((index) => sources[index] ?? []),
  );
}

/**
 * Identifies what an address of an authority file stands for. Its scheme and a slash at its end say nothing, and Wikidata has
 * a page and an entity of each thing.
 *
 * @example
 * identifyAddress('http://www.wikidata.org/entity/Q42') // 'wikidata.org/Q42', as of https://www.wikidata.org/wiki/Q42
 */
export function identifyAddress(address: string): string {
  const { host, pathname, search, hash } = new URL(address);
  const place = host.replace(/^www\./, '') + pathname.replace(/\/$/, '');
  return place.replace(/^(?:m\.)?wikidata\.org\/(?:wiki|entity)\//, 'wikidata.org/') + search + hash;
}

function chooseId(own: string, archive: string, isFree: (id: string) => boolean): string {
  if (isFree(own)) return own;
  const base = `${own}-${archive}`;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (isFree(id)) return id;
  }
}
