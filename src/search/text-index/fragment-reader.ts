import { findFragment, placeFragment, tableEnd } from './fragment-group.ts';

/** Reads the bytes of fragments in a browser, by ranges where the host answers these. */
export type FragmentReader = (article: number) => Promise<Uint8Array<ArrayBuffer>>;

/** What has been read of a file: its beginning, or the whole. */
interface OpenFile {
  bytes: Uint8Array<ArrayBuffer>;
  isWhole: boolean;
}

/**
 * Creates a reader of fragments.
 *
 * @param addressOf returns the address of a file by its number
 * @param parts how many articles each part of the index has
 */
export function createFragmentReader(
  addressOf: (group: number) => string,
  parts: readonly number[],
): FragmentReader {
  const files = new Map<number, Promise<OpenFile>>();
  const open = (group: number) => {
    const file = files.get(group) ?? readBytes(addressOf(group), 0, tableEnd);
    files.set(group, file);
    file.catch(() => files.delete(group));
    return file;
  };
  return async (article) => {
    const { group, slot } = placeFragment(article, parts);
    const { bytes, isWhole } = await open(group);
    const [start, end] = findFragment(bytes, slot);
    if (isWhole) return bytes.slice(start, end);
    const read = await readBytes(addressOf(group), start, end);
    return read.isWhole ? read.bytes.slice(start, end) : read.bytes;
  };
}

async function readBytes(address: string, start: number, end: number): Promise<OpenFile> {
  const response = await fetch(address, { headers: { Range: `bytes=${start}-${end - 1}` } });
  return { bytes: new Uint8Array(await response.arrayBuffer()), isWhole: response.status !== 206 };
}
