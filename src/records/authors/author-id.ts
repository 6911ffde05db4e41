import { idOfName } from '../name-id.ts';

/** The id of an author, by the name alone: see {@link idOfName}. */
export function authorIdOf(name: string): string {
  return idOfName(name, 'author');
}
