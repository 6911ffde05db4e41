import { resolve } from 'node:path';

import { runCommand } from './run-command.ts';
import { UsageError } from '../system/command-error.ts';
import { formatCount } from '../records/format-count.ts';
import { contentRoot } from '../records/content-root.ts';
import { listRedactedMedia, listScansWithoutWords } from '../records/media/withheld-media.ts';
import { wordFileOf } from '../records/media/word-boxes.ts';
import { listRedactedSources } from '../records/check/check-source.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import { writeBag } from './write-bag.ts';

await runCommand(
  {
    usage: 'npm run bag -- [--withheld] FOLDER',
    help: `
Copies content/ to a new folder as a BagIt bag (RFC 8493), with checksums of all files, to be stored elsewhere.

  --withheld  also copies what is otherwise left out: the source texts, scans and attachments of articles with "redactions",
              which may still hold what was taken out`,
    options: { withheld: { type: 'boolean', default: false } },
    takesFiles: true,
  },
  async ({ withheld: includesWithheld }, [target, ...others]) => {
    if (target === undefined) throw new UsageError('No folder given.');
    if (others.length > 0) throw new UsageError('Give one folder.');
    const root = contentRoot();
    const { content, problems } = await readArchive(root);
    if (!content) throw new ContentError(problems);
    const leftOut = includesWithheld ? new Set<string>() : listRedactedFiles(content.articles);
    const { files, bytes, withheld } = await writeBag(root, resolve(target), content.site, leftOut);
    const left = `Left out: ${formatCount(withheld, 'file')} that may hold what was taken out of articles; --withheld copies them too.`;
    const note = withheld > 0 ? ` ${left}` : '';
    console.log(`${target}: ${formatCount(files, 'file')}, ${formatCount(bytes, 'byte')}.${note}`);
  },
);

/** Lists the files that may hold what was taken out of an article, by their paths in the content folder. */
function listRedactedFiles(articles: ArchiveContent['articles']): Set<string> {
  const sums = listRedactedMedia(articles.map(({ data }) => data));
  const redacted = articles.filter(({ data }) => data.redactions.length > 0);
  const scans = listScansWithoutWords(redacted.map(({ data }) => data));
  const facsimiles = articles.flatMap(({ data }) => data.facsimiles);
  const words = facsimiles.filter(({ sha256 }) => scans.has(sha256)).map(({ file }) => wordFileOf(file));
  const media = articles
    .flatMap(({ data }) => [...data.pictures, ...data.facsimiles, ...data.attachments])
    .filter(({ sha256 }) => sums.has(sha256));
  return new Set([
    ...[...listRedactedSources(articles)].map((file) => `sources/${file}`),
    ...[...media.map(({ file }) => file), ...words].map((file) => `media/${file}`),
  ]);
}
