import type { Article } from './article.ts';
import type { Authority } from './vocabularies/authority.ts';

/** An article that shares tags with another. */
export interface RelatedArticle {
  article: Article;
  /** The shared tags, rarest first. */
  shared: Authority[];
}

/** How many articles are considered for each tag, at most: those nearest in date. */
const reach = 24;

/** How many related articles are shown, at most; and how many when they share only one name, as most articles do with many. */
const shown = 5;
const shownAlike = 3;

/**
 * Creates the function that finds the articles that share most tags with one. Rare tags weigh more than frequent ones
 * (inverse document frequency, Spärck Jones 1972). The number of articles considered does not grow with the archive, and
 * the order is the same in every build.
 *
 * @param articles all articles, in their order
 * @param tagsOf the records that an article is tagged with
 */
export function createRelatedFinder(
  articles: readonly Article[],
  tagsOf: (article: Article) => readonly Authority[],
): (article: Article) => RelatedArticle[] {
  // Typed arrays, since each article is compared with hundreds of others.
  const positions = new Map(articles.map((article, position) => [article, position]));
  const numbers = new Map<Authority, number>();
  const numberOf = (record: Authority) => {
    const known = numbers.get(record);
    if (known !== undefined) return known;
    numbers.set(record, numbers.size);
    return numbers.size - 1;
  };
  /** The numbers of the tags of all articles, one article after another, and where those of each begin. */
  const ownNumbers = Uint32Array.from(articles.flatMap((article) => tagsOf(article).map(numberOf)));
  const starts = new Uint32Array(articles.length + 1);
  for (const [position, article] of articles.entries())
    starts[position + 1] = (starts[position] ?? 0) + tagsOf(article).length;
  const lists = new Map<Authority, Uint32Array>();
  const listOf = (record: Authority) => {
    const known = lists.get(record);
    if (known) return known;
    const list = new Uint32Array(record.articles.length);
    for (const [index, each] of record.articles.entries()) list[index] = positions.get(each) ?? 0;
    lists.set(record, list);
    return list;
  };
  const weights = new Float64Array(numbers.size);
  /** The last query for which each article was considered. */
  const consideredFor = new Uint32Array(articles.length);
  let query = 0;

  return (article) => {
    const own = positions.get(article);
    if (own === undefined) return [];
    const tags = tagsOf(article)
      .filter((tag) => tag.articles.length > 1)
      .sort((a, b) => a.articles.length - b.articles.length || (a.key < b.key ? -1 : 1))
      .map((record) => ({ record, number: numberOf(record) }));
    for (const { record, number } of tags)
      weights[number] = Math.log((articles.length + 1) / record.articles.length);
    consideredFor[own] = ++query;
    const best: Candidate[] = [];
    /** The weight below which an article is not among the best. */
    let least = 0;
    for (const { record } of tags) {
      for (const position of nearestOf(listOf(record), own)) {
        if (consideredFor[position] === query) continue;
        consideredFor[position] = query;
        let weight = 0;
        const end = starts[position + 1] ?? 0;
        for (let at = starts[position] ?? 0; at < end; at++) weight += weights[ownNumbers[at] ?? 0] ?? 0;
        // A record also lists the articles of narrower records, which need not share any tag.
        if (weight === 0 || weight < least) continue;
        const candidate = { position, weight, distance: Math.abs(position - own) };
        const last = best[shown - 1];
        if (last && nearerFirst(candidate, last) > 0) continue;
        const rank = best.findIndex((other) => nearerFirst(candidate, other) < 0);
        best.splice(rank < 0 ? best.length : rank, 0, candidate);
        best.length = Math.min(best.length, shown);
        least = best[shown - 1]?.weight ?? 0;
      }
    }
    for (const { number } of tags) weights[number] = 0;
    return best
      .flatMap(({ position }) => {
        const other = articles[position];
        if (!other) return [];
        const others = ownNumbers.subarray(starts[position], starts[position + 1]);
        const shared = tags.flatMap(({ record, number }) => (others.includes(number) ? [record] : []));
        return [{ article: other, shared }];
      })
      .filter(({ shared }, index) => index < shownAlike || shared.length > 1);
  };
}

interface Candidate {
  /** In the list of all articles. */
  position: number;
  weight: number;
  distance: number;
}

function nearerFirst(a: Candidate, b: Candidate): number {
  return b.weight - a.weight || a.distance - b.distance || a.position - b.position;
}

/** The part of a sorted list of positions around one of them, by binary search. */
function nearestOf(sorted: Uint32Array, position: number): Uint32Array {
  if (sorted.length <= reach) return sorted;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(0, Math.min(low - reach / 2, sorted.length - reach));
  return sorted.subarray(start, start + reach);
}
