import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { isCrawl } from '../../../../src/ingest/read/recognize-crawl.ts';
import { writeWarc } from '../../../support/crawl/make-warc.ts';
import { writeZip } from '../../../support/zip-writer.ts';
import { records } from '../../../support/crawl/paper-site.ts';

const packed = writeWarc(records);
const text = Buffer.from('WARC/1.0 is what the line begins with, and then follows a text.\n');
const zip = (name: string) => writeZip([{ name, data: text, isStored: true }]);

test.for<[string, Uint8Array, string?]>([
  ['a WARC', writeWarc(records, false)],
  ['a WARC with gzip', packed],
  ['the beginning of one', packed.subarray(0, 150)],
  ['a WARC with gzip as a whole', gzipSync(writeWarc(records, false))],
  ['a WARC whose lines end as on Unix', Buffer.from('WARC/1.1\nWARC-Type: warcinfo\nContent-Length: 0\n\n')],
  ['a WACZ', zip('archive/data.warc.gz')],
  ['a WACZ that begins with its index', zip('indexes/index.cdx.gz')],
  ['a WACZ that begins with its description', zip('datapackage.json')],
  ['a WACZ by its name', zip('other'), 'crawl.wacz'],
])('%s is a crawl', async ([, content, name = 'crawl']) => {
  expect(await isCrawl(content, name)).toBe(true);
});

test.for<[string, Uint8Array, string?]>([
  ['nothing', Buffer.alloc(0)],
  ['a text about the format', text],
  ['another compressed file', gzipSync(text)],
  [
    'a compressed file that is damaged',
    Buffer.concat([Buffer.from('1f8b0800', 'hex'), deflateRawSync(text)]),
  ],
  ['two bytes of one', packed.subarray(0, 2)],
  ['a document', zip('[Content_Types].xml')],
  ['a book', zip('mimetype')],
  ['a text that is called a crawl', text, 'crawl.warc'],
])('%s is none', async ([, content, name = 'crawl']) => {
  expect(await isCrawl(content, name)).toBe(false);
});
