import { inflections } from '../../../languages/search/messages.ts';
import { foldWord } from './fold-for-search.ts';

/** Words that Arabic and Hebrew write together with the next one: articles, "and", and prepositions. */
const prefixes: readonly [script: RegExp, prefixes: readonly string[]][] = [
  [/^\p{Script=Arabic}{2}/u, ['ال', 'و', 'وال', 'بال', 'كال', 'فال', 'لل', 'ب', 'ل']],
  [/^\p{Script=Hebrew}{2}/u, ['ה', 'ו', 'וה', 'ב', 'ל', 'מ', 'כ', 'ש']],
];

/** The fewest letters before an ending. */
const shortestStem = 3;

/**
 * Lists the other forms in which a word is looked for: those that {@link listInflections} gives, and Arabic and Hebrew words
 * with and without what is written before them in one word.
 *
 * @param word normalized
 *
 * @example
 * listOtherForms('ferries') // ['ferry', 'ferried', 'ferrying']
 * listOtherForms('كتاب') // ['الكتاب', 'وكتاب', 'والكتاب', …]
 */
export function listOtherForms(word: string): string[] {
  const base = word.replace(/^ال(?=\p{L}{3})/u, '');
  const added = prefixes.flatMap(([script, each]) =>
    script.test(base) ? each.map((prefix) => prefix + base) : [],
  );
  return [...new Set([base, ...added, ...listInflections(word)])].filter((form) => form !== word);
}

/**
 * Lists other forms of a word, by the endings that stand for one another in the site's language. Some of them are no words;
 * the index does not have those.
 *
 */
function listInflections(word: string): string[] {
  const folded = foldWord(word);
  const [endings = [], ending = ''] = findEndings(folded);
  const stem = folded.slice(0, folded.length - ending.length);
  const forms = endings.map((each) => stem + each);
  // "stopped" is a form of "stop".
  const single = /([bdgmnprt])\1$/.test(stem) && ending !== '' ? stem.slice(0, -1) : undefined;
  if (single !== undefined) forms.push(single, `${single}s`);
  return [...new Set(forms)].filter((form) => form !== word && form !== folded);
}

/** @returns the endings that a word's own, which is the longest that it has, stands with */
function findEndings(word: string): [endings: readonly string[], ending: string] | [] {
  for (const endings of inflections) {
    const ending = endings.find(
      (each) => word.endsWith(each) && isStem(word.slice(0, word.length - each.length)),
    );
    if (ending !== undefined) return [endings, ending];
  }
  return [];
}

function isStem(stem: string): boolean {
  return stem.length >= shortestStem && /[aeiouy]/.test(stem) && /^[a-z]+$/.test(stem);
}
