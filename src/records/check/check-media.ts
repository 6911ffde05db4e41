import { join } from 'node:path';

import type { Cache } from '../../system/cache.ts';
import type { MediaFile } from '../media/inspect-media.ts';
import type { MediaKind } from '../media/media-format.ts';
import { listRedactedMedia } from '../media/withheld-media.ts';
import { listMediaFiles, mediaFolder, readMedia, type MediaState } from '../media/read-media.ts';
import { wordFileEnd } from '../media/word-boxes.ts';
import { normalizeUnicode } from '../normalize-unicode.ts';
import { startOfFile, type Problem, type ProblemMessage } from '../problem.ts';
import type { DataPath } from '../read/yaml-offsets.ts';
import type { ArticleData } from '../schemas/schemas.ts';
import type { Located } from './check-references.ts';
import { checkRegion } from './check-region.ts';
import { checkWordFiles } from './check-word-files.ts';
import { findNearestName } from './nearest-name.ts';

/** The result of {@link checkMedia}. */
interface CheckedMedia {
  /** What is known of the files that articles name, by their paths below `media/`. */
  media: ReadonlyMap<string, MediaFile>;
  problems: Problem[];
  /** What may be meant so. */
  warnings: Problem[];
}

/** A place in frontmatter that names a file. */
interface Naming {
  article: Located<ArticleData>;
  /** `['pictures', 2]` */
  path: readonly [list: MediaList, index: number];
  file: string;
  sha256: string;
}

/** The lists of an article that name files of `content/media/`, and what kind of file each names. */
const lists = {
  pictures: 'picture',
  facsimiles: 'picture',
  attachments: 'attachment',
} as const satisfies Partial<Record<keyof ArticleData, MediaKind>>;
type MediaList = keyof typeof lists;

/**
 * Checks the files of `content/media/` against the articles that name them: that each is there, unchanged, of a format that
 * is published and within the limits. Warns of files that no article names, and of the same file at two paths.
 *
 * @param root absolute path of the content folder
 * @param cache keeps what is known of files that have not changed since
 */
export async function checkMedia(
  root: string,
  articles: readonly Located<ArticleData>[],
  cache: Cache,
): Promise<CheckedMedia> {
  const namings = articles.flatMap(listNamings);
  const redacted = listRedactedMedia(articles.map(({ data }) => data));
  const listed = listMediaFiles(root);
  const states = await readMedia(
    root,
    namings.map(({ file }) => file),
    cache,
  );
  const isFile = (state: MediaState): state is MediaFile => 'kind' in state;
  const pictures = new Map([...states].filter((each): each is [string, MediaFile] => isFile(each[1])));
  const { media, ...words } = await checkWordFiles(root, articles, pictures, listed, cache);
  return {
    media,
    problems: [
      ...namings.flatMap((naming) => checkNaming(naming, states.get(naming.file), listed, redacted)),
      ...findTwins(namings),
      ...articles.flatMap((article) => findRepeated(article)),
      ...words.problems,
    ],
    warnings: [
      ...listed
        .filter((file) => !states.has(file) && !words.files.has(file))
        .map((file) => describeUnnamed(root, file)),
      ...findCopies(namings, media),
      ...findAnimations(namings, media),
    ],
  };
}

function listNamings(article: Located<ArticleData>): Naming[] {
  return (Object.keys(lists) as MediaList[]).flatMap((list) =>
    (article.data[list] ?? []).map(({ file, sha256 }, index): Naming => ({
      article,
      path: [list, index],
      file,
      sha256,
    })),
  );
}

/**
 * @param listed the files that there are, for the nearest name
 * @param redacted the SHA-256 of files that may be missing, since what had to go may have to be deleted, too
 */
function checkNaming(
  naming: Naming,
  state: MediaState | undefined,
  listed: readonly string[],
  redacted: ReadonlySet<string>,
): Problem[] {
  const { article, file, path, sha256 } = naming;
  const at = (key: string, message: ProblemMessage) => [problemAt(naming, [...path, key], message)];
  if (state === undefined) return [];
  if ('failure' in state && state.failure === 'ENOENT' && redacted.has(sha256)) return [];
  if ('failure' in state) return at('file', describeFailure(file, state.failure, listed));
  if ('unusable' in state) {
    const { found, expected, fix } = state.unusable;
    return at('file', { found: `the file "${file}": ${found}`, expected, fix });
  }
  const kind = lists[path[0]];
  if (state.kind !== kind) {
    const [found, expected, fix] =
      kind === 'picture'
        ? ['no picture', 'a picture', 'List it in "attachments".']
        : ['a picture', 'a document, sound or film', 'List it in "pictures" or "facsimiles".'];
    return at('file', { found: `the file "${file}", which is ${found}`, expected, fix });
  }
  if (state.sha256 !== sha256) {
    return at('sha256', {
      found: `the sha256 ${sha256} for "${file}", whose SHA-256 is ${state.sha256}`,
      expected: 'the file as it was received',
      fix: 'Restore the file from a backup. Correct the checksum only if it was mistyped.',
    });
  }
  const [list, index] = path;
  const regions = list === 'facsimiles' ? (article.data.facsimiles?.[index]?.region ?? []) : [];
  return regions.flatMap((region) => {
    const wrong = checkRegion(region, state);
    return wrong ? at('region', wrong) : [];
  });
}

