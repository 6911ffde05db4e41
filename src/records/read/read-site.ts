import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createHandover } from '../../system/handover.ts';
import { startOfFile, type Position, type Problem } from '../problem.ts';
import { siteSchema, type Site } from '../schemas/schemas.ts';
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
