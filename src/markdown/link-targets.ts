import type { Element, Root } from 'hast';

import { identifyLink } from '../records/former-urls/links-to-former.ts';

/** A document, sound or film of an article, to which its text may link. */
export interface LinkedFile {
  /** Its path below `media/`. */
  file: string;
  /** Where it is published; undefined when it is withheld. */
  href: string | undefined;
}

/** A link to a former URL of a record of the archive, and where it leads now. */
export interface FormerLink {
  /** See `identifyLink`. */
  identity: string;
  host: string | undefined;
  href: string;
}

/** Finds where a link to a former URL leads. Hosts are told apart: another site may have the same path. */
export function createFormerLinkFinder(links: readonly FormerLink[]): (href: string) => string | undefined {
  const key = ({ host = '', identity }: Omit<FormerLink, 'href'> | { host?: string; identity: string }) =>
    `${host} ${identity}`;
  const hrefs = new Map(links.map((link) => [key(link), link.href]));
  return (href) => {
    const link = hrefs.size > 0 ? identifyLink(href) : undefined;
    return link && hrefs.get(key(link));
  };
}

/**
 * A rehype plugin that writes the schemes of URLs in lower case, which is equivalent (RFC 3986, section 3.1), and removes
 * the targets of links that are relative to the page: a text is shown at several addresses, and may move. Links to the files
 * of the article lead to where they are published, or nowhere.
 *
 * @param findFile finds the file of the article that a target means
 * @param findFormer finds the page that a target was the address of before
 */
export function linkTargets(
  findFile: (href: string) => LinkedFile | undefined,
  findFormer: (href: string) => string | undefined,
) {
  return function visit(parent: Root | Element): void {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const { href } = node.properties;
      if (typeof href === 'string') {
        const file = findFile(href);
        const former = file ? undefined : findFormer(href);
        if (former !== undefined) node.properties.href = former;
        else if (file?.href !== undefined) node.properties.href = file.href;
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
