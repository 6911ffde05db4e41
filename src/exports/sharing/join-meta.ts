/** A `meta` element: some readers know it by its name, others by its property (RDFa); it may have both. */
export interface Meta {
  name?: string;
  property?: string;
  content: string;
}

/**
 * Joins `meta` elements that say the same to different readers, so that each text is in a page's head once.
 *
 * @example
 * joinMeta([{ name: 'citation_title', content: 'Fog' }], [{ property: 'og:title', content: 'Fog' }])
 * // [{ name: 'citation_title', property: 'og:title', content: 'Fog' }]
 */
export function joinMeta(named: readonly Meta[], others: readonly Meta[]): Meta[] {
  const left = new Set(others);
  const joined = named.map((meta) => {
    const same = others.find((other) => left.has(other) && other.property && other.content === meta.content);
    if (!same) return meta;
    left.delete(same);
    return { ...same, ...meta };
  });
  return [...joined, ...left];
}
