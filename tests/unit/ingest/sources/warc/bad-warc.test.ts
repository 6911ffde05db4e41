import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Item } from '../../../../../src/ingest/sources/source.ts';
import { readWarc } from '../../../../../src/ingest/sources/warc/warc.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';
import { damaged, useReader } from '../read-source.ts';
import {
  page,
  redirect,
  writeRecord,
  writeWarc,
  type TestRecord,
} from '../../../../support/crawl/make-warc.ts';
import { host, records, stories, storyPage } from '../../../../support/crawl/paper-site.ts';

const site = `https://${host}`;
const { readText, readAnything } = useReader(readWarc, 'warc', 'crawl.warc.gz');
const pages = stories.map((story) => page(site + story.path, storyPage(story)));
const [first, second, third] = pages.map((each) => writeRecord(each));
if (!first || !second || !third) throw new Error('There are three stories.');

/** How many articles were read, and what failed: where, and what was found. */
async function outcome(content: Uint8Array): Promise<[articles: number, ...failures: string[]]> {
  const items = await readText(content);
  return [items.filter(({ kind }) => kind === 'draft').length, ...items.flatMap(tell)];
}

function tell(item: Item): string[] {
  if (item.kind !== 'failed') return [];
  const { origin, found, expected, fix } = item.failure;
  expect([expected, fix]).not.toContain('');
  return [`${origin.item?.replace(site, '')}: ${found}`];
}

const withField = (record: Buffer, from: RegExp, to: string) =>
  Buffer.from(record.toString('latin1').replace(from, to), 'latin1');

