import { createSharedNameFinder, type FoundSharedName } from '../../markdown/name-finder.ts';
import { isTitle } from '../../markdown/longer-names.ts';
import { normalizeName } from '../../records/normalize-name.ts';
import { findVocabulary, vocabularies } from '../../records/vocabularies.ts';
import { commonWords } from './common-words.ts';
import { keyOf, type KnownRecord } from './term-index.ts';

/** A name that was found in a text. */
export interface NameInText {
  name: string;
  /** The keys of the records that it may stand for; at least one. */
  records: readonly string[];
  /** Whether it is a single common word, so that it may not be a name at all. */
  isCommonWord: boolean;
  /** Whether it is only a part of a longer name that no record has. */
  isPart: boolean;
}

/**
 * Creates a function that finds the names of records in texts, by the same rules by which the rendering finds evidence.
 *
 * @param records those whose names are looked for
 */
export function createNameInTextFinder(
  records: readonly KnownRecord[],
): (texts: readonly string[], language: string) => NameInText[] {
  const findNames = createSharedNameFinder(
    vocabularies.flatMap(({ name, named, hyphenJoins }) =>
      records
        .filter(({ vocabulary }) => named && vocabulary === name)
        .map((record) => ({ key: keyOf(record), names: record.names, hyphenJoins })),
    ),
  );
  const surnames = groupBySurname(records);

  return (texts, language) => {
    let words: ReadonlySet<string> | undefined;
    // Most texts never need them.
    const hasWord = (word: string) => (words ??= new Set(texts.flatMap(listWords))).has(word);
    return texts.flatMap((text) =>
      findNames(text, language).map(({ keys, start, end, isPart }): NameInText => {
        const name = text.slice(start, end);
        return {
          name,
          records: ownersOf(keys, name, surnames),
          isCommonWord: isCommonWord(name, hasWord),
          isPart,
        };
      }),
    );
  };
}

/** Whose name it may be: a word that is one person's variant, with a title or without, may be the surname of others. */
function ownersOf(
  keys: FoundSharedName['keys'],
  name: string,
  surnames: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const namesakes = keys.some((key) => key.startsWith('people/'))
    ? surnames.get(withoutTitles(normalizeName(name)))
    : undefined;
  return [...new Set([...keys, ...(namesakes ?? [])])];
}

/** "Mr. Lind" may be whoever "Lind" may be. */
function withoutTitles(name: string): string {
  const words = name.split(' ');
  const first = words.findIndex((word) => !isTitle(word));
  return first > 0 ? words.slice(first).join(' ') : name;
}

/** People by the last word of a name of several words. */
function groupBySurname(records: readonly KnownRecord[]): Map<string, Set<string>> {
  const surnames = new Map<string, Set<string>>();
  for (const record of records) {
    if (findVocabulary(record.vocabulary).schemaOrgType !== 'Person') continue;
    for (const name of record.names) {
      const surname = /\s(\S+)$/u.exec(normalizeName(name))?.[1];
      if (surname === undefined) continue;
      surnames.set(surname, (surnames.get(surname) ?? new Set()).add(keyOf(record)));
    }
  }
  return surnames;
}

/** Whether a name is a single common word, or a word that the text also has in lower case. */
function isCommonWord(name: string, hasWord: (word: string) => boolean): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  const word = name.toLowerCase();
  return commonWords.has(word) || hasWord(word);
}

function listWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
