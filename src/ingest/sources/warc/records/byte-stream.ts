const none = Buffer.alloc(0);

/** Bytes that come piece by piece, read by what is in them. */
export class ByteStream {
  readonly #pieces: AsyncIterator<Buffer, unknown>;
  #rest: Buffer = none;
  #isEnded = false;
  #result: unknown;
  /** How many bytes have been read. */
  passed = 0;

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]() as AsyncIterator<Buffer, unknown>;
  }

  /** What the generator of the pieces returned; undefined before all of them were read. */
  get result(): unknown {
    return this.#result;
  }

  /** The next bytes without reading them: fewer at the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#rest.length < count && (await this.#load()));
    return this.#rest.subarray(0, count);
  }

  /**
   * Reads up to the first blank line, with it: the head of a message (RFC 9112, section 2.1; WARC 1.1, section 4).
   *
   * @returns undefined when there is no blank line among the first `longest` bytes
   */
  async readHead(longest: number): Promise<Buffer | undefined> {
    for (let searched = 0; ;) {
      const end = endOfHead(this.#rest, searched);
      if (end > longest) return undefined;
      if (end > 0) return this.#pass(end);
      searched = Math.max(0, this.#rest.length - 3);
      if (this.#rest.length > longest || !(await this.#load())) return undefined;
    }
  }

  /** Reads a line, with its end. @returns undefined when there is none among the first `longest` bytes */
  async readLine(longest: number): Promise<string | undefined> {
    for (;;) {
      const end = this.#rest.indexOf(10) + 1;
      if (end > 0) return end > longest ? undefined : this.#pass(end).toString('latin1');
      if (this.#rest.length > longest || !(await this.#load())) return undefined;
    }
  }

  /** Reads a number of bytes, or all that there are. */
  async *take(count = Infinity): AsyncGenerator<Buffer, void> {
    for (let left = count; left > 0;) {
      if (this.#rest.length === 0 && !(await this.#load())) return;
      const piece = this.#pass(Math.min(left, this.#rest.length));
      left -= piece.length;
      yield piece;
    }
  }

  /** Ends the source of the pieces. */
  async close(): Promise<void> {
    if (!this.#isEnded) await this.#pieces.return?.();
    this.#isEnded = true;
  }

  #pass(count: number): Buffer {
    const passed = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    this.passed += count;
    return passed;
  }

  async #load(): Promise<boolean> {
    if (this.#isEnded) return false;
    const next = await this.#pieces.next();
    if (next.done) {
      this.#isEnded = true;
      this.#result = next.value;
      return false;
    }
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }
}

/** The offset after the first blank line; 0 when there is none. */
function endOfHead(bytes: Buffer, from: number): number {
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n', from), bytes.indexOf('\n\n', from)];
  if (crlf < 0 && lf < 0) return 0;
  return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf + 2;
}
