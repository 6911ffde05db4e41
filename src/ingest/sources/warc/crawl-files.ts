import { Readable } from 'node:stream';

import { mediaLimits } from '../../../records/media/inspect-media.ts';
import type { FindFile } from '../source.ts';
import type { TemporaryCopies } from '../../read/temporary-copies.ts';
import { SourceError } from '../source-error.ts';
import { keyOf, type Capture } from './capture.ts';
import { readAgain, type Crawl } from './crawl.ts';
import { decodeContent, readHttpResponse } from './records/http-response.ts';

/** The files of a crawl, as far as articles show them. */
export interface CrawlFiles {
  find: FindFile;
  /** Whether a capture has been found. */
  isFound(capture: Capture): boolean;
}

/** The most redirects from the address of a picture to it. */
const mostRedirects = 5;

/**
 * Finds what a crawl has at the addresses of pictures and other files. What is found is copied to a private file.
 *
 * @param findCapture finds the one that is wanted, by its key
 */
export function createCrawlFiles(
  crawl: Pick<Crawl, 'files'>,
  findCapture: (key: string) => Capture | undefined,
  copies: TemporaryCopies,
): CrawlFiles {
  const found = new Map<Capture, Awaited<ReturnType<FindFile>>>();
  return {
    isFound: (capture) => 'path' in (found.get(capture) ?? {}),
    async find(address) {
      const capture = follow(address);
      if (!capture) return { missing: 'nothing in the crawl at its address' };
      if (capture.status !== 200)
        return { missing: `the crawl has an error at its address (HTTP ${capture.status})` };
      if (capture.page) return { missing: 'the crawl has a page at its address' };
      const known = found.get(capture) ?? (await extract(capture));
      found.set(capture, known);
      return known;
    },
  };

  function follow(address: string): Capture | undefined {
    let capture = findCapture(keyOf(address));
    for (let steps = 0; capture?.leadsTo !== undefined && steps < mostRedirects; steps++)
      capture = findCapture(keyOf(capture.leadsTo));
    return capture;
  }

  async function extract(capture: Capture): Promise<Awaited<ReturnType<FindFile>>> {
    try {
      const path = await readAgain(crawl, capture, async (record) => {
        const response = await readHttpResponse(record);
        return copies.keep(Readable.from(limit(decodeContent(response))), fileName(capture.url));
      });
      return { path, name: `${capture.url} in ${crawl.files[capture.file]?.name ?? ''}` };
    } catch (error) {
      if (error instanceof SourceError)
        return { missing: `it cannot be read from the crawl: ${error.message}` };
      throw error;
    }
  }
}

async function* limit(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > mediaLimits.attachment)
      throw new SourceError('a file of more than 200 MB', 'at most 200 MB', 'Leave it out.');
    yield piece;
  }
}

/** A name for the file of an address, which is no path. */
function fileName(url: string): string {
  const last = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // It stays as it is written.
  }
  const plain = name.replace(/[^\p{L}\p{N}._ -]/gu, '-').replace(/^\.+/, '');
  return plain.length > 100 ? plain.slice(-100) : plain || 'file';
}
