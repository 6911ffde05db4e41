import type { FindWords, TextMatch, TextMatches } from '../browser/engine/engine.ts';
import { foldForSearch } from '../browser/text/fold-for-search.ts';
import { decompress, signature } from './pagefind-file.ts';
import { splitWords } from './split-words.ts';
import { listTerms, type Query } from '../browser/state/query.ts';

/** The part of Pagefind's browser API that is used (pagefind.app/docs/api). */
export interface Pagefind {
  createInstance(options: { basePath: string }): {
    search(words: string): Promise<{ results: { id: string; score: number; words: number[] }[] }>;
  };
}

/** Pagefind's file about an article (`.pf_fragment`). */
interface Fragment {
  url: string;
  /** Title and text. */
  content: string;
  meta: { title?: string };
  /** What a result shows and no words are found in: see `renderDocument`. */
  filters: Partial<Record<'date' | 'cited' | 'edtf' | 'language' | 'byline' | 'source', [string]>>;
}

/**
 * Loads the hash of the current index, which names the files that belong to it.
 *
 * @param index absolute URL of the index's folder
 */
export async function loadIndexVersion(index: string): Promise<string> {
  // The file always has this name, and must not come from a cache.
  const response = await fetch(`${index}pagefind-entry.json`, { cache: 'no-cache' });
  const { languages } = (await response.json()) as { languages: Record<string, { hash: string }> };
  return Object.values(languages)[0]?.hash ?? '';
}

/** The index of the articles' words. */
export interface TextIndex {
  /** Loads what a search needs, before there is one. */
  warm(): Promise<void>;
  findWords: FindWords;
  loadFragment(article: number): Promise<Fragment>;
}

/** Answers kept in memory: while facets are chosen, the words stay the same. */
const mostAnswers = 4;

/**
 * Opens the index of words. Articles in all languages are in one index, stemmed by the rules of the site's language; text
 * in scripts without spaces is indexed character by character. The alternative, an index for each language, merged in the
 * browser (`mergeIndex`), was tried with texts in English, German, Russian, Arabic, Chinese and Japanese: Pagefind then
 * stems each index by its own rules, but every query by those of the page's language, so that no Arabic words were found; and
 * it ignores a second index at the same address. With one index all words are found. Its price: a word in another language
 * is found in its own form and by its beginning, but not in other forms ("корабли" does not find "корабль").
 *
 * @param loadPagefind loads the index's module `pagefind.js`; called once, before the first search
 * @param index absolute URL of the index's folder
 * @param version changes with the index, in which an article may have another number than before: see `loadIndexVersion`
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
    const { results } = await (await open()).search(asIndexed(words));
    // A page's name is its number: see `numberPages`.
    return new Map(
      results.map(({ id, score, words }): [number, TextMatch] => [
        parseInt(id, 36),
        { score, locations: words },
      ]),
    );
  };
  const find = async ({ words, phrases }: Query, prefetch: number): Promise<TextMatches> => {
    // Pagefind accepts either words or one phrase.
    const queries = [
      ...(words.length > 0 ? [words.join(' ')] : []),
      ...phrases.map((phrase) => `"${phrase}"`),
    ];
    const [first = new Map<number, TextMatch>(), ...others] = await Promise.all(queries.map(search));
    const found = new Map<number, TextMatch>();
    for (const [number, match] of first) {
      const all = [match, ...others.flatMap((other) => other.get(number) ?? [])];
      if (all.length === queries.length) found.set(number, joinMatches(all));
    }
    // Pagefind returns the best ones first. An error here is reported when the article is shown.
    for (const number of [...found.keys()].slice(0, prefetch)) loadFragment(number).catch(() => {});
    const [sample] = found;
    const areFound = sample ? await Promise.all(words.map((word) => isFound(word, ...sample))) : [];
    return areFound.every(Boolean) ? found : new Map<number, TextMatch>();
  };

  /**
   * Whether an article has a word, a form of it, or a word that begins with it. For a word that no article has, Pagefind
   * returns articles with the longest word that it begins with: "no" for "Norhaven".
   */
  const isFound = async (word: string, article: number, { locations }: TextMatch): Promise<boolean> => {
    const { content } = await loadFragment(article);
    const texts = splitWords(content);
    const wanted = foldForSearch(asIndexed(word));
    const begins = (text: string) =>
      [text, ...text.split(/[^\p{L}\p{N}]+/u)].some((part) => foldForSearch(part).startsWith(wanted));
    if (locations.some((location) => begins(texts[location] ?? ''))) return true;
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
    findWords(query, prefetch = 0) {
      const key = listTerms(query).join(' ');
      const answer = answers.get(key) ?? find(query, prefetch);
      answers.delete(key);
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
    loadFragment,
  };
}

/**
 * Removes symbols from words, as Pagefind's index does: "<GM>" is indexed as "gm", "£5" as "5" too. Its own search removes
 * Unicode's punctuation, of which symbols are no part.
 *
 * @param words or a phrase in quotation marks
 */
function asIndexed(words: string): string {
  return words.replace(/\p{S}/gu, '');
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
