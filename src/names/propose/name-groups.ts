import { findPlaces, placeWeight } from '../gazetteer/gazetteer.ts';
import { foldName } from '../fold-name.ts';
import type { NameKind } from '../recognize/candidate.ts';
import type { ArticleName } from './article-names.ts';

/**
 * What all articles together say of one name. It holds counts and at most three sentences, so that memory grows with the
 * number of names, not with that of texts.
 */
export interface NameGroup {
  /** Spellings of the heading, with their occurrences. */
  headings: Map<string, number>;
  /** All other spellings, with their occurrences. */
  variants: Map<string, number>;
  /** The number of articles that speak for each kind, weighted by how clearly they do. */
  kinds: Record<NameKind, number>;
  articles: number;
  mentions: number;
  evidence: { sentence: string; article: string }[];
  descriptions: Map<string, number>;
  titles: Map<string, number>;
  reasons: Map<string, number>;
  family: { first: number; last: number };
  /** What is doubtful about it besides what the counts say. */
  doubts: string[];
  /** Articles in which it stands only where capitals say nothing. */
  uncertain: number;
  /** Countries that its articles name, by ISO 3166-1 code, with the number of articles. Only for names in the gazetteer. */
  countries: Map<string, number>;
}

/** Groups the names of many articles, one article after the other. */
export class NameGroups {
  /** By folded heading. */
  readonly groups = new Map<string, NameGroup>();

  readonly #isKnown: (name: string, kind: NameKind) => boolean;

  /** @param isKnown whether a record has a name already, or it was rejected */
  constructor(isKnown: (name: string, kind: NameKind) => boolean) {
    this.#isKnown = isKnown;
  }

  /** Adds the names of an article. @param article its id */
  add(names: readonly ArticleName[], article: string): void {
    let countries: Set<string> | undefined;
    for (const name of names) {
      if (this.#isKnown(name.heading, name.kind)) continue;
      const key = foldName(name.heading);
      let group = this.groups.get(key);
      if (!group) this.groups.set(key, (group = emptyGroup()));
      addToGroup(group, name, article);
      if (placeWeight(name.heading) > 0) {
        countries ??= countriesOf(names);
        for (const country of countries) addCount(group.countries, country, 1, 30);
      }
    }
  }
}

/** A group of which nothing is known yet. */
export function emptyGroup(): NameGroup {
  return {
    headings: new Map(),
    variants: new Map(),
    kinds: { person: 0, place: 0, organization: 0 },
    articles: 0,
    mentions: 0,
    evidence: [],
    descriptions: new Map(),
    titles: new Map(),
    reasons: new Map(),
    family: { first: 0, last: 0 },
    doubts: [],
    uncertain: 0,
    countries: new Map(),
  };
}

function addToGroup(group: NameGroup, name: ArticleName, article: string): void {
  for (const [spelling, count] of name.spellings) {
    if (foldName(spelling) === foldName(name.heading)) addCount(group.headings, spelling, count, 8);
    else addCount(group.variants, spelling, count, 20);
  }
  group.kinds[name.kind] += Math.min(Math.max(name.margin, 0.2), 4);
  group.articles++;
  group.mentions += name.mentions;
  if (group.evidence.length < 3) group.evidence.push({ sentence: name.evidence, article });
  for (const description of name.descriptions) addCount(group.descriptions, description, 1, 8);
  for (const title of name.titles) addCount(group.titles, title, 1, 4);
  for (const reason of name.reasons.slice(0, 3)) addCount(group.reasons, reason, 1, 8);
  if (name.family !== undefined) group.family[name.family]++;
  if (name.isUncertain) group.uncertain++;
}

/** Counts a value; of values that are many, only the first are kept. */
export function addCount(counts: Map<string, number>, value: string, by: number, most: number): void {
  const known = counts.get(value);
  if (known !== undefined || counts.size < most) counts.set(value, (known ?? 0) + by);
}

function countriesOf(names: readonly ArticleName[]): Set<string> {
  const codes = names.flatMap(({ heading }) => {
    if (placeWeight(heading) < 1) return [];
    const [place] = findPlaces(heading);
    return place?.level === 'country' && place.country !== undefined ? [place.country] : [];
  });
  return new Set(codes);
}

/** Adds everything of a group to another. */
export function mergeGroup(into: NameGroup, from: NameGroup): void {
  for (const [spelling, count] of [...from.headings, ...from.variants])
    addCount(into.variants, spelling, count, 20);
  for (const kind of ['person', 'place', 'organization'] as const) into.kinds[kind] += from.kinds[kind];
  into.articles += from.articles;
  into.mentions += from.mentions;
  into.uncertain += from.uncertain;
  into.doubts.push(...from.doubts.filter((doubt) => !into.doubts.includes(doubt)));
  into.evidence.push(...from.evidence.slice(0, 3 - into.evidence.length));
  for (const key of ['descriptions', 'titles', 'reasons', 'countries'] as const)
    for (const [value, count] of from[key]) addCount(into[key], value, count, 30);
  into.family.first += from.family.first;
  into.family.last += from.family.last;
}

/** The kind that most speaks for. */
export function kindOf({ kinds }: NameGroup): NameKind {
  const order: readonly NameKind[] = ['person', 'place', 'organization'];
  return order.reduce((a, b) => (kinds[b] > kinds[a] ? b : a));
}

/** The most frequent of several spellings; of those in capitals only when there is no other. */
export function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const rank = ([spelling, count]: readonly [string, number]) =>
    spelling === spelling.toUpperCase() && /\p{Lu}{2}/u.test(spelling) ? count / 1000 : count;
  return [...counts].toSorted((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}
