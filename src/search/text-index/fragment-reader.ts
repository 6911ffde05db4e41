import {
  findFragment,
  placeFragment,
  tableEnd,
  type FragmentFile,
  type FragmentPart,
} from './fragment-group.ts';

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
 * @param addressOf returns the address of a file
 */
export function createFragmentReader(
  addressOf: (file: FragmentFile) => string,
  parts: readonly FragmentPart[],
): FragmentReader {
  const files = new Map<string, Promise<OpenFile>>();
  const open = (address: string) => {
    const file = files.get(address) ?? readBytes(address, 0, tableEnd);
    files.set(address, file);
    file.catch(() => files.delete(address));
    return file;
  };
  return async (article) => {
    const { slot, ...file } = placeFragment(article, parts);
    const address = addressOf(file);
    const { bytes, isWhole } = await open(address);
    const [start, end] = findFragment(bytes, slot);
    if (isWhole) return bytes.slice(start, end);
    const read = await readBytes(address, start, end);
    return read.isWhole ? read.bytes.slice(start, end) : read.bytes;
  };
}

async function readBytes(address: string, start: number, end: number): Promise<OpenFile> {
  const response = await fetch(address, { headers: { Range: `bytes=${start}-${end - 1}` } });
  return { bytes: new Uint8Array(await response.arrayBuffer()), isWhole: response.status !== 206 };
}
