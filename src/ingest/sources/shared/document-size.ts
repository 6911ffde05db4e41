import { SourceError } from '../source-error.ts';
import type { ReceivedFile } from '../source.ts';

/** The most bytes of a document, which is kept with its pictures. */
const documentLimit = 128 * 1024 * 1024;

/** @throws {SourceError} when a document is larger than can be kept in memory */
export function checkDocumentSize({ size }: ReceivedFile): void {
  if (size <= documentLimit) return;
  const found = `a document of ${size.toLocaleString('en')} bytes`;
  const expected = `at most ${documentLimit.toLocaleString('en')} bytes in a file`;
  throw new SourceError(found, expected, 'Save its pictures smaller, or split it into single articles.');
}
