import { createReadStream } from 'node:fs';
import { lstat, open, readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Readable } from 'node:stream';

import { configurationName } from '../sources/markdown/jekyll/site.ts';
import type { Item, ReceivedFile } from '../sources/source.ts';
import { SourceError } from '../sources/source-error.ts';
import { unpackExport } from './unpack-export.ts';
import type { TemporaryCopies } from './temporary-copies.ts';
import { substack } from './recognize-format.ts';
import { mayBelongToText } from './unsupported-formats.ts';

/** A file to read, or the outcome for one that is not read. */
export type ListedFile = { kind: 'file'; file: ReceivedFile } | Exclude<Item, { kind: 'draft' }>;

/**
 * Lists the files that are named, and those in folders that are named, in order of their names. Within folders, hidden
 * files are ignored, and symbolic links, pipes and the resources of saved web pages are skipped, so that nothing is read
 * twice or from outside. What is named itself is read, even a link or a pipe; an export that is a ZIP file is the folder that
 * it holds; a named folder without files is skipped.
 *
 * @param names paths, relative to the working folder or absolute; `-` is standard input
 * @param copies keeps standard input, pipes and what is unpacked while they are read
 */
export async function listReceivedFiles(
  names: readonly string[],
  copies: TemporaryCopies,
): Promise<ListedFile[]> {
  const listed: ListedFile[] = [];
  for (const name of names) {
    const before = listed.length;
    if (name === '-') await addCopy(name, process.stdin);
    else await visit(name, true);
    if (listed.length === before) skip(showPath(name), 'a folder without files');
  }
  return listed;

  /** @param path absolute; not that of the name for what was unpacked */
  async function visit(name: string, isNamed: boolean, path = resolve(name), root = path): Promise<void> {
    try {
      const entry = await (isNamed ? stat(path) : lstat(path));
      if (entry.isDirectory()) {
        const names = new Set((await readdir(path)).sort());
        const isSubstack = names.has('posts.csv') && (await isListOfPosts(join(path, 'posts.csv')));
        for (const each of names) {
          if (isSubstack && each === 'posts') skip(showPath(join(name, each)), 'texts that posts.csv lists');
          else if (isSubstack && /^email_list\b.*\.csv$/.test(each))
            skip(showPath(join(name, each)), 'a list of subscribers');
          else if (isPartOfPage(each, names))
            skip(showPath(join(name, each)), 'files that belong to a saved web page');
          else if (isPartOfGenerator(each, names))
            skip(showPath(join(name, each)), 'what belongs to a site generator');
          else if (isPartOfMirror(each, names))
            skip(showPath(join(name, each)), 'what belongs to a program that mirrors sites');
          else if (!each.startsWith('.')) await visit(join(name, each), false, join(path, each), root);
        }
      } else if (entry.isFile()) {
        const file = { name: showPath(name), path, size: entry.size };
        const unpacked = isNamed ? await unpackExport(file, copies) : undefined;
        if (unpacked !== undefined) return await visit(name, true, unpacked);
        listed.push({ kind: 'file', file: isNamed ? file : { ...file, root } });
      } else if (isNamed && (entry.isFIFO() || entry.isCharacterDevice())) {
        await addCopy(showPath(name), createReadStream(path));
      } else skip(showPath(name), entry.isSymbolicLink() ? 'a symbolic link' : 'not a file');
    } catch (error) {
      const origin = { file: showPath(name), line: 1 };
      const failure =
        error instanceof SourceError
          ? { origin, ...error.problem }
          : unlisted(name, error as NodeJS.ErrnoException);
      listed.push({ kind: 'failed', failure });
    }
  }

  async function addCopy(name: string, stream: Readable): Promise<void> {
    const path = await copies.keep(stream);
    listed.push({ kind: 'file', file: { name, path, size: (await stat(path)).size } });
  }

  function skip(file: string, reason: string): void {
    listed.push({ kind: 'skipped', origin: { file, line: 1 }, reason });
  }
}

/** Whether a file is the list of posts in an export of Substack, whose texts and readers are in files beside it. */
async function isListOfPosts(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => undefined);
  try {
    const read = await handle?.read(Buffer.alloc(64), 0, 64, 0).catch(() => undefined);
    return read !== undefined && substack.test(read.buffer.toString('latin1'));
  } finally {
    await handle?.close();
  }
}

