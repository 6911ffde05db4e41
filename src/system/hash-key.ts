/**
 * The FNV-1a hash of an address or an id (32 bits), which says in which of several parts it is.
 *
 * @param key ASCII
 */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
