import type { Candidate, NameKind } from '../recognize/candidate.ts';
import { isDemonym, type Vocabulary } from '../recognize/vocabulary.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';

/** What a text says of a name right beside it. */
export interface MentionFacts {
  /** "Foreign Minister of Norland". */
  description: string | undefined;
  /** The title directly before the name. */
  title: string | undefined;
}

/** The longest description, in words. */
const longest = 12;

/**
 * Reads what a text says beside a name: the title before it, with the people it belongs to, or the apposition after it.
 *
 * @example
 * // "Swedish Foreign Minister Ana Holm said" gives "Swedish Foreign Minister";
 * // "Ana Holm, a painter of birds, said" gives "painter of birds"
 */
export function describeMention(mention: Candidate, kind: NameKind, vocabulary: Vocabulary): MentionFacts {
  if (mention.line.style !== 'prose') return { description: undefined, title: mention.title };
  const before = kind === 'person' ? titleBefore(mention, vocabulary) : undefined;
  return { description: appositionAfter(mention, kind, vocabulary) ?? before, title: mention.title };
}

/** Forms of address, which say nothing of a person. */
const address = new Set(
  'mr mrs ms miss sir dr madame mme mlle monsieur m herr frau señor señora sr sra don doña d lady lord prof professor'.split(
    ' ',
  ),
);

function titleBefore({ line, first, title }: Candidate, vocabulary: Vocabulary): string | undefined {
  const { tokens } = line;
  const { words } = vocabulary;
  let start = first;
  if (title !== undefined) {
    start = tokens.findIndex((token, at) => at < first && line.text.startsWith(title, token.start));
    if (start < 0 || title.split(' ').every((word) => address.has(word.toLowerCase().replace('.', ''))))
      return undefined;
  } else {
    const before = tokens[first - 1];
    if (before?.shape !== 'lower' || !(words.titles.has(before.lower) || words.roles.has(before.lower)))
      return undefined;
    start = first - 1;
  }
  // "prime", "deputy", "Swedish" and other titles before it belong to it; also one that "and" joins to it.
  while (start > 0) {
    const before = tokens[start - 1] as Token;
    const joins = words.conjunctions.has(before.lower) && words.titles.has(tokens[start - 2]?.lower ?? '');
    if (joins) start -= 2;
    else if (words.titles.has(before.lower) || words.roles.has(before.lower) || isDemonym(before, words))
      start--;
    else break;
  }
  let end = first;
  while (
    end > start &&
    tokens[end - 1]?.shape === 'lower' &&
    !words.roles.has(tokens[end - 1]?.lower ?? '') &&
    !words.titles.has(tokens[end - 1]?.lower ?? '')
  )
    end--;
  return (
    line.text
      .slice(tokens[start]?.start, tokens[end - 1]?.end)
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
}

function appositionAfter(
  { line, end }: Candidate,
  kind: NameKind,
  { words }: Vocabulary,
): string | undefined {
  const { tokens, text } = line;
  if (tokens[end]?.text !== ',') return undefined;
  let start = end + 1;
  if (!words.articles.has(tokens[start]?.lower ?? '') && tokens[start]?.shape !== 'lower') return undefined;
  if (words.articles.has(tokens[start]?.lower ?? '')) start++;
  else if (kind !== 'person' || !beginsDescription(tokens[start], words)) return undefined;
  let [at, isNoun] = [start, false];
  for (; at < tokens.length && at - start <= longest; at++) {
    const token = tokens[at] as Token;
    if (token.text === ',' || token.text === '.' || token.text === ';' || token.text === '(') break;
    if (token.shape === 'mark') return undefined;
    const listed =
      kind === 'person'
        ? [words.titles, words.roles]
        : kind === 'place'
          ? [words.placeContext]
          : [words.organizationContext];
    isNoun ||= listed.some((list) => list.has(token.lower));
    if (
      at === start &&
      words.functionWords.has(token.lower) &&
      token.lower !== 'former' &&
      token.lower !== 'first'
    )
      return undefined;
    if (words.speechVerbs.has(token.lower)) return undefined;
  }
  const isClosed = tokens[at] !== undefined && at - start <= longest && at > start;
  if (!isClosed || !isNoun || isCapitalized(tokens[at] as Token)) return undefined;
  return text.slice(tokens[start]?.start, tokens[at - 1]?.end).replace(/\s+/g, ' ');
}

/** Whether an apposition without an article begins: "former minister of war", "captain of the team". */
function beginsDescription(token: Token | undefined, words: Vocabulary['words']): boolean {
  if (!token) return false;
  return (
    token.lower === 'former' ||
    words.titles.has(token.lower) ||
    words.roles.has(token.lower) ||
    isDemonym(token, words)
  );
}
