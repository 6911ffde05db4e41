// How well a word matches an article: BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", section
// 3.4), divided into what depends on the article alone, which is indexed as a weight, and what depends on the archive, which
// the browser knows. The average length of an article is a constant, so that no weight changes with other articles.

/** How soon more occurrences bring no more, and how much longer articles count for less: `k1` and `b`. */
const [saturation, lengthEffect] = [1.2, 0.75];

/** The length, in words, of an article for which length changes nothing. */
const usualLength = 300;

/** An occurrence in the title counts as so many in the text. */
const titleFactor = 7;

/** Weights are whole numbers below this: so few that most are the same, and are compressed to some two bits. */
export const levels = 8;

/** What the lowest weight stands for, of 1: hardly an article has a word for less. */
const lowest = 0.2;

/**
 * Weighs a word in an article.
 *
 * @param inTitle how often the title has it
 * @param inText how often the text has it
 * @param length of the article, in words
 * @returns 0 to 7
 */
export function weigh(inTitle: number, inText: number, length: number): number {
  const frequency = inText + titleFactor * inTitle;
  const damping = saturation * (1 - lengthEffect + (lengthEffect * length) / usualLength);
  const share = (frequency / (frequency + damping) - lowest) / (1 - lowest);
  return Math.max(0, Math.min(levels - 1, Math.floor(levels * share)));
}

/**
 * @param weight see {@link weigh}
 * @param articles that have the word
 * @param total of all articles
 * @returns a score above 0
 */
export function scoreOf(weight: number, articles: number, total: number): number {
  const share = lowest + ((1 - lowest) * (weight + 0.5)) / levels;
  return share * Math.log(1 + (total - articles + 0.5) / (articles + 0.5));
}