function describeFailure(file: string, failure: string, listed: readonly string[]): ProblemMessage {
  const expected = 'a file below content/media/';
  if (failure === 'link') {
    const found = `the file "${file}", which a symbolic link puts elsewhere`;
    return { found, expected, fix: 'Put the file itself there.' };
  }
  if (failure !== 'ENOENT' && failure !== 'ENOTDIR') {
    const found = `the file "${file}", which cannot be read (${failure})`;
    return {
      found,
      expected,
      fix: failure === 'EISDIR' ? 'Give the path of a file.' : 'Make the file readable.',
    };
  }
  const decomposed = listed.some((each) => each !== file && normalizeUnicode(each, 'NFC') === file);
  if (decomposed) {
    const found = `the file "${file}", whose name on the disk has its accents as characters of their own (NFD)`;
    return { found, expected, fix: 'Rename the file to the name in the article, typed anew.' };
  }
  const near = findNearestName(file, listed);
  const fix = near ? `Did you mean "${near}"?` : 'Put the file there, or correct the path.';
  return { found: `the file "${file}", which is not there`, expected, fix };
}

/** Finds paths that differ only in case: on some file systems they are one file. */
function findTwins(namings: readonly Naming[]): Problem[] {
  const seen = new Map<string, string>();
  return namings.flatMap((naming) => {
    const { file, path } = naming;
    const twin = seen.get(file.toLowerCase()) ?? file;
    seen.set(file.toLowerCase(), twin);
    if (twin === file) return [];
    const found = `the file "${file}", which differs from "${twin}" only in case`;
    const fix = 'Rename one of the two files, and correct its path.';
    return [
      problemAt(naming, [...path, 'file'], {
        found,
        expected: 'names that differ on every file system',
        fix,
      }),
    ];
  });
}

/** Finds files that a list of an article names twice. */
function findRepeated(article: Located<ArticleData>): Problem[] {
  const seen = new Set<string>();
  return listNamings(article).flatMap((naming) => {
    const { file, path } = naming;
    const key = `${path[0]} ${file}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const found = `the file "${file}" a second time`;
    const fix = 'Remove one of the two; the text can show it at any place.';
    return [problemAt(naming, [...path, 'file'], { found, expected: `each of the ${path[0]} once`, fix })];
  });
}

function describeUnnamed(root: string, file: string): Problem {
  const at = { file: join(mediaFolder(root), file), ...startOfFile };
  if (file.endsWith(wordFileEnd))
    return {
      ...at,
      found: 'the words of a facsimile that no article names',
      expected: 'a facsimile whose name it has',
      fix: 'Put it beside its facsimile, under the name of that, or remove it.',
    };
  return {
    ...at,
    found: 'a file that no article names',
    expected: 'files of articles',
    fix: 'List it in the article that it belongs to, or move it out of this folder.',
  };
}

/** Finds the same bytes at two paths. */
function findCopies(namings: readonly Naming[], media: ReadonlyMap<string, MediaFile>): Problem[] {
  const seen = new Map<string, string>();
  return namings.flatMap((naming) => {
    const sha256 = media.get(naming.file)?.sha256;
    if (sha256 === undefined) return [];
    const first = seen.get(sha256) ?? naming.file;
    seen.set(sha256, first);
    if (first === naming.file) return [];
    const found = `the file "${naming.file}", whose bytes are those of "${first}"`;
    const fix = 'Name the one file in both places, and remove the other.';
    return [problemAt(naming, [...naming.path, 'file'], { found, expected: 'each file once', fix })];
  });
}

function findAnimations(namings: readonly Naming[], media: ReadonlyMap<string, MediaFile>): Problem[] {
  return namings.flatMap((naming) => {
    const { frames = 1, kind } = media.get(naming.file) ?? {};
    if (kind !== 'picture' || frames === 1) return [];
    const found = `the file "${naming.file}", which has ${frames.toLocaleString('en')} frames or pages`;
    const fix = 'Only the first is shown. List the others as files of their own if they matter.';
    return [problemAt(naming, [...naming.path, 'file'], { found, expected: 'a picture of one', fix })];
  });
}

function problemAt({ article }: Naming, path: DataPath, message: ProblemMessage): Problem {
  return { file: article.file, ...article.positionOf(path), ...message };
}