describe('a record', () => {
  test('that breaks off is told with its place, and those before it are taken', async () => {
    const packed = [first, second].map((each) => gzipSync(each));
    const start = packed[0]?.length ?? 0;
    for (const [content, at] of [
      [Buffer.concat(packed).subarray(0, -40), start],
      [Buffer.concat([first, second]).subarray(0, -40), first.length],
    ] as const) {
      const [articles, failure, ...others] = await outcome(content);
      expect([articles, others]).toEqual([1, []]);
      expect(failure).toMatch(
        new RegExp(`^the record at byte ${at}: a (?:compressed )?record that breaks off`),
      );
    }
  });

  test('that is damaged within its compression is told, and the one after it is taken', async () => {
    const packed = [first, second, third].map((each) => gzipSync(each));
    const content = Buffer.concat(packed);
    const offset = packed[0]?.length ?? 0;
    content.fill(0, offset + (packed[1]?.length ?? 0) - 100, offset + (packed[1]?.length ?? 0) - 60);
    const [articles, failure, ...others] = await outcome(content);
    expect([articles, others]).toEqual([2, []]);
    expect(failure).toContain(`the record at byte ${offset}: `);
  });

  test('whose checksum is not that of its compression is told', async () => {
    const packed = gzipSync(first);
    packed.writeUInt32LE(7, packed.length - 8);
    expect(await outcome(Buffer.concat([packed, gzipSync(second)]))).toEqual([
      1,
      'the record at byte 0: a compressed record that does not have the checksum at its end',
    ]);
  });

  test.each([
    ['too short', '20', 'a record that goes on after the bytes of its Content-Length'],
    ['too long', '1500', 'a record that goes on after the bytes of its Content-Length'],
    ['beyond the file', '999999999', 'a record that breaks off'],
    ['negative', '-5', 'the Content-Length "-5"'],
    ['no number', '1e3', 'the Content-Length "1e3"'],
  ])('with a Content-Length that is %s is told, and the others are taken', async (_, length, found) => {
    const wrong = withField(second, /Content-Length: \d+/, `Content-Length: ${length}`);
    const [articles, failure, ...others] = await outcome(Buffer.concat([first, wrong, third]));
    expect([articles, others]).toEqual([2, []]);
    expect(failure).toContain(`the record at byte ${first.length}: ${found}`);
    const packed = [first, wrong, third].map((each) => gzipSync(each));
    const [articlesOfPacked, failureOfPacked] = await outcome(Buffer.concat(packed));
    expect(articlesOfPacked).toBe(2);
    expect(failureOfPacked).toContain(`the record at byte ${packed[0]?.length}: `);
  });

  test('without a Content-Length, or whose head does not end, is told', async () => {
    const without = withField(second, /Content-Length: \d+\r\n/, '');
    expect(await outcome(Buffer.concat([first, without, third]))).toEqual([
      2,
      `the record at byte ${first.length}: a record without a Content-Length`,
    ]);
    const endless = Buffer.from(`WARC/1.0\r\n${'X: y\r\n'.repeat(20_000)}`);
    expect((await outcome(Buffer.concat([first, endless, second])))[1]).toContain(
      'a record whose head does not end',
    );
  });

  test('after bytes that are none is found', async () => {
    const [articles, failure] = await outcome(
      Buffer.concat([first, Buffer.from('garbage \x1f\x8b\x08 and more\r\n'), second]),
    );
    expect([articles, failure]).toEqual([
      1,
      'the record at byte 0: a record that goes on after the bytes of its Content-Length',
    ]);
  });

  test('that becomes very much more than it is packed in is refused', async () => {
    const zeros = Buffer.alloc(200e6);
    const head = `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: ${site}/x.png\r\nContent-Type: image/png\r\nContent-Length: ${zeros.length}\r\n\r\n`;
    const bomb = gzipSync(Buffer.concat([Buffer.from(head), zeros, Buffer.from('\r\n\r\n')]));
    expect(await outcome(Buffer.concat([bomb, gzipSync(first)]))).toEqual([
      1,
      'the record at byte 0: compressed data that are more than 200 times as large as what they are packed in',
    ]);
  });

  test('whose content becomes too much is refused, whatever its coding', async () => {
    const zeros = Buffer.alloc(100e6, ' ');
    for (const [coding, body] of [
      ['gzip', gzipSync(zeros)],
      ['br', brotliCompressSync(zeros)],
    ] as const) {
      const fields = { 'Content-Type': 'text/html', 'Content-Encoding': coding };
      expect(
        await outcome(writeWarc([{ url: `${site}/a`, http: { fields }, body }, ...pages.slice(0, 1)])),
      ).toEqual([1, '/a at byte 0: a page of more than 33,554,432 bytes']);
    }
  });

  test.each<[string, Partial<TestRecord>, string]>([
    [
      'cut off in its coding',
      {
        http: { fields: { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' } },
        body: gzipSync('x'.repeat(99)).subarray(0, 20),
      },
      'a response that is not whole in the coding "gzip"',
    ],
    [
      'in an unknown coding',
      { http: { fields: { 'Content-Type': 'text/html', 'Content-Encoding': 'aes128gcm' } }, body: 'x' },
      'a response in the coding "aes128gcm"',
    ],
    [
      'in damaged chunks',
      {
        http: { fields: { 'Content-Type': 'text/html', 'Transfer-Encoding': 'chunked' } },
        body: '2\r\nabXX\r\nzz',
      },
      'a response whose chunks are damaged',
    ],
    [
      'no HTTP',
      { fields: { 'Content-Type': 'application/http' }, body: 'nothing' },
      'a response without an HTTP head',
    ],
    [
      'part of a capture',
      { ...pages[0], fields: { 'WARC-Segment-Number': '1' } },
      'a capture in several records',
    ],
    ['empty', { http: { fields: { 'Content-Type': 'text/html' } }, body: '' }, 'an empty file'],
    [
      'of too many elements',
      { http: { fields: { 'Content-Type': 'text/html' } }, body: '<div>'.repeat(20_000) },
      '20,000 elements',
    ],
  ])('that is %s is told, and the others are taken', async (_, record, found) => {
    const [articles, failure, ...others] = await outcome(
      writeWarc([{ url: `${site}/a`, ...record }, ...pages.slice(1)]),
    );
    expect([articles, others]).toEqual([2, []]);
    expect(failure).toContain(`${record.url?.replace(site, '') ?? '/a'} at byte 0: ${found}`);
  });

  test('that is not as it was captured, or only its beginning, is taken with a notice', async () => {
    const fields = {
      'WARC-Block-Digest': 'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ',
      'WARC-Truncated': 'length',
    };
    const [item] = await readText(writeWarc(pages.slice(0, 1).map((each) => ({ ...each, fields }))));
    expect(item?.kind === 'draft' && item.draft.notices).toEqual([
      expect.stringContaining('The page is not as it was captured'),
      expect.stringContaining('WARC-Truncated: length'),
    ]);
  });
});

describe('redirects and canonical addresses', () => {
  test('that lead round in a circle, or to nothing of the web, are told', async () => {
    const items = await readText(
      writeWarc([
        redirect(`${site}/a`, '/b'),
        redirect(`${site}/b`, '/a'),
        redirect(`${site}/c`, 'javascript:x()'),
        redirect(`${site}/d`, ''),
      ]),
    );
    expect(items.map((item) => item.kind === 'skipped' && item.reason)).toEqual([
      'a redirect',
      'a redirect',
      'an answer without content',
      'a redirect',
    ]);
  });

  test('of pages that name each other are no reason to lose either', async () => {
    const [a, b] = pages.slice(0, 2).map(({ url = '' }) => url);
    const each = (own: string, other: string) =>
      page(
        own,
        `<title>T</title><link rel="canonical" href="${other}"><article><h1>T</h1><p>${'A text of its own. '.repeat(20)}${own}</p></article>`,
      );
    expect((await outcome(writeWarc([each(a ?? '', b ?? ''), each(b ?? '', a ?? '')])))[0]).toBe(1);
  });
});

test('a file with records that are compressed together is taken as one', async () => {
  const folder = await makeFolder();
  const words = Array.from({ length: 9000 }, (_, index) =>
    createHash('md5').update(String(index)).digest('hex'),
  );
  const incompressible = writeRecord({ type: 'metadata', body: words.join(' ') });
  await writeFiles(folder, {
    'crawl.warc.gz': gzipSync(Buffer.concat([first, second, third])),
    'cut.warc.gz': gzipSync(Buffer.concat([first, second, incompressible])).subarray(0, -300),
  });
  const temporary = await makeFolder();
  const root = await makeArchive();
  const { code, stdout } = await ingest(root, ['--json', join(folder, 'crawl.warc.gz')], '', {
    TMPDIR: temporary,
  });
  expect([code, (JSON.parse(stdout) as { written: number }).written]).toEqual([0, 3]);
  const other = await makeArchive();
  const cut = await ingest(other, [join(folder, 'cut.warc.gz')], '', { TMPDIR: temporary });
  expect([cut.code, cut.stdout]).toEqual([1, expect.stringContaining('a compressed file that is not whole')]);
  expect(cut.stdout).toContain('2 articles written');
  expect(await readdir(temporary)).toEqual([]);
});

test('addresses that name paths, and archives within a crawl, lead nowhere', async () => {
  const figure = '<img src="/..%2f..%2f..%2fetc%2fpasswd" alt="A"><img src="/a/..%5c..%5cb.png" alt="B">';
  const image = {
    http: { fields: { 'Content-Type': 'image/png' } },
    body: records.find(({ url }) => url?.endsWith('/lock.png'))?.body ?? '',
  };
  const story = { ...(stories[0] ?? { path: '', title: '', date: '', paragraphs: [] }), figure };
  const folder = await makeFolder();
  const inner = writeWarc(pages.slice(1));
  await writeFiles(folder, {
    'crawl.warc.gz': writeWarc([
      page(site + story.path, storyPage(story)),
      { url: `${site}/..%2f..%2f..%2fetc%2fpasswd`, ...image },
      {
        url: `${site}/a/..%5c..%5cb.png`,
        ...image,
        body: Buffer.concat([Buffer.from(image.body), Buffer.from('x')]),
      },
      { url: `${site}/inner.warc.gz`, http: { fields: { 'Content-Type': 'application/warc' } }, body: inner },
      page('file:///etc/passwd', storyPage(story)),
    ]),
  });
  const temporary = await makeFolder();
  const root = await makeArchive();
  const { code, stdout } = await ingest(root, ['--json', folder], '', { TMPDIR: temporary });
  expect([code, JSON.parse(stdout)]).toMatchObject([
    0,
    { written: 1, reasons: { 'not an address of the web': 1, 'not a page': 1 } },
  ]);
  expect([...(await readFolder(root)).keys()].filter((path) => path.startsWith('media/'))).toEqual([
    'media/2015/11/03/b.png',
    'media/2015/11/03/etc-passwd.png',
  ]);
});

test('what is damaged anywhere ends with items, or with what is wrong', async () => {
  const files = [writeWarc(records.slice(0, 12)), writeWarc(records.slice(0, 12), false)];
  const scraps = [
    'WARC/1.0\r\n',
    '\r\n\r\n',
    'Content-Length: 99999\r\n',
    '\x1f\x8b\x08\x00',
    'HTTP/1.1 200 OK\r\n',
  ];
  await fc.assert(
    fc.asyncProperty(damaged(files, scraps), async (content) => {
      await readAnything(content);
    }),
    { numRuns: 40 },
  );
});

test('many damaged records end the file', async () => {
  const [articles, ...failures] = await outcome(
    Buffer.concat([first, Buffer.from('WARC/1.0\r\n\r\n'.repeat(3000))]),
  );
  expect([articles, failures.length]).toEqual([1, 1001]);
  expect(failures.at(-1)).toContain('1,000 damaged records');
});