/** Whether a folder contains the pictures, styles and scripts that a browser saved with a page. */
function isPartOfPage(name: string, beside: ReadonlySet<string>): boolean {
  const page = name.replace(/_files$/, '');
  return page !== name && (beside.has(`${page}.html`) || beside.has(`${page}.htm`));
}

/** Whether something in the folder of a Jekyll site is no text, but what makes pages of texts, or what was made. */
function isPartOfGenerator(name: string, beside: ReadonlySet<string>): boolean {
  return (
    beside.has(configurationName) &&
    (name === configurationName ||
      /^(?:_(?:layouts|includes|sass|data|plugins|site)|Gemfile(?:\.lock)?)$/.test(name))
  );
}

/** Whether something in a folder that HTTrack made is its own, and no part of the site. */
function isPartOfMirror(name: string, beside: ReadonlySet<string>): boolean {
  return (
    beside.has('hts-cache') &&
    /^(?:hts-cache|hts-log\.txt|backblue\.gif|fade\.gif|cookies\.txt|index\.html)$/.test(name)
  );
}

/** What is wrong with a file that cannot be listed. */
function unlisted(name: string, error: NodeJS.ErrnoException): Extract<Item, { kind: 'failed' }>['failure'] {
  const failure = unreadableFile(showPath(name), error);
  // Node decodes names as UTF-8, with U+FFFD for invalid bytes, and then does not find the file.
  if (error.code !== 'ENOENT' || !name.includes('\uFFFD')) return failure;
  return {
    ...failure,
    found: 'a file name that is not UTF-8',
    expected: 'a file name in UTF-8',
    fix: 'Rename the file or folder; "convmv -f windows-1252 -t utf-8" renames many at once.',
  };
}

/** What is wrong with a file that cannot be read. */
export function unreadableFile(
  file: string,
  { code, message }: NodeJS.ErrnoException,
): Extract<Item, { kind: 'failed' }>['failure'] {
  const missing = code === 'ENOENT';
  return {
    origin: { file, line: 1 },
    line: 1,
    column: 1,
    found: missing ? 'no such file' : `a file that cannot be read (${code ?? message})`,
    expected: 'a file or folder',
    fix: missing ? 'Correct the path.' : 'Check its permissions, or copy it again.',
  };
}

/** The path for display, without control characters, which could be commands to the terminal. */
function showPath(name: string): string {
  const path = relative('.', resolve(name)) || '.';
  return (path.startsWith('..') ? resolve(name) : path).replace(/\p{Cc}/gu, '\uFFFD');
}

/** How the names of pictures, documents, sounds and films end that may belong to a text. */
const belonging =
  /\.(?:jpe?g|jpe|jfif|png|webp|avif|gif|tiff?|pdf|mp3|m4a|m4b|flac|wav|og[gav]|opus|mp4|m4v|webm)$/i;

/** How the names of texts end, into which nobody has to look. */
const textual = /\.(?:txt|text|md|markdown|html?|xhtml|xml|rss|atom|json|jsonl|ndjson|csv|tsv)$/i;

/** The listed files with pictures and documents last: by then it is known which of them belong to a text. */
export async function textsFirst(listed: readonly ListedFile[]): Promise<ListedFile[]> {
  const [texts, others]: [ListedFile[], ListedFile[]] = [[], []];
  for (const each of listed) {
    const isLater = each.kind === 'file' && (belonging.test(each.file.name) || (await isNoText(each.file)));
    (isLater ? others : texts).push(each);
  }
  return [...texts, ...others];
}

/** Whether a file may belong to a text by its content, whatever its name is. What cannot be read is told when it is read. */
async function isNoText({ name, path }: ReceivedFile): Promise<boolean> {
  if (textual.test(name)) return false;
  const handle = await open(path).catch(() => undefined);
  try {
    const read = await handle?.read(Buffer.alloc(64), 0, 64, 0).catch(() => undefined);
    return read !== undefined && mayBelongToText(read.buffer.subarray(0, read.bytesRead));
  } finally {
    await handle?.close();
  }
}
