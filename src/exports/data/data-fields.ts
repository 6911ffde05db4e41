import { articleFields } from '../../records/article-fields.ts';

/** Describes each field of an article's data, by name. In English only. */
export function describeFields(): ReadonlyMap<string, string> {
  return new Map(articleFields.map(({ name, description }) => [name, description]));
}
