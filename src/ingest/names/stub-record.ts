import type { Vocabulary } from '../../records/vocabularies.ts';
import { renderRecord } from '../write/render-entry.ts';

type Kind = Pick<Vocabulary, 'singular'>;

/** Renders a new authority record: a name, and what the source says of it, else a placeholder description. */
export function renderStubRecord(
  name: string,
  kind: Kind,
  {
    description = describeStub(kind),
    broader,
    issn,
  }: { description?: string | undefined; broader?: string[]; issn?: string | undefined } = {},
): string {
  return renderRecord({ name, description, ...(issn && { issn }), ...(broader && { broader }) }, '');
}

/**
 * Whether a record was created from a name in a source and has no description yet. Such a name is ambiguous and is not
 * looked for in texts: otherwise the tags of a text would depend on which texts were ingested before it.
 */
export function isStub({ description }: { description: string }, kind: Kind): boolean {
  return description === describeStub(kind);
}

function describeStub({ singular }: Kind): string {
  return `A ${singular} named in received texts, not described yet`.replace(/^A o/, 'An o');
}
