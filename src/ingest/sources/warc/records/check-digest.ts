import { createHash, getHashes } from 'node:crypto';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Whether bytes have the checksum that a crawl has for them: `sha1:` and 32 letters in Base32, or another function, also in
 * hexadecimal (WARC 1.1, section 5.8).
 *
 * @returns undefined when it is of an unknown kind
 */
export function hasDigest(bytes: Uint8Array, labelled: string): boolean | undefined {
  const [, label = '', value = ''] =
    /^([\w-]{1,20}):(\w{1,200})={0,6}$/.exec(labelled.trim().toLowerCase()) ?? [];
  const name = label.replace(/^sha-/, 'sha');
  if (!getHashes().includes(name)) return undefined;
  const digest = createHash(name).update(bytes).digest();
  return value === digest.toString('hex') || value === toBase32(digest);
}

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}
