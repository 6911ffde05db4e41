import type { FindWords, TextMatch } from './engine.ts';
import { fold } from './fold.ts';
import { partsOf, type Query } from './query.ts';

/** The part of Pagefind's browser API that is used (pagefind.app/docs/api). */
export interface Pagefind {
  createInstance(options: { basePath: string }): {
    search(words: string): Promise<{ results: { id: string; score: number; words: number[] }[] }>;
  };
}

/** What Pagefind keeps of an article. */
export interface Fragment {
  url: string;
  /** Title and text. */
  content: string;
  meta: { title?: string };
  /** What is shown of an article and not searched for in words. */
  filters: Partial<Record<'date' | 'edtf' | 'language' | 'byline' | 'source', [string]>>;
}

/** The index of the articles' words. */
export interface TextIndex {
  findWords: FindWords;
  loadFragment(article: number): Promise<Fragment>;
}

/** Kept answers of Pagefind: while facets are chosen, the words stay the same. */
const kept = 4;

/** What Pagefind's own files begin with once they are decompressed. */
const signature = 'pagefind_dcd';

/**
 * Opens the index of words. One index holds the articles of all languages, stemmed by the rules of the site's own, and
 * letter by letter in scripts without spaces. The other way, an index a language that the browser merges
 * (`mergeIndex`), was tried with English, German, Russian, Arabic and Chinese: all questions are then stemmed by the
 * page's language while each index is by its own, so that "Häuser" was not found; and each language costs
 * another 55 to 60 KB. What one index costs: a word of another language is found by itself and by its beginning, not by
 * its other forms.
 *
 * @param pagefind the module `pagefind.js` of the index
 * @param index the absolute URL of the index's folder
 * @param version changes with the index: an article's number is not for ever
 */
export function openTextIndex(pagefind: Pagefind, index: string, version: string): TextIndex {
  const instance = pagefind.createInstance({ basePath: index });
  const answers = new Map<string, Promise<Map<number, TextMatch>>>();
  const fragments = new Map<number, Promise<Fragment>>();

  const search = async (words: string) => {
    const { results } = await instance.search(words);
    // The build named each article by its number.
    return new Map(
      results.map(({ id, score, words }): [number, TextMatch] => [
        parseInt(id, 36),
        { score, locations: words },
      ]),
    );
  };
  const find = async (query: Query) => {
    if (partsOf(query).length === 0) return new Map<number, TextMatch>();
    const [words, ...phrases] = await Promise.all([
      search([...query.words, ...query.phrases].join(' ')),
      // Pagefind takes one phrase at a time, and nothing beside it.
      ...query.phrases.map((phrase) => search(`"${phrase}"`)),
    ]);
    const isPhrase = query.words.length === 0 && phrases.length === 1;
    const found = (isPhrase ? phrases[0] : words) ?? new Map<number, TextMatch>();
    const both = [...found].filter(([number]) => phrases.every((phrase) => phrase.has(number)));
    const [first] = both;
    if (first === undefined) return new Map<number, TextMatch>();
    const areThere = await Promise.all(query.words.map((word) => isThere(word, ...first)));
    return areThere.every(Boolean) ? new Map(both) : new Map<number, TextMatch>();
  };

  /**
   * Whether an article has a word, some form of it, or one that begins with it. Of a word that is nowhere Pagefind finds
   * the longest one that it begins with: "no" for "Norhaven".
   */
  const isThere = async (word: string, article: number, { locations }: TextMatch): Promise<boolean> => {
    const { content } = await loadFragment(article);
    const texts = content.split(/[^\S\uFEFF]+/u);
    const wanted = fold(word);
    const begins = (text: string) =>
      [text, ...text.split(/[^\p{L}\p{N}]+/u)].some((part) => fold(part).startsWith(wanted));
    if (locations.some((place) => begins(texts[place] ?? ''))) return true;
    return (await search(`"${word}"`)).size > 0;
  };

  const loadFragment = (article: number): Promise<Fragment> => {
    const known = fragments.get(article);
    if (known) return known;
    const loading = readFragment(`${index}fragment/${article.toString(36)}.pf_fragment?v=${version}`);
    fragments.set(article, loading);
    loading.catch(() => fragments.delete(article));
    return loading;
  };

  return {
    findWords(query) {
      const key = partsOf(query).join(' ');
      const answer = answers.get(key) ?? find(query);
      answers.delete(key);
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > kept && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
    loadFragment,
  };
}

async function readFragment(address: string): Promise<Fragment> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some hosts decompress what Pagefind has compressed.
  const isPlain = new TextDecoder().decode(bytes.subarray(0, signature.length)) === signature;
  const text = isPlain ? new TextDecoder().decode(bytes) : await decompress(bytes);
  return JSON.parse(text.slice(signature.length)) as Fragment;
}

function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
