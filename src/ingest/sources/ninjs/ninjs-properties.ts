import { SourceError } from '../source-error.ts';
import { toLine } from '../../text/lines.ts';

/** Properties by name, in lower case: ninjs 1 and 2 write `versioncreated`, ninjs 3 writes `versionCreated`. */
export type NinjsProperties = ReadonlyMap<string, unknown>;

/** The name of a thing, '' when it has none. */
export function nameOf(properties: NinjsProperties): string {
  return toLine(textOf(properties.get('name')));
}

/** A value that is a string; '' for any other. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The objects of the arrays under these keys. */
export function listProperties(item: NinjsProperties, ...keys: string[]): NinjsProperties[] {
  return keys.flatMap((key) => item.get(key)).flatMap((value) => propertiesOf(value) ?? []);
}

/** The properties of a value that is an object. */
export function propertiesOf(value: unknown): NinjsProperties | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([name, each]) => [name.toLowerCase(), each]));
}

/**
 * The text of a property, on one line.
 *
 * @param key as ninjs 3 writes it
 * @throws {SourceError} when there is a value, but not a string
 */
export function readString(item: NinjsProperties, key: string): string | undefined {
  const value = item.get(key.toLowerCase()) ?? '';
  if (typeof value === 'string') return toLine(value) || undefined;
  const fix = 'Correct it, or remove it.';
  throw new SourceError(`a value of "${key}" that is not a string`, 'a text', fix);
}
