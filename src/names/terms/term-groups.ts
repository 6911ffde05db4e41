import type { Term } from '../../ingest/drafts/draft.ts';
import { foldName } from '../fold-name.ts';
import { findPlaces } from '../gazetteer/gazetteer.ts';
import { addCount, emptyGroup, kindOf, type NameGroup } from '../propose/name-groups.ts';
import type { ArchiveText } from '../read-texts.ts';
import type { NameKind } from '../recognize/candidate.ts';
import type { RecognizedName } from '../recognize/recognize.ts';
import type { Vocabulary } from '../recognize/vocabulary.ts';
import { baseName } from './base-name.ts';
import { TermKinds, type TermKind } from './term-kinds.ts';

/** What all sources together say of one name that they give articles besides the text. */
export interface TermGroup {
  /** As the first source gives it. */
  term: Term;
  /** BCP 47 tag of the first text that has it. */
  language: string;
  /** Its spellings, with the number of articles. */
  spellings: Map<string, number>;
  articles: number;
  /** At most three articles. */
  evidence: { title: string | undefined; article: string }[];
}

/** A topic that sources name. */
export interface TopicGroup extends TermGroup {
  doubts: string[];
}

/** Collects the names that sources give articles besides their texts: categories, tags, keywords. */
export class TermGroups {
  readonly #groups = new Map<string, TermGroup>();
  readonly #kinds = new TermKinds();
  readonly #isKnown: (name: string) => boolean;

  /** @param isKnown whether a record has a name */
  constructor(isKnown: (name: string) => boolean) {
    this.#isKnown = isKnown;
  }

  /** Adds what the source of an article names. @param recognized the names in its text */
  add(
    { id, title, language }: ArchiveText,
    terms: readonly Term[],
    recognized: readonly Pick<RecognizedName, 'name' | 'kind' | 'margin'>[],
  ): void {
    const unknown = terms.filter(({ name }) => !this.#isKnown(name));
    this.#kinds.addText(unknown, recognized);
    const counted = new Set<TermGroup>();
    for (const term of unknown) {
      const key = foldName(term.name);
      const group = this.#groups.get(key) ?? {
        term,
        language,
        spellings: new Map<string, number>(),
        articles: 0,
        evidence: [],
      };
      this.#groups.set(key, group);
      if (counted.has(group)) continue;
      counted.add(group);
      addCount(group.spellings, term.name, 1, 8);
      group.articles++;
      if (group.evidence.length < 3) group.evidence.push({ title, article: id });
    }
  }

  /**
   * Adds the people, places and organizations among them to the names that were found in texts.
   *
   * @param groups the names in texts, by folded heading; changed in place
   * @param isRejected whether it was decided that a name is none of a kind
   * @returns the topics among them
   */
  mergeInto(
    groups: Map<string, NameGroup>,
    vocabularyOf: (language: string) => Vocabulary,
    isRejected: (kind: TermKind, name: string) => boolean,
  ): TopicGroup[] {
    const topics: TopicGroup[] = [];
    for (const group of this.#groups.values()) {
      const { kind, doubt } = this.#kinds.judge(group.term, vocabularyOf(group.language));
      const base = baseName(group.term.name);
      if (isRejected(kind, group.term.name) || isRejected(kind, base)) continue;
      const key = foldName(base);
      const named = groups.get(key);
      if (kind !== 'topic') {
        groups.set(key, addToNames(named, group, kind, doubt));
      } else if (named && doubt !== undefined) {
        addToNames(named, group, kindOf(named), `sources have it as a category, too: it may be a topic`);
      } else {
        if (named) groups.delete(key);
        const doubts = [doubt, named && `in texts it looks like the name of ${nounFor(kindOf(named))}`];
        topics.push({ ...group, doubts: doubts.filter((each) => each !== undefined) });
      }
    }
    return topics;
  }
}

/** Adds a category to what texts say of the name; a name that no text has is one by its categories alone. */
function addToNames(
  named: NameGroup | undefined,
  { term, spellings, articles, evidence }: TermGroup,
  kind: NameKind,
  doubt: string | undefined,
): NameGroup {
  const group = named ?? emptyGroup();
  const base = baseName(term.name);
  const isPlace = kind === 'place';
  for (const [spelling, count] of spellings) {
    if (named || (isPlace && base !== spelling)) addCount(group.variants, spelling, count, 20);
    else addCount(group.headings, spelling, count, 8);
  }
  for (const name of [...group.variants.keys()]) if (group.headings.has(name)) group.variants.delete(name);
  if (group.headings.size === 0) group.headings.set(base, articles);
  group.kinds[kind] += articles * (doubt === undefined ? 1.5 : 0.3);
  if (!named) {
    group.articles = articles;
    group.evidence = evidence.map(({ title, article }) => ({
      sentence: describeCategory(title),
      article,
    }));
  }
  addCount(group.reasons, 'a category of its articles', articles, 8);
  if (doubt !== undefined) group.doubts.push(doubt);
  // "Malm, Norland"
  const comma = term.name.lastIndexOf(',');
  const [country] = comma < 0 ? [] : findPlaces(term.name.slice(comma + 1).trim());
  if (isPlace && country?.country !== undefined) addCount(group.countries, country.country, articles, 30);
  return group;
}

/** What stands for a sentence where no text names something. */
export function describeCategory(title: string | undefined): string {
  return title === undefined ? 'a category of the article' : `a category of “${title}”`;
}

function nounFor(kind: NameKind): string {
  return kind === 'organization' ? 'an organization' : `a ${kind}`;
}
