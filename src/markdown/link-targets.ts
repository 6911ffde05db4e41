import type { Element, Root } from 'hast';

/** A document, sound or film of an article, to which its text may link. */
export interface LinkedFile {
  /** Its path below `media/`. */
  file: string;
  /** Where it is published; undefined when it is withheld. */
  href: string | undefined;
}

/**
 * A rehype plugin that writes the schemes of URLs in lower case, which is equivalent (RFC 3986, section 3.1), and removes
 * the targets of links that are relative to the page: a text is shown at several addresses, and may move. Links to the files
 * of the article lead to where they are published, or nowhere.
 *
 * @param findFile finds the file of the article that a target means
 */
export function linkTargets(findFile: (href: string) => LinkedFile | undefined) {
  return function visit(parent: Root | Element): void {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const { href } = node.properties;
      if (typeof href === 'string') {
        const file = findFile(href);
        if (file?.href !== undefined) node.properties.href = file.href;
        else if (!file && isLasting(href))
          node.properties.href = href.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
        else delete node.properties.href;
      }
      visit(node);
    }
  };
}

/** Whether a target is absolute, of this site (`/people/`) or of this text (`#note`). */
function isLasting(href: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/(?!\/)|#)/i.test(href);
}
