import type { FindWords, TextMatches } from '../browser/engine/engine.ts';
import type { Clause, Query, Term } from '../browser/state/query.ts';
import { foldWord } from '../browser/text/fold-for-search.ts';
import { listOtherForms } from '../browser/text/other-forms.ts';
import { tokenize } from '../browser/text/tokenize.ts';
import { createFragmentReader } from './fragment-reader.ts';

/** The part of Pagefind's browser API that is used (pagefind.app/docs/api). */
export interface Pagefind {
  createInstance(options: { basePath: string }): {
    search(words: string): Promise<{ results: { id: string; score: number }[] }>;
  };
}

/** What a result shows of an article, and what its words are found in. */
export interface Fragment {
  url: string;
  title: string;
  text: string;
  /** BCP 47. */
  language: string;
  /** As a result shows it, as a citation has it, and in EDTF. */
  date: string;
  cited?: string;
  edtf?: string;
  byline?: string;
  source?: string;
  section?: string;
}

/** What is known of an index before it is loaded. */
export interface IndexVersion {
  /** Changes with the index, in which an article may have another number than before. */
  hash: string;
  /** How many articles it has, and how many each of its parts. */
  articles: number;
  parts: readonly number[];
}

/**
 * Loads the hash of the current index, which names the files that belong to it.
 *
 * @param index absolute URL of the index's folder
 */
