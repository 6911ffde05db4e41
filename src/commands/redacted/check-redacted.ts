import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { manifestFile } from '../../build/release/manifest.ts';
import { formatCount } from '../../records/format-count.ts';
import { byPosition, displayPath } from '../../records/problem.ts';
import { CommandError } from '../../system/command-error.ts';
import type { CheckResult, Finding } from '../check-content.ts';
import { searchFolder, type Place } from './search-folder.ts';

/**
 * Looks for names in everything that is published, whatever it is encoded or compressed with: what is found is an error.
 * What is found in the content folder is a warning, since source texts stay there.
 *
 * @param root absolute path of the content folder
 * @param outDir absolute path of the folder that is published
 * @param names at least one, each with letters
 * @throws {CommandError} when there is no whole build, in which nothing could be proved
 */
export async function checkRedacted(
  root: string,
  outDir: string,
  names: readonly string[],
): Promise<CheckResult> {
  if (!existsSync(join(outDir, manifestFile)))
    throw new CommandError(`${displayPath(outDir)} is no build of an archive. Run "npm run build" first.`);
  const published = await searchFolder(outDir, names, true);
  const kept = await searchFolder(root, names, false);
  const counts = [formatCount(published.files, 'file'), formatCount(published.bytes, 'byte')];
  return {
    findings: [
      ...published.places.map((place) => toFinding(place, 'error')),
      ...kept.places.map((place) => toFinding(place, 'warning')),
    ].sort(byPosition),
    read: `${counts.join(' and ')} of ${displayPath(outDir)} read`,
    hasCheckedTags: true,
  };
}

const advice = {
  error: {
    expected: 'it to be nowhere in what is published',
    fix: 'Take it out of the record in content/ that this comes from, and build again.',
  },
  warning: {
    expected: 'this to be known: content/ is not published, but may be read by others',
    fix: 'Take it out, too, if it may not be kept.',
  },
} satisfies Record<Finding['severity'], Pick<Finding, 'expected' | 'fix'>>;

function toFinding({ file, name, where, line, column }: Place, severity: Finding['severity']): Finding {
  const found = [`"${name}"`, where].filter((part) => part !== '').join(' ');
  return { file, line, column, found, ...advice[severity], severity };
}
