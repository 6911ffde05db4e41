import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A record of a WARC that a test writes. */
export interface TestRecord {
  type?: string;
  url?: string;
  date?: string;
  /** The fields of the record besides those that all have. */
  fields?: Readonly<Record<string, string>>;
  /** The status line and fields of the HTTP response; without them the block is the body. */
  http?: { status?: string; fields?: Readonly<Record<string, string>> };
  body?: string | Uint8Array;
}

/** Writes a record (ISO 28500:2017) by the standard, without the code that reads it. */
export function writeRecord({
  type = 'response',
  url,
  date,
  fields = {},
  http,
  body = '',
}: TestRecord): Buffer {
  const content = Buffer.from(body);
  const head = http ? `HTTP/1.1 ${http.status ?? '200 OK'}\r\n${linesOf({ ...http.fields })}\r\n` : '';
  const block = Buffer.concat([Buffer.from(head), content]);
  const lines = linesOf({
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:uuid:${createHash('md5')
      .update(block)
      .update(url ?? '')
      .digest('hex')}>`,
    ...(url !== undefined && { 'WARC-Target-URI': url }),
    'WARC-Date': date ?? '2021-07-18T10:00:00Z',
    'Content-Type': http ? 'application/http; msgtype=response' : 'text/plain',
    'Content-Length': String(block.length),
    ...fields,
  });
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** A response with a page. */
export function page(url: string, html: string, more: Partial<TestRecord> = {}): TestRecord {
  return { url, http: { fields: { 'Content-Type': 'text/html; charset=utf-8' } }, body: html, ...more };
}

/** A response that leads to another address. */
export function redirect(url: string, to: string, more: Partial<TestRecord> = {}): TestRecord {
  return { url, http: { status: '301 Moved Permanently', fields: { Location: to } }, ...more };
}

/** Writes records, each compressed by itself, as crawlers do. */
export function writeWarc(records: readonly TestRecord[], isPacked = true): Buffer {
  const written = records.map(writeRecord);
  return Buffer.concat(isPacked ? written.map((each) => gzipSync(each)) : written);
}

/** The checksum of a content as crawlers write it. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function linesOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}
