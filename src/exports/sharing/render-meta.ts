/** A `meta` element: some readers know it by its name, others by its property (RDFa); it may have both. */
export interface Meta {
  name?: string;
  property?: string;
  content: string;
}

/**
 * Renders `meta` elements. Those that say the same to different readers are one, so that each text is in a page's head once.
 * As a string, since every page has some fifteen, and as elements they take a component a tenth of its time.
 *
 * @param others join those of the same content, if they have only a property
 *
 * @example
 * renderMeta([{ name: 'citation_title', content: 'Fog' }], [{ property: 'og:title', content: 'Fog' }])
 * // '<meta name="citation_title" property="og:title" content="Fog">'
 */
export function renderMeta(named: readonly Meta[], others: readonly Meta[]): string {
  const left = new Set(others);
  let html = '';
  for (const meta of named) {
    const same = others.find((other) => other.property && other.content === meta.content && left.has(other));
    if (same) left.delete(same);
    html += renderOne({ ...same, ...meta });
  }
  for (const meta of left) html += renderOne(meta);
  return html;
}

/** Names and properties are the program's own; contents are anything. */
function renderOne({ name, property, content }: Meta): string {
  const attributes = `${name ? ` name="${name}"` : ''}${property ? ` property="${property}"` : ''}`;
  return `<meta${attributes} content="${content.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
}
