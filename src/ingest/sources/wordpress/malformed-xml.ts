import type { Position } from '../../../records/problem.ts';
import { SourceError } from '../source-error.ts';

/** Thrown where an export cannot be read any further. */
export class MalformedXml extends SourceError {}

/** @param cause what is wrong, as the parser says it */
export function malformedXml(cause: string, position: Position): MalformedXml {
  const fix = 'Correct the file there, or request it again: it may be truncated.';
  return new MalformedXml(`malformed XML (${cause})`, 'well-formed XML', fix, position);
}
