import { CborError, major, type CborReader, type CborWriter } from './cbor.ts';

// Reads whole items, where they are not just skipped. Browsers do not need this.

/** An item with everything in it. */
export type CborItem = number | string | Uint8Array | readonly CborItem[];

/** Reads the next item. @throws {CborError} when it is of another type, or truncated */
export function readItem(reader: CborReader): CborItem {
  const type = reader.nextType();
  if (type === major.array) return Array.from({ length: reader.readArray() }, () => readItem(reader));
  if (type === major.bytes) return reader.readBytes();
  if (type !== major.text) return reader.readInteger();
  const length = reader.skipText();
  if (reader.position > reader.bytes.length) throw new CborError('A text ends after the end of the file.');
  return new TextDecoder().decode(reader.bytes.subarray(reader.position - length, reader.position));
}

export function writeItem(writer: CborWriter, item: CborItem): void {
  if (typeof item === 'string') writer.writeText(new TextEncoder().encode(item));
  else if (typeof item === 'number') writer.writeInteger(item);
  else if (item instanceof Uint8Array) writer.writeBytes(item);
  else {
    writer.writeArray(item.length);
    for (const each of item) writeItem(writer, each);
  }
}