export async function loadIndexVersion(index: string): Promise<IndexVersion> {
  // The file always has this name, and must not come from a cache.
  const response = await fetch(`${index}pagefind-entry.json`, { cache: 'no-cache' });
  const { languages, parts } = (await response.json()) as {
    languages: Record<string, { hash: string; page_count: number }>;
    parts: readonly number[];
  };
  const [{ hash, page_count } = { hash: '', page_count: 0 }] = Object.values(languages);
  return { hash, articles: page_count, parts };
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

/** What the score of another form of a word is worth. */
const ofOtherForm = 0.5;

/**
 * Opens the index of words. Articles in all languages are in one index, whose words are those of `tokenize`, unstemmed: so
 * each word can be found as it is. Other forms of a word are looked for by the rules of the site's language
 * (`listOtherForms`). The alternative, an index for each language, merged in the browser (`mergeIndex`), was tried with
 * texts in English, German, Russian, Arabic, Chinese and Japanese: Pagefind then stems each index by its own rules, but every
 * query by those of the page's language, so that no Arabic words were found; and it ignores a second index at the same
 * address. The price of one index: a word in another language is found in its own form and by its beginning, but not in
 * other forms ("корабли" does not find "корабль").
 *
 * @param loadPagefind loads the index's module `pagefind.js`; called once, before the first search
 * @param index absolute URL of the index's folder
 */
export function openTextIndex(
  loadPagefind: () => Promise<Pagefind>,
  index: string,
  version: Promise<IndexVersion>,
): TextIndex {
  let instance: Promise<ReturnType<Pagefind['createInstance']>> | undefined;
  const answers = new Map<string, Promise<TextMatches>>();
  const fragments = new Map<number, Promise<Fragment>>();
  const readers = version.then(({ hash, parts }) =>
    createFragmentReader((group) => `${index}fragment/${group.toString(36)}.fragments?v=${hash}`, parts),
  );
  readers.catch(() => {});

  const open = () =>
    (instance ??= loadPagefind().then((pagefind) => pagefind.createInstance({ basePath: index })));
  const search = async (words: string) => {
    const { results } = await (await open()).search(words);
    // A page's name is its number: see `numberPages`.
    return new Map(results.map(({ id, score }): [number, number] => [parseInt(id, 36), score]));
  };
  /** Finds what has just these words, one after another. */
  const searchExactly = (...words: readonly string[]) => search(`"${words.join(' ')}"`);

  const findWord = async (word: string, isExact: boolean): Promise<TextMatches> => {
    if (isExact) return searchExactly(word);
    const [longer, itself, ...ofOthers] = await Promise.all([
      search(word),
      searchExactly(word),
      ...listOtherForms(word).map((each) => searchExactly(each)),
    ]);
    const begins = itself.size > 0 || (await hasBeginning(word, longer)) ? longer : new Map<number, number>();
    // Articles with the word itself come before those with longer ones: Baker before bakeries.
    const longerWords = scale(begins, factorBelow(itself, begins));
    return joinAny([addScores(longerWords, itself), ...ofOthers.map((each) => scale(each, ofOtherForm))]);
  };
  /**
   * Whether articles have words that begin with a word. For a word that no article has, Pagefind returns articles with the
   * longest word that it begins with: "no" for "Norhaven".
   */
  const hasBeginning = async (word: string, found: TextMatches): Promise<boolean> => {
    const [sample] = found.keys();
    if (sample === undefined) return false;
    const { title, text } = await loadFragment(sample);
    const folded = foldWord(word);
    return [title, text]
      .map(tokenize)
      .some(({ words, joined }) =>
        [...words, ...joined].some(({ form }) => foldWord(form).startsWith(folded)),
      );
  };
  const findTerm = async ({ words, joined, isExact }: Term): Promise<TextMatches> => {
    const [first = '', ...others] = words;
    if (others.length === 0) return findWord(first, isExact);
    return joinAny(
      await Promise.all([
        searchExactly(...words),
        ...(joined === undefined ? [] : [findWord(joined, isExact)]),
      ]),
    );
  };
  const findClause = async ({ terms }: Clause) => joinAny(await Promise.all(terms.map(findTerm)));
  const find = async ({ all, none }: Query, prefetch: number): Promise<TextMatches> => {
    const [clauses, excluded] = await Promise.all([
      Promise.all(all.map(findClause)),
      Promise.all(none.map(findTerm)),
    ]);
    const matches = new Map(all.length === 0 && none.length > 0 ? await everything() : joinAll(clauses));
    for (const found of excluded) for (const number of found.keys()) matches.delete(number);
    const best = [...matches].sort(([, a], [, b]) => b - a).slice(0, prefetch);
    // An error here is reported when the article is shown.
    for (const [number] of best) loadFragment(number).catch(() => {});
    return matches;
  };
  const everything = async (): Promise<TextMatches> =>
    new Map(Array.from({ length: (await version).articles }, (_, number) => [number, 0]));

  const loadFragment = (article: number): Promise<Fragment> => {
    const known = fragments.get(article);
    if (known) return known;
    const loading = readers.then(async (read) => decodeFragment(await read(article)));
    fragments.set(article, loading);
    loading.catch(() => fragments.delete(article));
    return loading;
  };

  return {
    async warm() {
      await open();
    },
    findWords(query, prefetch = 0) {
      const key = JSON.stringify([query.all, query.none]);
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

/** The articles that are in any, each with its best score. */
function joinAny(all: readonly TextMatches[]): TextMatches {
  const [only, ...others] = all.filter(({ size }) => size > 0);
  if (others.length === 0) return only ?? new Map<number, number>();
  const joined = new Map(only);
  for (const each of others)
    for (const [number, score] of each) joined.set(number, Math.max(score, joined.get(number) ?? 0));
  return joined;
}

/** The articles that are in all, with the sums of their scores. */
function joinAll([first = new Map<number, number>(), ...others]: readonly TextMatches[]): TextMatches {
  return others.reduce((joined, each) => {
    const common = [...joined].filter(([number]) => each.has(number));
    return new Map(common.map(([number, score]) => [number, score + (each.get(number) ?? 0)]));
  }, first);
}

/** By what to multiply scores so that they are all below others. */
function factorBelow(others: TextMatches, scores: TextMatches): number {
  const least = [...others.values()].reduce((a, b) => Math.min(a, b), Infinity);
  const most = [...scores.values()].reduce((a, b) => Math.max(a, b), 0);
  return Math.min(1, (0.9 * least) / most);
}

function scale(found: TextMatches, factor: number): TextMatches {
  return new Map(Array.from(found, ([number, score]) => [number, score * factor]));
}

/** Adds to scores those that others have. */
function addScores(found: TextMatches, others: TextMatches): TextMatches {
  const added = new Map(found);
  for (const [number, score] of others) added.set(number, score + (found.get(number) ?? 0));
  return added;
}

async function decodeFragment(bytes: Uint8Array<ArrayBuffer>): Promise<Fragment> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as Fragment;
}
