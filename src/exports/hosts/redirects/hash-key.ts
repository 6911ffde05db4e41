/**
 * The FNV-1a hash of an address (32 bits), by which a script finds the file that it is in.
 *
 * @param key ASCII
 */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
