import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { findRealPath } from '../../system/real-path.ts';
import { federatedRoot, ledgerFile } from '../content-root.ts';
import { startOfFile, type Position, type Problem } from '../problem.ts';
import type { Site } from '../schemas/site-schema.ts';
import { vocabularies } from '../vocabularies.ts';
import type { ArchiveContent } from './read-archive.ts';
import type { DataPath } from './yaml-offsets.ts';

/** An archive of a federation. */
export interface FederatedContent {
  /** Its short name in the federation. */
  name: string;
  /** Absolute path of its content folder. */
  root: string;
  content: ArchiveContent;
}

/** What was read of one content folder. */
export type FolderContent = Pick<FederatedContent, 'root' | 'content'>;

/** The archives of a federation as they were read: all that are valid, with the problems of all. */
interface ReadFederated {
  archives: FederatedContent[];
  problems: Problem[];
  warnings: Problem[];
}

type PositionOf = (path: DataPath) => Position;

/**
 * Reads and checks the archives of a federation, each as if it were read by itself, and what a federation asks of them: that
 * all are different ones. A federation has nothing of its own but `site.yaml`, `about.md` and `share.png`, so that each
 * article and each name is the matter of one archive, which looks after its address.
 *
 * @param root absolute path of the federation's content folder
 * @param read reads one content folder
 */
export async function readFederated(
  root: string,
  { archives = [], url }: Site,
  positionOf: PositionOf,
  read: (root: string) => Promise<{ content?: ArchiveContent; problems: Problem[]; warnings: Problem[] }>,
): Promise<ReadFederated> {
  const file = join(root, 'site.yaml');
  const found: ReadFederated = { archives: [], problems: refuseOwnRecords(root), warnings: [] };
  const refuse = (path: DataPath, problem: Pick<Problem, 'found' | 'expected' | 'fix'>) =>
    found.problems.push({ file, ...positionOf(['archives', ...path]), ...problem });
  const names = new Set<string>();
  const folders = new Map([[findRealPath(root), 'the federation itself']]);
  const sites = new Map([[identifySite(url), 'the federation']]);
  for (const [index, { name, content: given }] of archives.entries()) {
    if (names.has(name))
      refuse([index, 'name'], {
        found: `the name "${name}" a second time`,
        expected: 'another name for each archive',
        fix: 'Give one of them another name.',
      });
    names.add(name);
    const folder = federatedRoot(root, given);
    const missing = describeMissing(folder);
    if (missing !== undefined) {
      const fix = 'Correct the path: it begins at the folder that has this file, or is absolute.';
      refuse([index, 'content'], { found: missing, expected: 'the content folder of an archive', fix });
      continue;
    }
    const known = folders.get(findRealPath(folder));
    if (known !== undefined) {
      const fix = 'Name each archive once.';
      refuse([index, 'content'], {
        found: `the content folder of ${known}`,
        expected: 'that of another archive',
        fix,
      });
      continue;
    }
    folders.set(findRealPath(folder), `"${name}" again`);
    const { content, problems, warnings } = await read(folder);
    found.problems.push(...problems);
    found.warnings.push(...warnings);
    if (!content) continue;
    const other = sites.get(identifySite(content.site.url));
    if (other !== undefined)
      refuse([index], {
        found: `an archive at ${content.site.url}, which is also the address of ${other}`,
        expected: 'an address of its own for each archive, and for the federation',
        fix: 'Correct "url" in the site.yaml of one of them.',
      });
    sites.set(identifySite(content.site.url), `"${name}"`);
    found.archives.push({ name, root: folder, content });
  }
  return found;
}

/** Lists the content of an archive and, of a federation, that of its archives, with their content folders. */
export function listContents(content: ArchiveContent, root: string): FolderContent[] {
  return [{ root, content }, ...(content.federated ?? [])];
}

/** Finds folders and files that only an archive with articles of its own can have. */
function refuseOwnRecords(root: string): Problem[] {
  return ['articles', 'sources', 'media', ...vocabularies.map(({ name }) => name), ledgerFile]
    .map((name) => join(root, name))
    .filter((path) => existsSync(path))
    .map((path) => ({
      file: path,
      ...startOfFile,
      found: 'records of a federation’s own',
      expected: 'a federation that has only site.yaml, about.md and share.png',
      fix: 'Move it to the content folder of one of its archives, or remove "archives" from site.yaml.',
    }));
}

function describeMissing(folder: string): string | undefined {
  const state = statSync(folder, { throwIfNoEntry: false });
  if (state?.isDirectory()) return undefined;
  return `${folder}, ${state ? 'which is not a folder' : 'which does not exist'}`;
}

/** With and without a final slash an address is the same site. */
function identifySite(url: string): string {
  return new URL(url).href.replace(/\/$/, '');
}
