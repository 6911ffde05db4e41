import { SourceError } from '../../source-error.ts';
import { ByteStream } from './byte-stream.ts';
import type { FileBytes } from './file-bytes.ts';
import { readHeadFields, type Head } from './head-fields.ts';
import { inflateMember, isGzip } from './inflate-member.ts';

/** A WARC record (ISO 28500:2017) that is being read. */
export interface WarcRecord {
  /** Names in lower case. */
  fields: Head['fields'];
  /** Its block. */
  block: ByteStream;
}

/** What was made of a record, or what is wrong with it, and where it begins. */
export type Visited<Value> = { offset: number } & ({ value: Value } | { error: SourceError });

/** Thrown when several records are compressed together, so that none of them can be read by itself. */
export class SharedMemberError extends SourceError {}

/** The longest head of a record; most have some hundred bytes. */
const longestHead = 1 << 16;

/** After so many damaged records a file is given up. */
const mostDamaged = 1000;

/**
 * Reads all records of a file, one after the other. After one that is damaged the next is looked for.
 *
 * @param visit must not keep the record; the errors that it throws are taken for damage
 */
export async function* visitRecords<Value>(
  bytes: FileBytes,
  visit: (record: WarcRecord, offset: number) => Promise<Value>,
): AsyncGenerator<Visited<Value>> {
  let damaged = 0;
  for (let offset = 0; offset < bytes.size;) {
    try {
      const { value, end } = await visitRecord(bytes, offset, visit);
      yield { offset, value };
      offset = end;
    } catch (error) {
      if (!(error instanceof SourceError) || error instanceof SharedMemberError) throw error;
      yield { offset, error };
      if (++damaged === mostDamaged) throw tooDamaged(offset);
      offset = await findRecord(bytes, offset + 1);
    }
  }
}

/**
 * Reads one record.
 *
 * @returns what was made of it, and the offset after it
 * @throws {SourceError} when there is none, or it is damaged
 */
export async function visitRecord<Value>(
  bytes: FileBytes,
  offset: number,
  visit: (record: WarcRecord, offset: number) => Promise<Value>,
): Promise<{ value: Value; end: number }> {
  const isPacked = isGzip(await bytes.at(offset));
  const stream = new ByteStream(isPacked ? inflateMember(bytes, offset) : piecesOf(bytes, offset));
  try {
    const { fields, length } = await readWarcHead(stream);
    const start = stream.passed;
    const block = new ByteStream(stream.take(length));
    const value = await visit({ fields, block }, offset);
    for await (const piece of block.take()) void piece;
    // What the block was not asked for is still in the stream.
    for await (const piece of stream.take(length - (stream.passed - start))) void piece;
    const found = stream.passed - start;
    if (found < length)
      throw new SourceError(
        `a record that breaks off after ${found.toLocaleString('en')} bytes`,
        `the ${length.toLocaleString('en')} bytes of its Content-Length`,
        'Copy the file again from where it came from.',
      );
    await passEnd(stream, isPacked);
    return { value, end: isPacked ? (stream.result as number) : offset + stream.passed };
  } finally {
    await stream.close();
  }
}

async function readWarcHead(stream: ByteStream): Promise<{ fields: Head['fields']; length: number }> {
  const start = (await stream.peek(10)).toString('latin1');
  const head = /^WARC\/\d\.\d\r?\n?/.test(start) ? await stream.readHead(longestHead) : undefined;
  if (!head)
    throw new SourceError(
      start.startsWith('WARC/') ? 'a record whose head does not end' : 'bytes that are no WARC record',
      'a record that begins with "WARC/1.0" or "WARC/1.1", its fields, and an empty line',
      'Copy the file again from where it came from.',
    );
  const { fields } = readHeadFields(head);
  const written = fields.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(written))
    throw new SourceError(
      written === '' ? 'a record without a Content-Length' : `the Content-Length "${written.slice(0, 40)}"`,
      'a number of bytes',
      'Write the file again with the program that made it.',
    );
  return { fields, length: Number(written) };
}

/** Reads what stands between a record and the next: two line ends, and nothing else. */
async function passEnd(stream: ByteStream, isPacked: boolean): Promise<void> {
  for (let ends = 0; ; ends++) {
    const next = await stream.peek(5);
    if (next.length === 0) return;
    if (next[0] !== 10 && next[0] !== 13) {
      const isNext = next.toString('latin1') === 'WARC/';
      if (isNext && ends > 0) {
        if (isPacked)
          throw new SharedMemberError(
            'several records that are compressed together',
            'each by itself',
            'Unpack the file first: gunzip FILE.',
          );
        return;
      }
      if (isGzip(next) && ends > 0 && !isPacked) return;
      throw wrongLength();
    }
    if (ends > 16) throw wrongLength();
    for await (const piece of stream.take(1)) void piece;
  }
}

function wrongLength(): SourceError {
  return new SourceError(
    'a record that goes on after the bytes of its Content-Length',
    'two line ends after a record, and then the next one',
    'Write the file again with the program that made it.',
  );
}

function tooDamaged(offset: number): SourceError {
  return new SourceError(
    `${mostDamaged.toLocaleString('en')} damaged records, the last at byte ${offset}: the rest was not read`,
    'a WARC file',
    'Copy the file again from where it came from.',
  );
}

async function* piecesOf(bytes: FileBytes, offset: number): AsyncGenerator<Buffer> {
  for (let at = offset; ;) {
    const piece = await bytes.at(at);
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

/** How many places are tried in which a record may begin: only a file that was made for it has more. */
const mostTried = 10_000;

/** The offset at which the next record begins, compressed or not; the size of the file when none does. */
async function findRecord(bytes: FileBytes, from: number): Promise<number> {
  let tried = 0;
  for (let offset = from; offset < bytes.size;) {
    const piece = await bytes.at(offset);
    const found = recordStarts.map((start) => piece.indexOf(start)).filter((at) => at >= 0);
    if (found.length === 0) {
      // It may begin in this piece and end in the next.
      offset += Math.max(1, piece.length - 6);
      continue;
    }
    offset += Math.min(...found);
    if (await isRecord(bytes, offset)) return offset;
    if (++tried === mostTried) throw tooDamaged(offset);
    offset++;
  }
  return bytes.size;
}

const recordStarts = [Buffer.from('WARC/1.'), Buffer.from([0x1f, 0x8b, 8])];

async function isRecord(bytes: FileBytes, offset: number): Promise<boolean> {
  const stream = new ByteStream(
    isGzip(await bytes.at(offset)) ? inflateMember(bytes, offset) : piecesOf(bytes, offset),
  );
  try {
    return (await stream.peek(5)).toString('latin1') === 'WARC/';
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  } finally {
    await stream.close();
  }
}
