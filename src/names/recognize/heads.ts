import type { Token } from '../text/tokens.ts';
import type { NameWords } from '../words/name-words.ts';

/** `name` is that of an organization or a place. */
export type Head = 'name' | 'other' | undefined;

/** Whether a word makes a name that of an organization; in German also as the end of a longer word: "Landgericht". */
export function isOrganizationWord(
  word: string,
  { organizationWords, capitalizesNouns }: NameWords,
): boolean {
  if (organizationWords.has(word)) return true;
  return capitalizesNouns && word.length > 8 && compoundEnds.some((end) => word.endsWith(end));
}

const compoundEnds =
  `gesellschaft gericht ministerium verband universität hochschule gewerkschaft behörde zeitung partei stiftung verein werke
  kammer konzern genossenschaft institut orchester akademie`.split(/\s+/);

/** Whether a run has a word that makes it the name of an organization or a place, or of something else. */
export function findHead(tokens: readonly Token[], from: number, to: number, words: NameWords): Head {
  const last = tokens[to - 1] as Token;
  if (to - from < 2) return undefined;
  if (words.otherWords.has(last.lower)) return 'other';
  if (isOrganizationWord(last.lower, words) || words.placeWords.has(last.lower)) return 'name';
  for (let at = from; at < to - 2; at++) {
    const isHead =
      words.organizationWords.has(tokens[at]?.lower ?? '') || words.placeWords.has(tokens[at]?.lower ?? '');
    if (isHead && words.connectors.has(tokens[at + 1]?.lower ?? '')) return 'name';
  }
  return undefined;
}
