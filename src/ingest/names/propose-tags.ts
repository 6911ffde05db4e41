import { createSharedNameFinder, type FoundSharedName } from '../../markdown/names.ts';
import { foldName } from '../../records/fold-name.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { mapVocabularies, vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import { commonWords } from './common-words.ts';
import type { Term } from '../drafts/draft.ts';
import { isStub } from '../plan/stub-record.ts';

/** The ids that an article is tagged with. */
export type Tags = Record<VocabularyName, string[]>;

/** A name in a text of which a person has to say whose it is. */
export interface Doubt {
  name: string;
  /** Whose it may be: `people/wang-yi`. */
  records: readonly string[];
  /** Why it is not taken: completes "… is". */
  reason: 'a name of several records' | 'a word too';
}

/** What is proposed for an article. */
interface Proposal {
  tags: Tags;
  doubts: Doubt[];
  /** Names that the source gives and no record has. */
  unmatched: Term[];
}

/** An authority record that is made during the run. */
export type NewRecord = NamedRecord;

/** An authority record, by the names that it goes by. */
interface NamedRecord {
  vocabulary: VocabularyName;
  id: string;
  names: readonly string[];
}

/** Records by their names as {@link foldTerm} has them. */
type NameIndex = Map<string, NamedRecord[]>;

/** Proposes tags by the archive's own authority records. */
export interface TagProposer {
  /**
   * Finds the names that a text says, by the rules by which the rendering finds evidence: so what is proposed has
   * evidence. A name of one record is a tag; a name of several, or one word that is a common one too, is a doubt,
   * unless the text has another name of that record.
   *
   * @param texts the title, and the passages of the text (see `readRunningText`)
   * @param terms names that the source gives; matched whole, whatever their case
   * @param create makes a record of a name that none has, or declines
   */
  propose(
    texts: readonly string[],
    terms: readonly Term[],
    create: (term: Term) => NewRecord | undefined,
  ): Proposal;
}

/**
 * @param content the archive as it is. Names of records that were replaced are those of the records that replace them when
 *   a source gives them; in texts they are not looked for, nor are those of records that nobody has described yet
 */
export function createTagProposer({ vocabularies: known }: ArchiveContent): TagProposer {
  const sought: NamedRecord[] = [];
  const byName: NameIndex = new Map();
  const byFormerName: NameIndex = new Map();
  for (const kind of vocabularies) {
    for (const { id, data } of known[kind.name]) {
      const isInUse = data.replacedBy === undefined;
      const record = {
        vocabulary: kind.name,
        id: data.replacedBy ?? id,
        names: [data.name, ...data.variants],
      };
      addNames(isInUse ? byName : byFormerName, record, id);
      if (isInUse && !isStub(data, kind)) sought.push(record);
    }
  }
  const findNames = createSharedNameFinder(
    vocabularies.flatMap(({ name, named, hyphenJoins }) =>
      sought
        .filter(({ vocabulary }) => named && vocabulary === name)
        .map((record) => ({ key: keyOf(record), names: record.names, hyphenJoins })),
    ),
  );
  const surnames = groupSurnames(sought);

  return {
    propose(texts, terms, create) {
      let words: ReadonlySet<string> | undefined;
      // Of most texts they are never asked for.
      const hasWord = (word: string) => (words ??= new Set(texts.flatMap(listWords))).has(word);
      const found = texts.flatMap((text) =>
        findNames(text).map(({ keys, start, end }) => ({ keys, name: text.slice(start, end) })),
      );
      const tags = mapVocabularies((): string[] => []);
      const taken = new Set<string>();
      const take = (key: string) => {
        if (taken.has(key)) return;
        taken.add(key);
        const [vocabulary, ...id] = key.split('/');
        tags[vocabulary as VocabularyName].push(id.join('/'));
      };
      const doubtful = new Map<string, Doubt>();
      for (const { keys, name } of found) {
        const [key = '', ...others] = ownersOf(keys, name, surnames);
        if (others.length > 0) {
          doubtful.set(name, { name, records: [key, ...others], reason: 'a name of several records' });
        } else if (isCommon(name, hasWord)) {
          doubtful.set(name, { name, records: [key], reason: 'a word too' });
        } else take(key);
      }
      const unmatched: Term[] = [];
      for (const term of terms) {
        const owners = [byName, byFormerName]
          .map((index) => matchTerm(term, index))
          .find((matches) => matches.length > 0);
        const [owner = create(term), ...others] = owners ?? [];
        if (owner && !owners) addNames(byName, owner, owner.id);
        if (!owner) unmatched.push(term);
        else if (others.length === 0) take(keyOf(owner));
        else {
          const { name } = term;
          doubtful.set(name, {
            name,
            records: [owner, ...others].map(keyOf),
            reason: 'a name of several records',
          });
        }
      }
      const doubts = [...doubtful.values()].filter((doubt) => !doubt.records.some((key) => taken.has(key)));
      return { tags, doubts, unmatched };
    },
  };
}

function keyOf({ vocabulary, id }: NamedRecord): string {
  return `${vocabulary}/${id}`;
}

/** Who may be meant by a name: a word that is one person's variant may be the surname of others. */
function ownersOf(
  keys: FoundSharedName['keys'],
  name: string,
  surnames: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const namesakes = keys.some((key) => key.startsWith('people/')) ? surnames.get(foldName(name)) : undefined;
  return [...new Set([...keys, ...(namesakes ?? [])])];
}

/** The people of each last word of a name of several words. */
function groupSurnames(records: readonly NamedRecord[]): Map<string, Set<string>> {
  const surnames = new Map<string, Set<string>>();
  for (const record of records) {
    if (record.vocabulary !== 'people') continue;
    for (const name of record.names) {
      const surname = /\s(\S+)$/u.exec(foldName(name))?.[1];
      if (surname === undefined) continue;
      surnames.set(surname, (surnames.get(surname) ?? new Set()).add(keyOf(record)));
    }
  }
  return surnames;
}

/** Whether a name is one word that is a common one, or that the text itself has in small letters. */
function isCommon(name: string, hasWord: (word: string) => boolean): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  const small = name.toLowerCase();
  return commonWords.has(small) || hasWord(small);
}

function listWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Names in lists are written in any case, in any of a letter's forms (NFKC), and with any dash or none. */
function foldTerm(name: string): string {
  return foldName(name.normalize('NFKC'))
    .trim()
    .toLowerCase()
    .replace(/[-‐‑–_]+/gu, ' ');
}

/** What an id is in an index: no folded name begins with a space. */
const idKey = (id: string) => ` ${id}`;

/** An archive's own entries, given back to it, have ids: an id is a name too, as it is written. */
function addNames(index: NameIndex, record: NamedRecord, id: string): void {
  for (const name of [...record.names.map(foldTerm), idKey(id)]) {
    const owners = index.get(name) ?? [];
    if (owners.every((owner) => keyOf(owner) !== keyOf(record))) index.set(name, [...owners, record]);
  }
}

function matchTerm({ name, vocabulary }: Term, index: NameIndex): NamedRecord[] {
  // "C" is not "C++", whose id is "c".
  const owners = index.get(foldTerm(name)) ?? index.get(idKey(name)) ?? [];
  const own = owners.filter((record) => record.vocabulary === vocabulary);
  return own.length > 0 ? own : owners;
}
