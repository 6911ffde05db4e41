import { SourceError, type Item, type Origin } from '../drafts/draft.ts';
import { toLine } from '../text/lines.ts';

/** Makes an item; what keeps it from being made becomes a failed one, so that the next can follow. */
export function attempt(origin: Origin, makeItem: () => Item): Item {
  try {
    return makeItem();
  } catch (error) {
    const { problem } = toSourceError(error);
    return { kind: 'failed', failure: { ...problem, line: problem.line + origin.line - 1, origin } };
  }
}

/**
 * Words what parsers throw besides what was found wrong. Mostly the stack is full: they go down a tree by calling
 * themselves.
 */
export function toSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const found =
    error instanceof RangeError
      ? 'elements nested too deeply, or too many of them'
      : `mark-up that cannot be read (${toLine(String(error)).slice(0, 200)})`;
  const fix = 'Take the text out of it, and give that as a plain text.';
  return new SourceError(found, 'mark-up as it is usual', fix);
}
