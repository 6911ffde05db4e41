import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readWarc } from '../../../../../src/ingest/sources/warc/warc.ts';
import { page, writeRecord, writeWarc } from '../../../../support/crawl/make-warc.ts';
import { writeZip, type ZipPart } from '../../../../support/zip-writer.ts';
import { host, records, stories, storyPage } from '../../../../support/crawl/paper-site.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';
import { damaged, useReader } from '../read-source.ts';

const { readAnything } = useReader(readWarc, 'warc', 'crawl.wacz');
const half = Math.floor(records.length / 2);
const [one, two] = [records.slice(0, half), records.slice(half)];
const viewer: ZipPart[] = [
  { name: 'datapackage.json', data: Buffer.from('{"profile":"data-package"}'), isStored: true },
  { name: 'indexes/index.cdx', data: Buffer.from('example,paper)/ 20210718100000 {}\n'), isStored: true },
  { name: 'pages/pages.jsonl', data: Buffer.from('{"format":"json-pages-1.0"}\n'), isStored: true },
];
const whole: ZipPart[] = [
  { name: 'archive/data-1.warc.gz', data: writeWarc(two), isStored: true },
  { name: 'archive/data-2.warc', data: writeWarc(one, false) },
];

/** Takes in the files of a folder. */
async function take(files: Readonly<Record<string, Uint8Array>>, options: readonly string[] = []) {
  const [folder, root] = [await makeFolder(), await makeArchive()];
  await writeFiles(folder, files);
  const all = ['--json', '--former-host', host, ...options, folder];
  const { code, stdout, stderr } = await ingest(root, all);
  expect(stderr).not.toMatch(/\n {4}at /);
  const summary = JSON.parse(stdout) as {
    written: number;
    reasons: Record<string, number>;
    failures: { origin: { file: string; item?: string }; found: string }[];
  };
  const failures = summary.failures.map(({ origin, found }) => `${origin.item ?? 'the file'}: ${found}`);
  return { code, summary, failures, root, folder, files: await readFolder(root) };
}

