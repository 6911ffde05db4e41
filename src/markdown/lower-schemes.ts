import type { Element, Root } from 'hast';

/** A rehype plugin that writes the schemes of URLs in lower case, which is equivalent (RFC 3986, section 3.1). */
export function lowerSchemes() {
  return function visit(parent: Root | Element): void {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const { href } = node.properties;
      if (typeof href === 'string')
        node.properties.href = href.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
      visit(node);
    }
  };
}
