import { ContentError } from '../../records/problem.ts';
import { readArchive } from '../../records/read/read-archive.ts';
import { joinCrawl } from '../read/join-crawl.ts';
import { leaveToPackages } from '../read/leave-to-packages.ts';
import { listReceivedFiles, textsFirst } from '../read/list-received-files.ts';
import { readItems } from '../read/read-items.ts';
import { createTemporaryCopies } from '../read/temporary-copies.ts';
import type { RunOptions } from '../run.ts';
import { withCleanup } from '../write/with-cleanup.ts';
import { createMediaTaker } from '../media/take-media.ts';
import { createAuditor, type Missing } from './audit.ts';

/** What an audit has found. */
export interface Audit {
  /** Items of the sources that were compared. */
  items: number;
  missing: Missing[];
}

/**
 * Compares files with the entries that came of them: see {@link createAuditor}. Nothing is written.
 *
 * @param root absolute path of the content folder
 * @param names as they were given to the run that took them in
 * @param options as for that run
 * @throws {ContentError} when the archive has errors
 */
export async function auditFiles(
  root: string,
  names: readonly string[],
  options: RunOptions,
): Promise<Audit> {
  return withCleanup(async (removeLater) => {
    const { content, problems } = await readArchive(root, { allowsRemoval: true });
    if (!content) throw new ContentError(problems);
    const audit = createAuditor(content);
    const languages = [options.language ?? [], content.site.language].flat();
    const media = await createMediaTaker(options.media);
    const found: Audit = { items: 0, missing: [] };
    const copies = removeLater(createTemporaryCopies());
    const files = await leaveToPackages(await listReceivedFiles(names, copies), options.encoding);
    const formerHosts = [content.site.formerHosts ?? [], options.formerHosts ?? []].flat();
    const reading = { ...options, languages, formerHosts, copies };
    for (const listed of await joinCrawl(await textsFirst(files))) {
      if (listed.kind !== 'file') continue;
      for await (const item of readItems(listed.file, options.format, reading, media)) {
        found.items++;
        const missing = await audit(item);
        if (missing) found.missing.push(missing);
      }
    }
    return found;
  });
}

/** Formats an audit for a person: a line for each item, and one below it for each word and address that is missing. */
export function formatAudit({ items, missing }: Audit): string {
  const lines = missing.flatMap(({ file, item, id, words, addresses, reason }) => [
    `${[file, item].filter(Boolean).join(' ')}${id === undefined ? '' : ` → ${id}`}${reason === undefined ? '' : `: ${reason}`}`,
    ...words.map(({ word, context }) => `  not in the entry: ${word} (… ${context} …)`),
    ...addresses.map((address) => `  not in the entry: ${address}`),
  ]);
  const count = (number: number) => number.toLocaleString('en');
  return [...lines, `${count(items)} items compared: ${count(missing.length)} with something missing.`]
    .map((line) => line.replace(/\p{Cc}/gu, '\uFFFD'))
    .join('\n');
}
