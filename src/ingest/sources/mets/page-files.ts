import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { findMedia } from '../../media/find-media.ts';
import { createPathFinder, type PathFinder } from '../../media/path-finder.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { readRecognized } from '../ocr/ocr.ts';
import type { RecognizedPage } from '../ocr/recognized-page.ts';
import { formatPageWords } from '../ocr/word-boxes.ts';
import { SourceError } from '../source-error.ts';
import type { ReceivedFile } from '../source.ts';
import type { MetsFile, MetsPointer } from './mets-document.ts';
import { splitLines } from './split-lines.ts';

/** What a file of a METS has of a page. */
export interface PageText {
  page: RecognizedPage;
  engine: string | undefined;
  /** Its words with their boxes, where it has them. */
  words: string | undefined;
  /** Of the whole file. */
  bytes: Uint8Array;
  /** The file as it is told to people. */
  name: string;
}

/** How many pages are kept: the articles of an issue come page by page. */
const most = 8;

/**
 * Creates the function that reads the recognized text of pages. Of the files that were read, only the last are kept.
 *
 * @param file the METS
 * @param pointers all that lead to texts
 * @returns a function that throws a {@link SourceError} when there is no such file beside it, or it cannot be read
 */
export function createPageReader(
  file: ReceivedFile,
  encoding: string | undefined,
  pointers: readonly MetsPointer[],
) {
  const findPath = createPathFinder();
  const pages = new Map<string, Promise<PageText>>();
  return (named: MetsFile): Promise<PageText> => {
    const page = pages.get(named.id) ?? readPage(named);
    pages.delete(named.id);
    pages.set(named.id, page);
    const [oldest] = pages.keys();
    if (pages.size > most && oldest !== undefined) pages.delete(oldest);
    return page;
  };

  async function readPage({ href, id }: MetsFile): Promise<PageText> {
    const path = locateBeside(file, href, findPath);
    if (path === undefined)
      throw new SourceError(
        /^https?:/i.test(href) ? `the web address "${href}"` : `no file "${href}"`,
        'a file beside the METS',
        'Copy it there; nothing is loaded from the network.',
      );
    const name = join(dirname(file.name), href);
    const { bytes, text } = await readSourceText({ name, path, size: (await stat(path)).size }, encoding);
    const { engine, pages: found } = readRecognized(text);
    const [first, ...others] = found;
    if (!first) throw new SourceError('no page', 'a page of recognized text', 'Request it again.');
    const page = {
      ...first,
      blocks: found.flatMap(({ blocks }) => blocks),
      leftOut: found.flatMap(({ leftOut }) => leftOut),
      notices: found.flatMap(({ notices }) => notices),
      otherIds: new Set(found.flatMap(({ otherIds }) => [...otherIds])),
      // Boxes of several pages have no common size.
      ...(others.length > 0 && { size: undefined }),
    };
    const leading = pointers.filter(({ fileId }) => fileId === id);
    return { page: splitLines(page, leading), engine, words: formatPageWords(page), bytes, name };
  }
}

/** The path of a file that a METS names, within the folder that was named or that of the METS. */
export function locateBeside(file: ReceivedFile, href: string, findPath: PathFinder): string | undefined {
  if (href === '' || /^https?:/i.test(href)) return undefined;
  const found = findMedia({ written: [href], isFileName: true }, file, [], findPath);
  return 'path' in found ? found.path : undefined;
}
