// Fragments, of about a kilobyte each, in files of several, since hosts limit files. A file is a gzip file of several members
// (RFC 1952, section 2.2): an empty one, whose extra field (section 2.3.1.1) says where the others end, and one for each
// fragment. A browser reads the beginning and then the range of bytes of a fragment (RFC 9110, section 14); a host that does
// not answer ranges sends the whole file.

/** Fragments in a file, at most: so few that the whole file can be loaded for one of them. */
export const groupSize = 16;

/** The subfield of the extra field: its two characters, and the positions after each fragment, in four bytes each. */
const subfield = 'DF';
const tableStart = 16;
/** The length of the beginning of a file that says where each fragment is. */
export const tableEnd = tableStart + groupSize * 4;
/** After it, the first member has no content, whose checksum and length are 0. */
const emptyContent = [3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const firstStart = tableEnd + emptyContent.length;

/**
 * Joins fragments to a file.
 *
 * @param members up to {@link groupSize} fragments, each compressed with gzip
 */
export function joinFragments(members: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = members.reduce((sum, each) => sum + each.length, firstStart);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  // Magic number, deflate, FEXTRA, no time, no flags, an unknown system.
  file.set([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255]);
  view.setUint16(10, groupSize * 4 + 4, true);
  file.set(
    [...subfield].map((character) => character.charCodeAt(0)),
    12,
  );
  view.setUint16(14, groupSize * 4, true);
  file.set(emptyContent, tableEnd);
  let end = firstStart;
  for (let slot = 0; slot < groupSize; slot++) {
    const member = members[slot];
    if (member) file.set(member, end);
    end += member?.length ?? 0;
    view.setUint32(tableStart + slot * 4, end, true);
  }
  return file;
}

/**
 * Finds a fragment in a file.
 *
 * @param beginning of the file, at least {@link tableEnd} bytes
 * @throws when it is no such file
 */
export function findFragment(beginning: Uint8Array, slot: number): [start: number, end: number] {
  const view = new DataView(beginning.buffer, beginning.byteOffset, beginning.byteLength);
  if (beginning.length < tableEnd || view.getUint16(0) !== 0x1f8b || view.getUint8(3) !== 4)
    throw new Error('The file of fragments is in another form.');
  const endOf = (each: number) => (each < 0 ? firstStart : view.getUint32(tableStart + each * 4, true));
  return [endOf(slot - 1), endOf(slot)];
}

/** How many articles a part has, and with what the names of its files begin: a digest of what is in them. */
export type FragmentPart = readonly [articles: number, name: string];

/** A file of fragments: the name of its part, and its number in that. */
export interface FragmentFile {
  name: string;
  group: number;
}

/** The path of a file in the folder of the index. */
export function fragmentFile({ name, group }: FragmentFile): string {
  return `fragment/${name}-${group}.fragments`;
}

/** A fragment's file, and its position in that. */
export interface FragmentPlace extends FragmentFile {
  slot: number;
}

/**
 * Computes where the fragment of an article is. Files are made for each part of the index by itself, so that a new article
 * changes those of its part, and a file that is gone, since the site was published anew, is not taken for another.
 */
export function placeFragment(article: number, parts: readonly FragmentPart[]): FragmentPlace {
  let first = 0;
  for (const [size, name] of parts) {
    const own = article - first;
    if (own < size) return { name, group: Math.floor(own / groupSize), slot: own % groupSize };
    first += size;
  }
  throw new RangeError(`There is no article ${article}.`);
}

/** How many files the fragments of a part are in. */
export function countGroups(articles: number): number {
  return Math.ceil(articles / groupSize);
}
