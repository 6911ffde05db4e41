import { join } from 'node:path';

import type { Cache } from '../../system/cache.ts';
import type { MediaFile } from '../media/inspect-media.ts';
import { mediaFolder, readWordFiles } from '../media/read-media.ts';
import { listScansWithoutWords } from '../media/withheld-media.ts';
import { wordFileOf } from '../media/word-boxes.ts';
import { startOfFile, type Problem } from '../problem.ts';
import type { ArticleData } from '../schemas/schemas.ts';

/**
 * Checks the files of the boxes of words that stand beside facsimiles.
 *
 * @param media what is known of the files that articles name, by their paths below `media/`
 * @param listed the files that there are
 * @returns the same, with the checksums of the words that may be published; the word files of facsimiles; and problems
 */
export async function checkWordFiles(
  root: string,
  articles: readonly { data: Partial<ArticleData> }[],
  media: ReadonlyMap<string, MediaFile>,
  listed: readonly string[],
  cache: Cache,
): Promise<{ media: ReadonlyMap<string, MediaFile>; files: ReadonlySet<string>; problems: Problem[] }> {
  const there = new Set(listed);
  const facsimiles = new Set(articles.flatMap(({ data }) => (data.facsimiles ?? []).map(({ file }) => file)));
  const boxed = [...facsimiles].filter((file) => there.has(wordFileOf(file)));
  const files = new Set(boxed.map(wordFileOf));
  if (boxed.length === 0) return { media, files, problems: [] };
  const states = await readWordFiles(root, files, cache);
  const withheld = listScansWithoutWords(articles.map(({ data }) => data));
  const completed = new Map(media);
  const problems: Problem[] = [];
  for (const facsimile of boxed) {
    const file = wordFileOf(facsimile);
    const state = states.get(file);
    const known = media.get(facsimile);
    if (state && 'sha256' in state) {
      if (known && !withheld.has(known.sha256)) completed.set(facsimile, { ...known, words: state.sha256 });
      continue;
    }
    const problem = state && 'problem' in state ? state.problem : describeFailure(state?.failure);
    problems.push({ file: join(mediaFolder(root), file), ...problem });
  }
  return { media: completed, files, problems };
}

function describeFailure(failure = 'ENOENT'): Omit<Problem, 'file'> {
  return {
    ...startOfFile,
    found:
      failure === 'link' ? 'a symbolic link' : `the words of a facsimile that cannot be read (${failure})`,
    expected: 'a file beside its facsimile',
    fix: failure === 'link' ? 'Put the file itself there.' : 'Make the file readable, or remove it.',
  };
}
