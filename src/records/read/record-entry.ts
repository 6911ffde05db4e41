import type { Entry } from './read-archive.ts';

/** A record whose text may be read when it is asked for. A class, since an object with a getter of its own takes half a kilobyte. */
export class RecordEntry<Data> implements Entry<Data> {
  readonly id: string;
  readonly data: Data;
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
  readonly #source: { readonly body?: string };

  /** @param source what has its text */
  constructor(id: string, data: Data, digest: string, source: { readonly body?: string }) {
    this.id = id;
    this.data = data;
    this.digest = digest;
    this.#source = source;
  }

  /** The Markdown below the frontmatter. */
  get body(): string {
    return this.#source.body ?? '';
  }
}
