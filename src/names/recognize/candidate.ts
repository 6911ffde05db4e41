import type { Line } from '../text/lines.ts';
import type { Token } from '../text/tokens.ts';

/** The kinds of names that are proposed; `other` is what is a name of none of them: an event, a prize, a law. */
export type NameKind = 'person' | 'place' | 'organization';
export type AnyKind = NameKind | 'other';

/** A run of words in a line that may be a name. */
export interface Candidate {
  /** As printed. */
  name: string;
  line: Line;
  /** The range of its tokens in the line; `end` is after the last. */
  first: number;
  end: number;
  /** Whether only the beginning of a sentence may be the reason for its first capital. */
  opensSentence: boolean;
  /** The title directly before it, as printed: "Prime Minister". */
  title: string | undefined;
  /** Whether it names the place where an article was written. */
  isDateline: boolean;
}

/** The tokens of a candidate. */
export function tokensOf({ line, first, end }: Candidate): Token[] {
  return line.tokens.slice(first, end);
}

/** Makes a candidate of a range of tokens. */
export function candidateAt(
  line: Line,
  first: number,
  end: number,
  rest: Partial<Pick<Candidate, 'opensSentence' | 'title' | 'isDateline'>> = {},
): Candidate {
  const name = line.text.slice(line.tokens[first]?.start, line.tokens[end - 1]?.end);
  return { name, line, first, end, opensSentence: false, title: undefined, isDateline: false, ...rest };
}
