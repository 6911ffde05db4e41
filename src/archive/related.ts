import type { Article } from './article.ts';
import type { Authority } from './authority.ts';

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
 * Finds the articles that share most with one. A shared tag weighs the more the rarer it is (inverse document
 * frequency, Spärck Jones 1972), so that one tag in half of all articles says little. What is looked at does not grow
 * with the archive, and the order is the same in every build.
 *
 * @param tagsOf the records that an article is tagged with
 * @param position an article's place in the order of all articles
 * @param total how many articles there are
 */
export function findRelated(
  article: Article,
  tagsOf: (article: Article) => ReadonlySet<Authority>,
  position: (article: Article) => number,
  total: number,
): RelatedArticle[] {
  const place = position(article);
  const tags = [...tagsOf(article)]
    .filter(({ articles }) => articles.length > 1)
    .sort((a, b) => a.articles.length - b.articles.length || (a.key < b.key ? -1 : 1));
  const weights = tags.map(({ articles }) => Math.log((total + 1) / articles.length));
  const candidates = new Set<Article>();
  for (const { articles } of tags) {
    for (const other of nearestOf(articles, place, position)) candidates.add(other);
  }
  candidates.delete(article);
  const best: Candidate[] = [];
  for (const other of candidates) {
    const own = tagsOf(other);
    let weight = 0;
    for (let index = 0; index < tags.length; index++) {
      if (own.has(tags[index] as Authority)) weight += weights[index] as number;
    }
    // Articles are listed through narrower records too, of which they need share none.
    if (weight === 0 || weight < (best[shown - 1]?.weight ?? 0)) continue;
    best.push({ article: other, weight, distance: Math.abs(position(other) - place) });
    best.sort(nearerFirst);
    best.length = Math.min(best.length, shown);
  }
  return best.map(({ article: other }) => ({
    article: other,
    shared: tags.filter((tag) => tagsOf(other).has(tag)),
  }));
}

interface Candidate {
  article: Article;
  weight: number;
  /** In the order of all articles. */
  distance: number;
}

function nearerFirst(a: Candidate, b: Candidate): number {
  return b.weight - a.weight || a.distance - b.distance || (a.article.id < b.article.id ? -1 : 1);
}

/** The articles of a list around a place in the order of all articles, found by halving. */
function nearestOf(
  articles: readonly Article[],
  place: number,
  position: (article: Article) => number,
): readonly Article[] {
  if (articles.length <= reach) return articles;
  let [low, high] = [0, articles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = articles[middle];
    if (at && position(at) < place) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(0, Math.min(low - reach / 2, articles.length - reach));
  return articles.slice(start, start + reach);
}
