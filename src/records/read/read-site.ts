import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createHandover } from '../../system/handover.ts';
import { startOfFile, type Problem } from '../problem.ts';
import { siteSchema, type Site } from '../schemas/schemas.ts';
import { readYamlRecord } from './read-record.ts';

/** The `site.yaml` of the archive that is built or developed, for Astro's configuration: as it was when all else was read. */
export const currentSite = createHandover<Site>('site');

/** Reads `site.yaml`. */
export async function readSite(root: string): Promise<{ site?: Site; problems: Problem[] }> {
  const file = join(root, 'site.yaml');
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    const found =
      bytes.code === 'ENOENT' ? 'no site.yaml' : `a site.yaml that cannot be read (${bytes.code})`;
    const expected = 'the file that names the archive';
    const fix = 'Create it with the keys title, description, language and url (see content/README.md).';
    return { problems: [{ file, ...startOfFile, found, expected, fix }] };
  }
  const { data, problems } = readYamlRecord(bytes, siteSchema);
  return { ...(data && { site: data }), problems: problems.map((problem) => ({ file, ...problem })) };
}
