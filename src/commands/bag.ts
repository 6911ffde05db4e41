import { resolve } from 'node:path';

import { runCommand } from './run-command.ts';
import { UsageError } from '../system/command-error.ts';
import { formatCount } from '../records/format-count.ts';
import { contentRoot } from '../records/content-root.ts';
import { ContentError } from '../records/problem.ts';
import { readArchive } from '../records/read/read-archive.ts';
import { writeBag } from './write-bag.ts';

await runCommand(
  {
    usage: 'npm run bag -- FOLDER',
    help: `
Copies content/ to a new folder as a BagIt bag (RFC 8493), with checksums of all files, to be stored elsewhere.`,
    options: {},
    takesFiles: true,
  },
  async (_values, [target, ...others]) => {
    if (target === undefined) throw new UsageError('No folder given.');
    if (others.length > 0) throw new UsageError('Give one folder.');
    const root = contentRoot();
    const { content, problems } = await readArchive(root);
    if (!content) throw new ContentError(problems);
    const { files, bytes } = await writeBag(root, resolve(target), content.site);
    console.log(`${target}: ${formatCount(files, 'file')}, ${formatCount(bytes, 'byte')}.`);
  },
);
