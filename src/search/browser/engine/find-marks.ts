import { foldTerm, type Query, type Term } from '../state/query.ts';
import { foldWord } from '../text/fold-for-search.ts';
import { listOtherForms } from '../text/other-forms.ts';
import { tokenize, type Token } from '../text/tokenize.ts';

/** A stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Finds where a text has what was looked for. */
export type FindMarks = (text: string) => Stretch[];

/** Creates the function that finds the terms of a query in texts, by the rules by which the index has them. */
export function createMarker(query: Query): FindMarks {
  const finders = query.all.flatMap(({ terms }) => terms.map(createTermFinder));
  return (text) => {
    const { words, joined } = tokenize(text);
    const [ofWords, ofJoined] = [
      words.map(({ form }) => foldWord(form)),
      joined.map(({ form }) => foldWord(form)),
    ];
    const marks = finders.flatMap((find) => {
      const found = find(words, ofWords);
      // Of "Marie-Anne", "Marie" is marked where that is looked for.
      const isIn = ({ start, end }: Stretch) => found.some((mark) => mark.start < end && start < mark.end);
      return [...found, ...find(joined, ofJoined, true).filter((mark) => !isIn(mark))];
    });
    return joinStretches(text, marks);
  };
}

type FindTerm = (tokens: readonly Token[], forms: readonly string[], areJoined?: boolean) => Stretch[];

/** Whether a form of the index is found by a word. */
function createWordTest(word: string, isExact: boolean): (form: string) => boolean {
  const folded = foldWord(word);
  if (isExact) return (form) => form === folded;
  const others = new Set(listOtherForms(word).map(foldWord));
  return (form) => form.startsWith(folded) || others.has(form);
}

function createTermFinder(term: Term): FindTerm {
  const { words, joined } = foldTerm(term);
  const [first = '', ...others] = words;
  const single = others.length === 0 ? first : joined;
  const isFound = single === undefined ? undefined : createWordTest(single, term.isExact);
  return (tokens, forms, areJoined = false) =>
    tokens.flatMap((token, index) => {
      const form = forms[index] ?? '';
      if (isFound?.(form)) return [token];
      if (areJoined || others.length === 0 || form !== first) return [];
      if (!others.every((other, place) => forms[index + place + 1] === other)) return [];
      return [{ start: token.start, end: tokens[index + others.length]?.end ?? token.end }];
    });
}

/** Joins stretches that overlap, or have only spaces between them. */
function joinStretches(text: string, stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && (start <= last.end || /^[^\S\n]+$/u.test(text.slice(last.end, start)))) {
      last.end = Math.max(last.end, end);
    } else joined.push({ start, end });
  }
  return joined;
}
