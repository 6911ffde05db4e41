import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createHandover } from '../../system/handover.ts';
import { startOfFile, type Position, type Problem } from '../problem.ts';
import { siteSchema, type Site } from '../schemas/site-schema.ts';
import { readYamlRecord } from './read-record.ts';
import type { DataPath } from './yaml-offsets.ts';

/** The `site.yaml` of the archive that is built or developed, for Astro's configuration: as it was when all else was read. */
export const currentSite = createHandover<Site>('site');

/** A `site.yaml` that was read, valid or not. */
interface ReadSite {
  site?: Site;
  problems: Problem[];
  /** The position of a value in the file. */
  positionOf(path: DataPath): Position;
}

/** Reads `site.yaml`. */
export async function readSite(root: string): Promise<ReadSite> {
  const file = join(root, 'site.yaml');
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    const found =
      bytes.code === 'ENOENT' ? 'no site.yaml' : `a site.yaml that cannot be read (${bytes.code})`;
    const expected = 'the file that names the archive';
    const fix = 'Create it with the keys title, description, language and url (see content/README.md).';
    return { problems: [{ file, ...startOfFile, found, expected, fix }], positionOf: () => startOfFile };
  }
  const { data, problems, positionOf } = readYamlRecord(bytes, siteSchema);
  return {
    ...(data && { site: data }),
    problems: problems.map((problem) => ({ file, ...problem })),
    positionOf,
  };
}

/** Reads the `site.yaml` of an archive that has articles of its own; that of a federation is refused. */
export async function readOwnSite(root: string): Promise<ReadSite> {
  const read = await readSite(root);
  if (!read.site?.archives) return read;
  const { positionOf } = read;
  return { problems: [...read.problems, ...refuseFederation(root, positionOf)], positionOf };
}

/** Says that what is done with an archive cannot be done with a federation. */
export function refuseFederation(root: string, positionOf: ReadSite['positionOf']): Problem[] {
  return [
    {
      file: join(root, 'site.yaml'),
      ...positionOf(['archives']),
      found: 'a federation',
      expected: 'an archive that has articles of its own',
      fix: 'Name the content folder of one of its archives instead.',
    },
  ];
}
