import type { Token } from '../text/tokens.ts';
import { sensesOf } from '../words/lexicon.ts';
import type { NameWords } from '../words/name-words.ts';
import type { Head } from './heads.ts';
import { isCommon } from './vocabulary.ts';

/** Titles that are family names, too: "Ada King". */
const familyTitles = new Set(
  'king prince pope judge major bishop abbot baron duke marshal master chief guard field coach sheriff speaker'.split(
    ' ',
  ),
);

/** Whether a token of a run is a title, which is no part of the name. */
export function isTitleAt(
  tokens: readonly Token[],
  at: number,
  isFirst: boolean,
  isLast: boolean,
  head: Head,
  words: NameWords,
): boolean {
  const { lower, shape, possessive } = tokens[at] as Token;
  if (shape === 'capitals')
    return lower === 'ceo' || lower === 'cfo' || lower === 'coo' || lower === 'mp' || lower === 'mps';
  if (words.capitalizesNouns && words.roles.has(lower) && !isLast) return true;
  if (
    !words.titles.has(lower) &&
    !(lower.includes('-') && lower.split('-').every((part) => words.titles.has(part)))
  )
    return false;
  if (head !== undefined && (!isPersonAfter(tokens, at, words) || isFirst === false)) return false;
  const next = tokens[at + 1]?.lower ?? '';
  // "Major League", "General Motors", "King County".
  const isBeforeTitle = tokens.slice(at + 1, at + 3).some((token) => words.titles.has(token.lower));
  if (
    !isLast &&
    !isBeforeTitle &&
    (words.organizationWords.has(next) || words.otherWords.has(next) || words.placeWords.has(next))
  )
    return false;
  return isFirst || !isLast || (!familyTitles.has(lower) && !possessive);
}

/** Whether a given name or another title follows a title: "President Ana Lake". */
function isPersonAfter(tokens: readonly Token[], at: number, words: NameWords): boolean {
  const next = tokens[at + 1];
  return next !== undefined && (sensesOf(next.lower).given || words.titles.has(next.lower));
}

/** "Secretary of State", "Chief Financial Officer". */
export function isPartOfTitle(
  tokens: readonly Token[],
  at: number,
  to: number,
  { titles }: NameWords,
): boolean {
  const { lower, possessive } = tokens[at] as Token;
  // "President of the | People's Republic"
  if (!isCommon(lower) || possessive) return false;
  return (
    tokens[at - 1]?.shape === 'lower' || tokens.slice(at + 1, to).some((token) => titles.has(token.lower))
  );
}
