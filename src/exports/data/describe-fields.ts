import type { Archive } from '../../archive/archive.ts';

/** What the ids of a federation's articles are; in English, as all descriptions of fields. */
const federatedId =
  'The short name of the archive that the article is in, and its path below articles/ there.';

/** The fields of the data of an archive's articles, with what they say: the ids of a federation are longer than others. */
export function describeFields<Field extends { name: string; description: string }>(
  fields: readonly Field[],
  { federated }: Pick<Archive, 'federated'>,
): readonly Field[] {
  if (federated.length === 0) return fields;
  return fields.map((field) => (field.name === 'id' ? { ...field, description: federatedId } : field));
}
