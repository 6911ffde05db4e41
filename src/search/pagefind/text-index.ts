import type { FindWords, TextMatch, TextMatches } from '../browser/engine/engine.ts';
import { foldForSearch } from '../browser/text/fold-for-search.ts';
import { decompress, signature } from './pagefind-file.ts';
import { listTerms, type Query } from '../browser/state/query.ts';

/** The part of Pagefind's browser API that is used (pagefind.app/docs/api). */
export interface Pagefind {
  createInstance(options: { basePath: string }): {
    search(words: string): Promise<{ results: { id: string; score: number; words: number[] }[] }>;
  };
}

/** What Pagefind keeps of an article. */
interface Fragment {
  url: string;
  /** Title and text. */
  content: string;
  meta: { title?: string };
  /** What is shown of an article and not searched for in words. */
  filters: Partial<Record<'date' | 'cited' | 'edtf' | 'language' | 'byline' | 'source', [string]>>;
}

/** The index of the articles' words. */
export interface TextIndex {
  /** Loads what the first words need, before they are asked for. */
  warm(): Promise<void>;
  findWords: FindWords;
  loadFragment(article: number): Promise<Fragment>;
}

/** Kept answers of Pagefind: while facets are chosen, the words stay the same. */
const kept = 4;

/**
 * Opens the index of words. One index holds the articles of all languages, stemmed by the rules of the site's own, and
 * letter by letter in scripts without spaces. Both ways were tried with texts in English, German, Russian, Arabic,
 * Chinese and Japanese. An index a language, merged in the browser (`mergeIndex`), has Pagefind stem each index by its
 * own rules and every question by those of the page's language: words in Arabic were not found at all, and a second
 * index at the same address is passed over unless it is called by another name. In one index all words were found. What
 * it costs: a word of another language is found by itself and by its beginning, not by its other forms ("корабли" does
 * not find "корабль").
 *
 * @param loadPagefind loads the module `pagefind.js` of the index, when the first words are looked for
 * @param index the absolute URL of the index's folder
 * @param version changes with the index: an article's number is not for ever
 */
export function openTextIndex(
  loadPagefind: () => Promise<Pagefind>,
  index: string,
  version: Promise<string>,
): TextIndex {
  let instance: Promise<ReturnType<Pagefind['createInstance']>> | undefined;
  const answers = new Map<string, Promise<TextMatches>>();
  const fragments = new Map<number, Promise<Fragment>>();

  const open = () =>
    (instance ??= loadPagefind().then((pagefind) => pagefind.createInstance({ basePath: index })));
  const search = async (words: string) => {
    const { results } = await (await open()).search(words);
    // The build named each article by its number.
    return new Map(
      results.map(({ id, score, words }): [number, TextMatch] => [
        parseInt(id, 36),
        { score, locations: words },
      ]),
    );
  };
  const find = async ({ words, phrases }: Query, ahead: number): Promise<TextMatches> => {
    // Pagefind takes one phrase at a time, and nothing beside it.
    const asked = [...(words.length > 0 ? [words.join(' ')] : []), ...phrases.map((phrase) => `"${phrase}"`)];
    const [first = new Map<number, TextMatch>(), ...others] = await Promise.all(asked.map(search));
    const found = new Map<number, TextMatch>();
    for (const [number, match] of first) {
      const all = [match, ...others.flatMap((other) => other.get(number) ?? [])];
      if (all.length === asked.length) found.set(number, joinMatches(all));
    }
    // Pagefind tells of the best ones first. What fails here is told of where it is shown.
    for (const number of [...found.keys()].slice(0, ahead)) loadFragment(number).catch(() => {});
    const [sample] = found;
    const areThere = sample ? await Promise.all(words.map((word) => isThere(word, ...sample))) : [];
    return areThere.every(Boolean) ? found : new Map<number, TextMatch>();
  };

  /**
   * Whether an article has a word, some form of it, or one that begins with it. Of a word that is nowhere Pagefind finds
   * the longest one that it begins with: "no" for "Norhaven".
   */
  const isThere = async (word: string, article: number, { locations }: TextMatch): Promise<boolean> => {
    const { content } = await loadFragment(article);
    const texts = content.split(/[^\S\uFEFF]+/u);
    const wanted = foldForSearch(word);
    const begins = (text: string) =>
      [text, ...text.split(/[^\p{L}\p{N}]+/u)].some((part) => foldForSearch(part).startsWith(wanted));
    if (locations.some((place) => begins(texts[place] ?? ''))) return true;
    return (await search(`"${word}"`)).size > 0;
  };

  const loadFragment = (article: number): Promise<Fragment> => {
    const known = fragments.get(article);
    if (known) return known;
    const file = `${index}fragment/${article.toString(36)}.pf_fragment`;
    const loading = version.then((each) => readFragment(`${file}?v=${each}`));
    fragments.set(article, loading);
    loading.catch(() => fragments.delete(article));
    return loading;
  };

  return {
    async warm() {
      await open();
    },
    findWords(query, ahead = 0) {
      const key = listTerms(query).join(' ');
      const answer = answers.get(key) ?? find(query, ahead);
      answers.delete(key);
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > kept && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
    loadFragment,
  };
}

function joinMatches(matches: readonly TextMatch[]): TextMatch {
  const [only, ...others] = matches;
  if (only && others.length === 0) return only;
  return {
    score: matches.reduce((sum, { score }) => sum + score, 0),
    locations: matches.flatMap(({ locations }) => locations),
  };
}

async function readFragment(address: string): Promise<Fragment> {
  const bytes = await decompress(await fetch(address));
  return JSON.parse(new TextDecoder().decode(bytes.subarray(signature.length))) as Fragment;
}