describe('a WACZ', () => {
  test('is taken in as the crawl that is in it, whether its records are compressed once more or not', async () => {
    const [packed, plain] = [
      await take({ 'crawl.wacz': writeZip([...viewer, ...whole]) }),
      await take({ 'crawl.warc.gz': writeWarc(records) }),
    ];
    expect(packed.code).toBe(0);
    expect([...packed.files]).toEqual([...plain.files]);
    expect(packed.summary.reasons).toMatchObject({
      'files of a WACZ that have no records': 1,
      'robots.txt': 1,
    });
  });

  test('leaves nothing unpacked behind, whatever is wrong with it', async () => {
    const [folder, temporary] = [await makeFolder(), await makeFolder()];
    const cut = gzipSync(Buffer.concat(records.map(writeRecord))).subarray(0, -200);
    await writeFiles(folder, {
      'a.wacz': writeZip([...whole, { name: 'archive/cut.warc.gz', data: cut, isStored: true }]),
    });
    const { code, stdout } = await ingest(await makeArchive(), [folder], '', { TMPDIR: temporary });
    expect([code, stdout]).toEqual([1, expect.stringContaining('4 articles written')]);
    expect(await readdir(temporary)).toEqual([]);
  });

  test('is known by what is in it, whatever its name is, and any other ZIP file is not', async () => {
    const { code, summary, failures } = await take({
      'a.zip': writeZip([...viewer, ...whole]),
      'b.zip': writeZip([{ name: 'notes/first.xml', data: Buffer.from('<x/>'), isStored: true }]),
    });
    expect([code, summary.written, failures]).toEqual([1, 3, ['the file: a ZIP file of another kind']]);
  });

  test('is one crawl with the other files that are named', async () => {
    const { code, summary } = await take({
      'a.wacz': writeZip(whole.slice(0, 1)),
      'b.warc.gz': writeWarc(one),
    });
    expect([code, summary.written, summary.reasons['a redirect']]).toEqual([0, 3, 3]);
  });

  test('tells where a damaged record is in it', async () => {
    const cut = writeWarc(one).subarray(0, -50);
    const { code, summary, failures } = await take({
      'crawl.wacz': writeZip([
        { name: 'archive/a.warc.gz', data: cut, isStored: true },
        ...whole.slice(0, 1),
      ]),
    });
    expect([code, summary.written]).toEqual([1, 3]);
    expect(failures).toEqual([
      expect.stringMatching(
        /^archive\/a\.warc\.gz, the record at byte \d+: a compressed record that breaks off$/,
      ),
    ]);
  });

  test.each<[string, ZipPart[], string]>([
    [
      'leaves it',
      [{ name: '../../evil.warc', data: writeWarc(one), isStored: true }],
      'invalid relative path: ../../evil.warc',
    ],
    [
      'begins at the root',
      [{ name: '/etc/cron.d/x', data: Buffer.from('x'), isStored: true }],
      'absolute path: /etc/cron.d/x',
    ],
    [
      'is on a drive',
      [{ name: 'C:\\x.warc', data: Buffer.from('x'), isStored: true }],
      'absolute path: C:/x.warc',
    ],
  ])('with the name of a file that %s is refused as a whole', async (_, entries, found) => {
    const { code, summary, failures } = await take({ 'crawl.wacz': writeZip([...whole, ...entries]) });
    expect([code, summary.written]).toEqual([1, 0]);
    expect(failures).toEqual([`the file: a WACZ that cannot be read (${found})`]);
  });

  test('of which a part is encrypted, too large, within another archive, or not as large as it says, has that told', async () => {
    const zeros = Buffer.alloc(100e6);
    const { code, summary, failures } = await take({
      'crawl.wacz': writeZip([
        ...whole,
        { name: 'archive/a.warc.gz', data: writeWarc(one), flags: 1, isStored: true },
        { name: 'archive/b.warc', data: zeros },
        { name: 'archive/c.warc', data: zeros.subarray(0, 1e6), declaredSize: 10 },
        { name: 'archive/d.wacz', data: writeZip(whole), isStored: true },
      ]),
    });
    expect([code, summary.written]).toEqual([1, 3]);
    expect(failures).toEqual([
      'archive/a.warc.gz: a file of records that cannot be read (it is encrypted)',
      expect.stringMatching(/^archive\/b\.warc: compressed data that are more than 200 times as large/),
      expect.stringMatching(
        /^archive\/c\.warc: a file of records that cannot be read \(too many bytes in the stream/,
      ),
      'archive/d.wacz: an archive within a WACZ',
    ]);
  });

  test('whose entries overlap, or that breaks off, or has no records, is refused', async () => {
    const good = writeZip(whole);
    const first = good.indexOf('PK\x01\x02', 0, 'latin1');
    const second = good.indexOf('PK\x01\x02', first + 4, 'latin1');
    const overlapping = Buffer.from(good);
    // The second entry begins where the first does, and claims to be as long as the file.
    overlapping.writeUInt32LE(good.length, second + 20);
    for (const [content, found] of [
      [overlapping, 'a WACZ that cannot be read (entries that overlap)'],
      [good.subarray(0, -30), 'a WACZ that cannot be read ('],
      [writeZip(viewer), 'a ZIP file without records'],
    ] as const) {
      const { code, failures } = await take({ 'crawl.wacz': content });
      expect([code, failures]).toEqual([1, [expect.stringContaining(`the file: ${found}`)]]);
    }
  });

  test('with records that are compressed together is taken', async () => {
    const pages = stories.map((story) => writeRecord(page(`https://${host}${story.path}`, storyPage(story))));
    const content = gzipSync(Buffer.concat(pages));
    const { code, summary } = await take({
      'crawl.wacz': writeZip([{ name: 'archive/a.warc.gz', data: content, isStored: true }]),
    });
    expect([code, summary.written]).toEqual([0, 3]);
  });

  test('is wholly in the entries and the report, as the audit proves', async () => {
    const { root, folder } = await take({ 'crawl.wacz': writeZip([...viewer, ...whole]) });
    const audit = await ingest(root, ['--audit', '--former-host', host, join(folder, 'crawl.wacz')]);
    expect([audit.code, audit.stdout]).toEqual([0, expect.stringContaining('0 with something missing')]);
  });

  test('that is damaged anywhere ends with items, or with what is wrong', async () => {
    const files = [
      writeZip([...viewer, { name: 'archive/a.warc.gz', data: writeWarc(one), isStored: true }]),
    ];
    await fc.assert(
      fc.asyncProperty(damaged(files, ['PK\x03\x04', 'PK\x01\x02', 'archive/x.warc']), async (content) => {
        await readAnything(content);
      }),
      { numRuns: 40 },
    );
  });
});
