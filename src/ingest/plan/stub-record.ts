import type { Vocabulary } from '../../records/vocabularies.ts';
import { writeRecord } from '../write/write-entry.ts';

type Kind = Pick<Vocabulary, 'singular'>;

/** Writes the file of a new authority record, which says no more than its name and where that comes from. */
export function writeStubRecord(name: string, kind: Kind): string {
  return writeRecord({ name, description: describeStub(kind) }, '');
}

/**
 * Whether nobody has described a record yet that was made of a name in a source. Such a name may be anybody's, and is not
 * looked for in texts: what a text is tagged with would depend on which ones were taken in before it.
 */
export function isStub({ description }: { description: string }, kind: Kind): boolean {
  return description === describeStub(kind);
}

function describeStub({ singular }: Kind): string {
  return `A ${singular} named in received texts, not described yet`.replace(/^A o/, 'An o');
}
