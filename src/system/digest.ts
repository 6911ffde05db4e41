import { hash } from 'node:crypto';

/**
 * The SHA-256 of plain data, in base64url, for cache keys. Values with the same JSON have the same digest.
 *
 * @example
 * digestOf({ title: 'A', parts: [1, 2] }) === digestOf({ title: 'A', parts: [1, 2] }) // true
 */
export function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? '', 'base64url');
}

/**
 * Marks an object so that {@link digestOf} uses its digest instead of its content. For objects that are large or part of
 * many values: they are digested only once.
 *
 * @param digest of everything in the object; computed by default
 * @returns the same object, whose properties are unchanged
 */
export function byDigest<Value extends object>(value: Value, digest = digestOf(value)): Value {
  return Object.defineProperty(value, 'toJSON', { value: () => digest, enumerable: false });
}
