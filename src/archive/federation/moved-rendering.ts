import type { StoredEntry } from '../article.ts';

type Rendering = NonNullable<StoredEntry<unknown>['rendered']>;

/** Gives the key of a record in the federation (`people/jane-doe-herald`) for that at its own archive. */
export type KeyOf = (key: string) => string;

/**
 * A rendering at an archive of a federation, in which records are named by their keys in the federation. Its text stays where
 * it is until it is asked for. A class, since an object with getters of its own takes half a kilobyte.
 */
export class MovedRendering {
  readonly #rendering: Rendering;
  readonly #keyOf: KeyOf;

  constructor(rendering: Rendering, keyOf: KeyOf) {
    this.#rendering = rendering;
    this.#keyOf = keyOf;
  }

  get html(): string {
    return this.#rendering.html;
  }

  get metadata(): Record<string, unknown> {
    const { metadata = {} } = this.#rendering;
    const { evidence, otherwiseNamed } = metadata as {
      evidence?: object;
      otherwiseNamed?: readonly string[];
    };
    return {
      ...metadata,
      ...(evidence && { evidence: this.#moveEvidence(evidence) }),
      ...(otherwiseNamed && { otherwiseNamed: otherwiseNamed.map(this.#keyOf) }),
    };
  }

  /** Of two records of the archive that are one in the federation, the first sentence stays. */
  #moveEvidence(evidence: object): object {
    const moved = new Map<string, unknown>();
    for (const [key, found] of Object.entries(evidence)) {
      const own = this.#keyOf(key);
      if (!moved.has(own)) moved.set(own, found);
    }
    return Object.fromEntries(moved);
  }
}
