import type { Article } from './article.ts';
import type { Authority } from './vocabularies/authority.ts';

/** An article that is about some of the same. */
export interface RelatedArticle {
  article: Article;
  /** What both are tagged with, the rarest first. */
  shared: Authority[];
}

/** Articles that are looked at for each tag: of a tag in many articles, those nearest in date. */
const reach = 24;

/** Related articles shown. */
const shown = 5;

/**
 * Makes the function that finds the articles that share most with one. A shared tag weighs the more the rarer it is
 * (inverse document frequency, Spärck Jones 1972), so that one tag in half of all articles says little. What is looked
 * at does not grow with the archive, and the order is the same in every build.
 *
 * @param articles all articles, in their order
 * @param tagsOf the records that an article is tagged with
 */
export function createRelatedFinder(
  articles: readonly Article[],
  tagsOf: (article: Article) => ReadonlySet<Authority>,
): (article: Article) => RelatedArticle[] {
  // Numbers in place of objects: every article of an archive is weighed against some hundred others.
  const positions = new Map(articles.map((article, position) => [article, position]));
  const numbers = new Map<Authority, number>();
  const numberOf = (record: Authority) => {
    const number = numbers.get(record) ?? numbers.size;
    numbers.set(record, number);
    return number;
  };
  const ownNumbers = articles.map((article) => Uint32Array.from(tagsOf(article), numberOf));
  const lists = new Map<Authority, Uint32Array>();
  const listOf = (record: Authority) => {
    const known = lists.get(record) ?? Uint32Array.from(record.articles, (each) => positions.get(each) ?? 0);
    lists.set(record, known);
    return known;
  };
  const weights = new Float64Array(numbers.size);
  /** The question that each article was looked at for. */
  const seenFor = new Uint32Array(articles.length);
  let question = 0;

  return (article) => {
    const place = positions.get(article);
    if (place === undefined) return [];
    const tags = [...tagsOf(article)]
      .filter((tag) => tag.articles.length > 1)
      .sort((a, b) => a.articles.length - b.articles.length || (a.key < b.key ? -1 : 1));
    for (const tag of tags) {
      weights[numberOf(tag)] = Math.log((articles.length + 1) / tag.articles.length);
    }
    seenFor[place] = ++question;
    const best: Candidate[] = [];
    for (const tag of tags) {
      for (const position of nearestOf(listOf(tag), place)) {
        if (seenFor[position] === question) continue;
        seenFor[position] = question;
        let weight = 0;
        for (const number of ownNumbers[position] ?? []) weight += weights[number] ?? 0;
        // Articles are listed through narrower records too, of which they need share none.
        if (weight === 0 || weight < (best[shown - 1]?.weight ?? 0)) continue;
        best.push({ position, weight, distance: Math.abs(position - place) });
        best.sort(nearerFirst);
        best.length = Math.min(best.length, shown);
      }
    }
    for (const tag of tags) weights[numberOf(tag)] = 0;
    return best.flatMap(({ position }) => {
      const other = articles[position];
      return other ? [{ article: other, shared: tags.filter((tag) => tagsOf(other).has(tag)) }] : [];
    });
  };
}

interface Candidate {
  /** In the order of all articles. */
  position: number;
  weight: number;
  distance: number;
}

function nearerFirst(a: Candidate, b: Candidate): number {
  return b.weight - a.weight || a.distance - b.distance || a.position - b.position;
}

/** The places of a list around one of them, found by halving. */
function nearestOf(places: Uint32Array, place: number): Uint32Array {
  if (places.length <= reach) return places;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(0, Math.min(low - reach / 2, places.length - reach));
  return places.subarray(start, start + reach);
}
