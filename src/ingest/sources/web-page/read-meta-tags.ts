import { toLine } from '../../text/lines.ts';

/** Returns the contents of the meta tags with these names, in the order of the names. */
export type MetaTags = (...names: string[]) => string[];

/**
 * Reads the meta tags of a page, and the `<time>` elements that are microdata. Names are looked up in lower case, whether
 * they stand in `name`, `property`, `itemprop` or `http-equiv`; the prefix of Dublin Core is `dc.`, however it is written.
 */
export function readMetaTags(document: Document): MetaTags {
  const contents = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content], time[itemprop][datetime]')) {
    const content = toLine(element.getAttribute('content') ?? element.getAttribute('datetime') ?? '');
    if (content === '') continue;
    for (const name of namesOf(element)) {
      const known = contents.get(name);
      if (known) known.push(content);
      else contents.set(name, [content]);
    }
  }
  return (...names) => names.flatMap((name) => contents.get(name) ?? []);
}

function namesOf(element: Element): string[] {
  return ['name', 'property', 'itemprop', 'http-equiv']
    .flatMap((attribute) => (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/))
    .map((name) => name.replace(/^dc(?:terms?)?[.:]/, 'dc.'));
}
