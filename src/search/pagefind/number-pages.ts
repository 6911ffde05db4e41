import { CborReader, CborWriter } from './cbor.ts';
import { signature } from './pagefind-file.ts';

const encoder = new TextEncoder();

/**
 * Gives the pages of a Pagefind index their numbers as names, in base 36: a search result then identifies its
 * article on its own. In the file they have none (see `mergeParts`): twenty thousand names are more than everything else in it.
 *
 * @param meta a `.pf_meta` file, decompressed: see `encodeMeta`
 * @throws {CborError} when it is another file
 */
export function numberPages(meta: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new CborReader(meta, signature.length);
  const writer = new CborWriter();
  reader.readArray();
  reader.skipItem();
  const pages = reader.readArray();
  writer.copy(meta, 0, reader.position);
  for (let page = 0; page < pages; page++) {
    const items = reader.readArray();
    writer.writeArray(items);
    writer.writeText(encoder.encode(page.toString(36)));
    reader.skipText();
    const start = reader.position;
    for (let item = 1; item < items; item++) reader.skipItem();
    writer.copy(meta, start, reader.position);
  }
  writer.copy(meta, reader.position);
  return writer.take();
}
