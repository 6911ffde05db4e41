import type { Element, Root } from 'hast';

/**
 * A rehype plugin that writes the schemes of URLs in lower case, which is equivalent (RFC 3986, section 3.1), and removes
 * the targets of links that are relative to the page: a text is shown at several addresses, and may move.
 */
export function linkTargets() {
  return function visit(parent: Root | Element): void {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const { href } = node.properties;
      if (typeof href === 'string') {
        if (isLasting(href))
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
