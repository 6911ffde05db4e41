import type { FindWords, TextMatches } from '../browser/engine/engine.ts';
import type { Clause, Query, Term } from '../browser/state/query.ts';
import { foldWord } from '../browser/text/fold-for-search.ts';
import { listOtherForms } from '../browser/text/other-forms.ts';
import type { NumberedFile } from '../browser/engine/same-order.ts';
import { fragmentFile, type FragmentPart } from './fragment-group.ts';
import { createFragmentReader } from './fragment-reader.ts';
import { createWordLoader, type LoadedWord } from './load-words.ts';
import { addBelow, findBest, joinAll, joinAny, raise, remove } from './scores.ts';

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
  archive?: string;
  publishedIn?: string;
}

/** What is known of an index before it is loaded. */
export interface IndexVersion extends NumberedFile {
  /** Changes with the index. */
  hash: string;
  /** How many articles it has. */
  articles: number;
  /** How many articles each of its parts has, and with what the names of its files of fragments begin. */
  parts: readonly FragmentPart[];
}

/**
 * Loads what is known of the current index, whose files are requested by its hash.
 *
 * @param index absolute URL of the index's folder
 */
export async function loadIndexVersion(index: string): Promise<IndexVersion> {
  // The file always has this name, and must not come from a cache.
  const response = await fetch(`${index}version.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as IndexVersion;
}

/** The index of the articles' words. */
export interface TextIndex {
  /** Loads what a search needs, before there is one. */
  warm(): Promise<void>;
  findWords: FindWords;
  /** Lists the words of a query, which was looked for, with which so many begin that not all of these were looked for. */
  listCut(query: Query): string[];
  loadFragment(article: number): Promise<Fragment>;
}

/** Answers kept in memory: while facets are chosen, the words stay the same. */
const mostAnswers = 4;

/** What the score of another form of a word is worth. */
const ofOtherForm = 0.5;

/** What an article scores that is found without a word of it. */
const unscored = 1e-6;

/** What the score of a word with other diacritics is worth. */
const ofOtherMarks = 0.8;

/**
 * Opens the index of words. Articles in all languages are in one index, whose words are those of `tokenize`, unstemmed: so
 * each word can be found as it is. Other forms of a word are looked for by the rules of the site's language
 * (`listOtherForms`). The price of one index: a word in another language is found in its own form and by its beginning, but
 * not in other forms ("корабли" does not find "корабль").
 *
 * @param index absolute URL of the index's folder
 */
export function openTextIndex(index: string, version: Promise<IndexVersion>): TextIndex {
  const answers = new Map<string, Promise<TextMatches>>();
  const fragments = new Map<number, Promise<Fragment>>();
  const readers = version.then(({ parts }) =>
    createFragmentReader((file) => `${index}${fragmentFile(file)}`, parts),
  );
  readers.catch(() => {});
  const words = createWordLoader(index, version);
  /** Words of which not all longer ones were looked for. */
  const cut = new Set<string>();
  const none = async (): Promise<Float32Array> => new Float32Array((await version).articles);

  /** Scores the articles that have a word, whatever its diacritics. */
  const raiseExactly = (scores: Float32Array, word: string, found: readonly LoadedWord[], factor = 1) => {
    for (const each of found) raise(scores, each, each.form === word ? factor : factor * ofOtherMarks);
    return scores;
  };
  const findSpellings = (word: string) => words.findWord(foldWord(word));
  const findWord = async (word: string, isExact: boolean): Promise<Float32Array> => {
    if (isExact) return raiseExactly(await none(), word, await findSpellings(word));
    const otherForms = listOtherForms(word);
    const [itself, longer, ...others] = await Promise.all([
      findSpellings(word),
      words.findLonger(foldWord(word)),
      ...otherForms.map(findSpellings),
    ]);
    const scores = raiseExactly(await none(), word, itself);
    if (!longer.areAll) cut.add(word);
    if (longer.words.length > 0) {
      const ofLonger = await none();
      for (const each of longer.words) raise(ofLonger, each);
      // Articles with the word itself come before those with longer ones: Baker before bakeries.
      addBelow(scores, ofLonger);
    }
    for (const [index, form] of otherForms.entries())
      raiseExactly(scores, form, others[index] ?? [], ofOtherForm);
    return scores;
  };
  const findTerm = async ({ words: own, joined, isExact }: Term): Promise<Float32Array> => {
    const [first = '', ...others] = own;
    if (others.length === 0) return findWord(first, isExact);
    // Few searches have phrases.
    const { findPhrase } = await import('./find-phrase.ts');
    const phrase = findPhrase(own, words, await none());
    if (joined === undefined) return phrase;
    const [scores, ofJoined] = await Promise.all([phrase, findWord(joined, isExact)]);
    joinAny(scores, ofJoined);
    return scores;
  };
  const findClause = async ({ terms }: Clause) => {
    const [first = await none(), ...others] = await Promise.all(terms.map(findTerm));
    for (const each of others) joinAny(first, each);
    return first;
  };
  const find = async ({ all, none: excluded }: Query, prefetch: number): Promise<TextMatches> => {
    const [clauses, others] = await Promise.all([
      Promise.all(all.map(findClause)),
      Promise.all(excluded.map(findTerm)),
    ]);
    const [matches = (await none()).fill(others.length > 0 ? unscored : 0), ...rest] = clauses;
    for (const each of rest) joinAll(matches, each);
    for (const each of others) remove(matches, each);
    // An error here is reported when the article is shown.
    for (const number of findBest(matches, prefetch)) loadFragment(number).catch(() => {});
    return matches;
  };

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
      await words.loadTable();
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
    listCut({ all, none: excluded }) {
      const terms = [...all.flatMap(({ terms }) => terms), ...excluded];
      return terms
        .filter(
          ({ words: [word = '', ...others], isExact }) => others.length === 0 && !isExact && cut.has(word),
        )
        .map(({ text }) => text);
    },
    loadFragment,
  };
}

async function decodeFragment(bytes: Uint8Array<ArrayBuffer>): Promise<Fragment> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as Fragment;
}
