import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createFormerLinks } from '../records/former-urls/links-to-former.ts';
import type { Problem } from '../records/problem.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import { decodeText, positionAt } from '../records/read/decode-text.ts';

/**
 * Finds links in the texts of articles to former hosts that lead to no record of the archive. Those that do lead to one are
 * given its address when the site is built.
 *
 * @param root absolute path of the content folder
 * @param content what was read from it
 */
export function checkLinks(root: string, content: ArchiveContent): Problem[] {
  const hosts = new Set(content.site.formerHosts);
  if (hosts.size === 0) return [];
  const links = createFormerLinks(content);
  return content.articles.flatMap(({ id, body, data }) => {
    const lost = links
      .list(data.withdrawn ? '' : body)
      .filter((link) => link.host !== undefined && hosts.has(link.host) && links.find(link) === undefined);
    if (lost.length === 0) return [];
    const file = join(root, 'articles', `${id}.md`);
    const { text } = decodeText(readFileSync(file));
    return lost.map(({ written, offset }) => ({
      file,
      ...positionAt(text, text.length - body.length + offset),
      found: `a link to ${written}, which leads to no record`,
      expected: 'a former URL of one',
      fix: 'Add it to the formerUrls of the record that it means, if the archive has it.',
    }));
  });
}
