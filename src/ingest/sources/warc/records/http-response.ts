import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

import { SourceError } from '../../source-error.ts';
import { ByteStream } from './byte-stream.ts';
import { readHeadFields, type Head } from './head-fields.ts';
import { throughTransform } from './through-transform.ts';
import type { WarcRecord } from './visit-records.ts';

/** What a server answered, as a crawl has it. */
export interface HttpResponse {
  /** The status code; 0 when there is none. */
  status: number;
  fields: Head['fields'];
  /** What follows the head, as it was sent. */
  body: ByteStream;
}

/** The longest head of a response; those with many cookies have some thousand bytes. */
const longestHead = 1 << 18;

/**
 * Reads the head of the response in a record. A record of the type `resource` has none: its block is what it is about.
 *
 * @throws {SourceError} when its block is no HTTP message
 */
export async function readHttpResponse({ fields, block }: WarcRecord): Promise<HttpResponse> {
  const type = fields.get('content-type') ?? '';
  if (fields.get('warc-type')?.toLowerCase() === 'resource' || !/^application\/http\b/i.test(type))
    return { status: 200, fields: new Map([['content-type', type]]), body: block };
  const start = (await block.peek(5)).toString('latin1');
  const head = start === 'HTTP/' ? await block.readHead(longestHead) : undefined;
  if (!head) {
    const fix = 'Write the file again with the program that made it.';
    throw new SourceError('a response without an HTTP head', 'a status line, fields, and an empty line', fix);
  }
  const { line, fields: sent } = readHeadFields(head);
  return { status: Number(/^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(line)?.[1] ?? 0), fields: sent, body: block };
}

/**
 * What a response holds, without the codings in which it was sent (RFC 9110, section 8.4; RFC 9112, section 7). Crawlers
 * often keep the fields that name these and not the codings: only what is coded is decoded.
 *
 * @throws {SourceError} when it is damaged, or in an unknown coding
 */
export async function* decodeContent({ fields, body }: HttpResponse): AsyncGenerator<Buffer> {
  const isChunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '') && (await startsChunk(body));
  const streams = [isChunked ? new ByteStream(readChunks(body)) : body];
  const codings = (fields.get('content-encoding') ?? '').toLowerCase().split(/[\s,]+/);
  try {
    for (const coding of codings.filter((each) => each !== '' && each !== 'identity').reverse()) {
      const coded = streams[0] ?? body;
      const decoder = createDecoder(coding, await coded.peek(4));
      if (decoder) streams.unshift(new ByteStream(decode(coded, decoder, coding)));
    }
    yield* (streams[0] ?? body).take();
  } finally {
    for (const stream of streams) if (stream !== body) await stream.close();
  }
}

/**
 * Reads all that a response holds.
 *
 * @param most the most bytes
 * @throws {SourceError} when there are more, or it cannot be decoded
 */
export async function readContent(response: HttpResponse, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of decodeContent(response)) {
    size += piece.length;
    if (size > most) {
      const limit = most.toLocaleString('en');
      throw new SourceError(`a page of more than ${limit} bytes`, `at most ${limit} bytes`, 'Leave it out.');
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The line before a chunk: its size, and extensions. */
const chunkLine = /^([\da-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n/i;

async function startsChunk(body: ByteStream): Promise<boolean> {
  return chunkLine.test((await body.peek(256)).toString('latin1'));
}

async function* readChunks(body: ByteStream): AsyncGenerator<Buffer> {
  for (;;) {
    const size = chunkLine.exec((await body.readLine(256)) ?? '')?.[1];
    // A crawler that was interrupted has not the last chunk, which is empty.
    if (size === undefined && (await body.peek(1)).length === 0) return;
    if (size === undefined) {
      const fix = 'Write the file again with the program that made it.';
      throw new SourceError('a response whose chunks are damaged', 'the size of a chunk', fix);
    }
    if (/^0+$/.test(size)) return;
    yield* body.take(Number.parseInt(size, 16));
    await body.readLine(2);
  }
}

/** @returns undefined when the bytes are not in the coding */
function createDecoder(coding: string, start: Buffer): Transform | undefined {
  const signs = start.toString('hex');
  if (/^(?:x-)?gzip$/.test(coding)) return signs.startsWith('1f8b') ? createGunzip() : undefined;
  // The second byte makes the first two a multiple of 31 (RFC 1950, section 2.2).
  if (coding === 'deflate')
    return start.length > 1 && start.readUInt16BE(0) % 31 === 0 && /^.8/.test(signs)
      ? createInflate()
      : undefined;
  if (coding === 'zstd') return signs === '28b52ffd' ? createZstdDecompress() : undefined;
  if (coding === 'br') return /^\s*</.test(start.toString('latin1')) ? undefined : createBrotliDecompress();
  throw new SourceError(
    `a response in the coding "${coding.slice(0, 40)}"`,
    'gzip, deflate, br or zstd',
    'Take in a crawl that has it in another coding.',
  );
}

async function* decode(content: ByteStream, decoder: Transform, coding: string): AsyncGenerator<Buffer> {
  try {
    yield* throughTransform(content.take(), decoder);
  } catch (error) {
    if (!/^(?:Z_|ERR_|ZSTD_)/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new SourceError(
      `a response that is not whole in the coding "${coding}" (${(error as Error).message})`,
      'a whole response',
      'Take in another capture of it.',
    );
  }
}
