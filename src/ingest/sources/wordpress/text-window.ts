/**
 * The part of a file that is still needed while the file is read piece by piece. It is addressed by offsets into the whole
 * file, in UTF-16 code units.
 */
export class TextWindow {
  #text = '';
  #start = 0;

  /** The offset of its first character. */
  get start(): number {
    return this.#start;
  }

  /** The offset after its last character. */
  get end(): number {
    return this.#start + this.#text.length;
  }

  append(piece: string): void {
    this.#text += piece;
  }

  /** Drops everything before an offset. */
  dropBefore(offset: number): void {
    this.#text = this.#text.slice(offset - this.#start);
    this.#start = offset;
  }

  slice(from: number, to = this.end): string {
    return this.#text.slice(from - this.#start, to - this.#start);
  }

  /** The text between two offsets, without some ranges within it. */
  sliceWithout(ranges: readonly (readonly [from: number, to: number])[], from: number, to: number): string {
    const edges = [from, ...ranges.flat(), to];
    let text = '';
    for (let index = 0; index < edges.length; index += 2)
      text += this.slice(edges[index] ?? to, edges[index + 1]);
    return text;
  }

  /** The offset of the first occurrence of a text; `undefined` when there is none. */
  indexOf(text: string): number | undefined {
    const index = this.#text.indexOf(text);
    return index === -1 ? undefined : this.#start + index;
  }

  /** The offset of the last occurrence of a text that begins before an offset. */
  lastIndexOf(text: string, before: number): number {
    return this.#start + this.#text.lastIndexOf(text, before - this.#start - 1);
  }
}
