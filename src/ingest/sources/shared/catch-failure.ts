import { SourceError } from '../source-error.ts';
import type { Item, Origin } from '../source.ts';
import { toLine } from '../../text/lines.ts';

/** Makes an item; an error becomes a failed item, so that reading can continue with the next. */
export function catchFailure(origin: Origin, makeItem: () => Item): Item {
  try {
    return makeItem();
  } catch (error) {
    const { problem } = toSourceError(error);
    return { kind: 'failed', failure: { ...problem, line: problem.line + origin.line - 1, origin } };
  }
}

/**
 * Describes errors of parsers as problems of the source. Most of them are stack overflows, since parsers are recursive.
 */
export function toSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const found =
    error instanceof RangeError
      ? 'elements nested too deeply, or too many of them'
      : `markup that cannot be read (${toLine(String(error)).slice(0, 200)})`;
  const fix = 'Copy the text out of it, and ingest that as plain text.';
  return new SourceError(found, 'ordinary markup', fix);
}
