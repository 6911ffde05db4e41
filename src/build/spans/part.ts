import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSpan } from '../../records/span.ts';
import { CommandError } from '../../system/command-error.ts';
import { digestModules } from '../../system/module-digest.ts';
import { findRealPath } from '../../system/real-path.ts';
import { writeFileSafely } from '../../system/write-file.ts';
import { findConflict, isLitter, type Surroundings } from '../release/output-folder.ts';

/**
 * A part of an archive: what building a span of years has made that does not depend on other years. Its folder is a cache
 * (`../../system/cache.ts`), from which the join takes the parsed frontmatter, the rendered texts and the parts of the search
 * index of these articles. Nothing in it is needed that could not be made again from the content folder.
 */
export interface Part {
  /** The span, as it was given: `1950-1979`. */
  span: string;
  /** Digest of the code that has made it. */
  code: string;
  /** The public address of the archive, and the number of the articles; missing until the part is finished. */
  archive?: string;
  articles?: number;
}

const partFile = 'part.json';

/** Digests the code that makes parts. A part of other code has nothing that the join could take. */
export const digestPartCode = () => digestModules(new URL('./make-part.ts', import.meta.url));

/** @param folder absolute path of the part's folder */
export function writePart(folder: string, part: Part): Promise<void> {
  return writeFileSafely(join(folder, partFile), `${JSON.stringify(part, null, 1)}\n`);
}

/** @returns undefined when the folder is not a part */
export function readPart(folder: string): Part | undefined {
  try {
    const { span, code, archive, articles } = JSON.parse(
      readFileSync(join(folder, partFile), 'utf8'),
    ) as Part;
    return (
      parseSpan(span) && {
        ...{ span, code },
        ...(archive !== undefined && articles !== undefined && { archive, articles }),
      }
    );
  } catch {
    return undefined;
  }
}

/**
 * Makes sure that a folder is one that a part may be written to: it is missing, empty, or has a part of the same span, and is
 * neither one that matters nor in one.
 *
 * @throws {CommandError} when it is none
 */
export function refuseForeignFolder(folder: string, span: string, surroundings: Surroundings): void {
  const conflict = findConflict(findRealPath(folder), surroundings);
  if (conflict !== undefined)
    throw new CommandError(
      `${folder} cannot take a part: ${conflict}. Give a folder of its own with --out-dir, such as parts/${span}.`,
    );
  const part = readPart(folder);
  const state = lstatSync(folder, { throwIfNoEntry: false });
  const isFree =
    state === undefined || (state.isDirectory() && readdirSync(folder).every((name) => isLitter(name)));
  if (part ? part.span === span : isFree) return;
  throw new CommandError(
    part
      ? `${folder} has the span ${part.span}, not ${span}. Give another folder with --out-dir.`
      : `${folder} is neither empty nor a part of an archive. Give another folder with --out-dir.`,
  );
}
