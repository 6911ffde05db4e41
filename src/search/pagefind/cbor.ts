// CBOR (RFC 8949) as far as Pagefind's files use it: integers, texts and arrays of known length, and byte strings for what
// is added to them. It is read and written
// item by item, in Node.js and in browsers, since most of a file is only skipped or copied.

/** Major types (RFC 8949, section 3.1). */
export const major = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4 } as const;

/** Thrown when bytes are not CBOR, or have other items than expected. */
export class CborError extends Error {}

/** Reads items one after another. */
export class CborReader {
  readonly bytes: Uint8Array;
  /** The byte at which the next item begins. */
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  /** @returns how many items the array has; they are the next ones */
  readArray(): number {
    return this.#readHead(major.array);
  }

  readUnsigned(): number {
    return this.#readHead(major.unsigned);
  }

  /** Skips a text. @returns its length in bytes; it ends at the new position */
  skipText(): number {
    const length = this.#readHead(major.text);
    this.position += length;
    return length;
  }

  /** @returns the bytes of a byte string, where they are encoded */
  readBytes(): Uint8Array {
    const length = this.#readHead(major.bytes);
    this.position += length;
    return this.bytes.subarray(this.position - length, this.position);
  }

  /** Skips an item, with everything in it. */
  skipItem(): void {
    switch (this.nextType()) {
      case major.bytes:
        this.readBytes();
        break;
      case major.text:
        this.skipText();
        break;
      case major.array:
        for (let left = this.readArray(); left > 0; left--) this.skipItem();
        break;
      default:
        this.readInteger();
    }
  }

  /** @returns the integer, which may be negative */
  readInteger(): number {
    const isNegative = this.nextType() === major.negative;
    const argument = this.#readHead(isNegative ? major.negative : major.unsigned);
    return isNegative ? -1 - argument : argument;
  }

  /** @returns the major type of the next item, without reading it */
  nextType(): number {
    return (this.bytes[this.position] ?? 0) >> 5;
  }

  /** Reads the head of an item (section 3). @returns its argument: a length, or the integer itself */
  #readHead(type: number): number {
    const first = this.bytes[this.position];
    if (first === undefined || first >> 5 !== type || (first & 31) > 27) {
      throw new CborError(`Expected a CBOR item of type ${type} at byte ${this.position}.`);
    }
    this.position++;
    const low = first & 31;
    if (low < 24) return low;
    let argument = 0;
    for (let left = 1 << (low - 24); left > 0; left--) {
      argument = argument * 256 + (this.bytes[this.position++] ?? 0);
    }
    return argument;
  }
}

/** Writes items one after another, each in its shortest form (RFC 8949, section 4.2.1). */
export class CborWriter {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;

  /** @param length how many items the array has; they are to be written next */
  writeArray(length: number): void {
    this.#writeHead(major.array, length);
  }

  writeBytes(bytes: Uint8Array): void {
    this.#writeHead(major.bytes, bytes.length);
    this.copy(bytes);
  }

  /** @param text in UTF-8 */
  writeText(text: Uint8Array): void {
    this.#writeHead(major.text, text.length);
    this.copy(text);
  }

  /** @param value may be negative */
  writeInteger(value: number): void {
    this.#writeHead(value < 0 ? major.negative : major.unsigned, value < 0 ? -1 - value : value);
  }

  /** Writes items that are encoded already. */
  copy(bytes: Uint8Array, start = 0, end = bytes.length): void {
    this.#reserve(end - start);
    this.#bytes.set(bytes.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  /** @returns what was written since the last call, or since the beginning */
  take(): Uint8Array<ArrayBuffer> {
    const written = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return written;
  }

  #writeHead(type: number, argument: number): void {
    this.#reserve(9);
    if (argument < 24) {
      this.#bytes[this.#length++] = (type << 5) | argument;
      return;
    }
    const widthCode = argument < 2 ** 8 ? 0 : argument < 2 ** 16 ? 1 : argument < 2 ** 32 ? 2 : 3;
    this.#bytes[this.#length++] = (type << 5) | (24 + widthCode);
    for (let left = (1 << widthCode) - 1; left >= 0; left--) {
      this.#bytes[this.#length++] = Math.floor(argument / 256 ** left) % 256;
    }
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
