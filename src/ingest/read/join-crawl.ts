import type { ReceivedFile } from '../sources/source.ts';
import type { ListedFile } from './list-received-files.ts';
import { readStart } from './read-start.ts';
import { isCrawl } from './recognize-crawl.ts';

/** How the names of the files of a crawl end. */
const crawlName = /\.(?:warc|warc\.gz|wacz)$/i;

/**
 * Makes one file of the files of a crawl: crawlers begin a new one after a gigabyte, and a page, its pictures and what leads
 * to it may be in any of them.
 */
export async function joinCrawl(listed: readonly ListedFile[]): Promise<ListedFile[]> {
  const parts: ReceivedFile[] = [];
  for (const each of listed) if (each.kind === 'file' && (await isPart(each.file))) parts.push(each.file);
  const [first, ...others] = parts;
  if (!first || others.length === 0) return [...listed];
  return listed.flatMap((each): ListedFile[] => {
    if (each.kind !== 'file' || !parts.includes(each.file)) return [each];
    return each.file === first ? [{ kind: 'file', file: { ...first, parts } }] : [];
  });
}

/** What cannot be read is told when it is read. */
async function isPart(file: ReceivedFile): Promise<boolean> {
  return crawlName.test(file.name) && isCrawl(await readStart(file).catch(() => Buffer.alloc(0)), file.name);
}
