import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The file of the ledger, relative to the content folder. */
export const ledgerFile = 'ledger.ndjson';

/** The absolute path of the content folder: `content/`, or the value of `ARCHIVE_CONTENT`. */
export function contentRoot(): string {
  return resolve(process.env.ARCHIVE_CONTENT || 'content');
}

/**
 * The content folder of an archive of a federation.
 *
 * @param root absolute path of the federation's content folder
 * @param given as its `site.yaml` has it
 */
export function federatedRoot(root: string, given: string): string {
  return resolve(root, given);
}

/**
 * The content folders that a site is made from: the given one and, of a federation, those of its archives. An ordinary
 * archive costs no more than reading `site.yaml`; what is wrong with that is reported when it is read to be used.
 *
 * @param root absolute path of the content folder
 */
export async function listContentRoots(root: string): Promise<string[]> {
  const text = await readFile(join(root, 'site.yaml'), 'utf8').catch(() => '');
  if (!text.includes('archives')) return [root];
  const { parse } = await import('yaml');
  let site: unknown;
  try {
    site = parse(text);
  } catch {
    return [root];
  }
  const { archives } = (site ?? {}) as { archives?: unknown };
  const named = Array.isArray(archives) ? (archives as ({ content?: unknown } | null)[]) : [];
  const folders = named.flatMap((each) =>
    typeof each?.content === 'string' ? [federatedRoot(root, each.content)] : [],
  );
  return [...new Set([root, ...folders])];
}

/**
 * The cache folder of a content folder. Each content folder has its own, so that builds of several do not evict each
 * other's entries.
 *
 * @param root absolute path of the content folder
 */
export function cacheFolder(root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return resolve('node_modules/.cache/dateline', name);
}

/** The folder in which Astro keeps what it has loaded, in builds from a content folder. @param root as for {@link cacheFolder} */
export function astroCacheFolder(root: string): string {
  return join(cacheFolder(root), 'astro');
}
