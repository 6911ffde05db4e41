import { normalizeName } from '../records/normalize-name.ts';
import type { Entry } from '../records/read/read-archive.ts';
import type { ArticleData } from '../records/schemas/schemas.ts';
import { findVocabulary } from '../records/vocabularies.ts';
import type { TagRecord } from './lint-tags.ts';
import type { FoundSharedName } from './name-finder.ts';
import type { RunningText } from './running-text.ts';

/** A person in a text with the surname of a tag, but with another given name: the record may stand for two people. */
export interface Namesake {
  article: Entry<ArticleData>;
  record: TagRecord;
  /** Given name and surname, as in the text. */
  name: string;
  /** The offset of the given name in the article's Markdown, in UTF-16 code units. */
  offset: number;
}

/** Collects namesakes, each name of a record once. */
export interface NamesakeFinder {
  readonly found: Namesake[];
  /**
   * @param tags of the article
   * @param names that were found in the text
   */
  add(
    article: Entry<ArticleData>,
    tags: readonly TagRecord[],
    text: RunningText,
    names: readonly FoundSharedName[],
  ): void;
}

/**
 * Creates a finder of namesakes: where a surname that is a variant of a tag is only a part of a longer name, the word before
 * it is a given name that the record does not have.
 */
export function createNamesakeFinder(): NamesakeFinder {
  const found: Namesake[] = [];
  const reported = new Set<string>();
  return {
    found,
    add(article, tags, { text, offsetOf }, names) {
      for (const { keys, start, end, isPart } of names) {
        if (!isPart || /\s/.test(text.slice(start, end))) continue;
        const record = tags.find(({ key, vocabulary }) => keys.includes(key) && isPeople(vocabulary));
        const from = text.lastIndexOf(' ', start - 2) + 1;
        const given = text.slice(from, start - 1);
        if (!record || !isOther(given, record)) continue;
        const name = text.slice(from, end);
        const key = `${record.key}/${normalizeName(name)}`;
        if (reported.has(key)) continue;
        reported.add(key);
        found.push({ article, record, name, offset: offsetOf(from) });
      }
    },
  };
}

function isPeople(vocabulary: TagRecord['vocabulary']): boolean {
  return findVocabulary(vocabulary).schemaOrgType === 'Person';
}

/** Whether a word may be a given name, and is none of the words of a record's names, nor the initial of one. */
function isOther(given: string, { names }: TagRecord): boolean {
  if (!/^\p{Lu}[\p{L}\p{M}'’-]*\.?$/u.test(given)) return false;
  const words = names.flatMap((name) => normalizeName(name).split(/[\s,]+/));
  const initial = given.endsWith('.') || given.length === 1;
  return !words.some((word) => (initial ? word.startsWith(given.charAt(0)) : word === normalizeName(given)));
}
