import { hash } from 'node:crypto';

/**
 * SHA-256 of plain data, in base64url: a cache key. Two values have the same digest when JSON writes them alike.
 *
 * @example
 * digestOf({ title: 'A', parts: [1, 2] }) === digestOf({ title: 'A', parts: [1, 2] }) // true
 */
export function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value) ?? '', 'base64url');
}

/**
 * Marks an object so that {@link digestOf} takes a digest of it instead of all that it holds. For what is large, or is
 * part of many values: it is digested once, and not again for each of them.
 *
 * @param digest of everything in the object; computed when left out
 * @returns the same object; what it holds is read as before
 */
export function byDigest<Value extends object>(value: Value, digest = digestOf(value)): Value {
  return Object.defineProperty(value, 'toJSON', { value: () => digest, enumerable: false });
}
