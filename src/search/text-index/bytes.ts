// Bytes, and unsigned integers in LEB128: seven bits a byte, the lowest first, of which all but the last have the highest bit
// set (DWARF 5, section 7.6). Used in Node.js and in browsers.

/** Thrown when bytes end before what they should hold. */
class EndOfBytes extends Error {}

/** Reads one value after another. */
export class ByteReader {
  readonly bytes: Uint8Array;
  /** The byte at which the next value begins. */
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Whether nothing is left. */
  get isAtEnd(): boolean {
    return this.position >= this.bytes.length;
  }

  readNumber(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.bytes[this.position++];
      if (byte === undefined) throw new EndOfBytes('A number is cut off.');
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  /** @returns a view of the next bytes */
  readBytes(length: number): Uint8Array {
    const end = this.position + length;
    if (end > this.bytes.length) throw new EndOfBytes(`${length} bytes are cut off.`);
    const read = this.bytes.subarray(this.position, end);
    this.position = end;
    return read;
  }
}

/** Writes one value after another. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 10);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  writeNumber(value: number): void {
    this.#reserve(8);
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#bytes[this.#length++] = (rest % 128) | 128;
    this.#bytes[this.#length++] = rest;
  }

  writeBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Writes what another one holds, which is empty then, as {@link take} leaves it. */
  writeFrom(other: ByteWriter): void {
    this.writeBytes(other.#bytes.subarray(0, other.#length));
    other.#length = 0;
  }

  /** @returns what was written since the last call, or since the beginning */
  take(): Uint8Array<ArrayBuffer> {
    const written = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return written;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
