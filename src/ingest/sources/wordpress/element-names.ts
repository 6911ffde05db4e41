/** The namespaces of an export, whatever their version and protocol, and the prefixes that they usually have. */
const namespaces: readonly [namespace: RegExp, prefix: string][] = [
  [/^https?:\/\/(?:www\.)?wordpress\.org\/export\/[\d.]*\/?$/i, 'wp'],
  [/^https?:\/\/(?:www\.)?wordpress\.org\/export\/[\d.]*\/?excerpt\/?$/i, 'excerpt'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i, 'content'],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/i, 'dc'],
];

/** Gives the elements of an export the names that they usually have, whatever prefixes its namespaces are bound to. */
export interface ElementNames {
  /** Takes note of the namespaces that an element declares. */
  declare(attributes: Readonly<Record<string, string>>): void;
  /** The usual name of an element: `wp:status`. */
  nameOf(written: string): string;
}

/** Elements whose prefix is not declared keep it: some exporters declare none. */
export function createElementNames(): ElementNames {
  const prefixes = new Map<string, string>();
  return {
    declare(attributes) {
      for (const [key, value] of Object.entries(attributes)) {
        if (!key.startsWith('xmlns:')) continue;
        const usual = namespaces.find(([namespace]) => namespace.test(value.trim()))?.[1];
        // A namespace of another kind under a usual prefix is not what the prefix usually stands for.
        const isTaken = namespaces.some(([, prefix]) => prefix === key.slice(6));
        if (usual !== undefined) prefixes.set(key.slice(6), usual);
        else if (isTaken && key !== 'xmlns:wp') prefixes.set(key.slice(6), 'other');
      }
    },
    nameOf(written) {
      const colon = written.indexOf(':');
      const prefix = colon === -1 ? undefined : prefixes.get(written.slice(0, colon));
      return prefix === undefined ? written : prefix + written.slice(colon);
    },
  };
}
