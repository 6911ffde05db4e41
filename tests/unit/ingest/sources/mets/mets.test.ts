import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { runWarm } from '../../../../support/warm-commands.ts';
import { ingest, makeFolder, writeFiles } from '../../run-ingest.ts';
import { change, fixture, makeIssue, takeIn } from './issue-folder.ts';

describe('a METS with ALTO beside it', () => {
  test('has its articles, with date, newspaper, issue, section and page, and its scans as facsimiles', async () => {
    const { code, files, items, audit, root, entryOf } = await takeIn(await makeIssue());
    expect(code).toBe(0);
    expect([...files.keys()].filter((path) => /^articles|^media/.test(path))).toEqual([
      'articles/1903/02/28/harbour-reopened.md',
      'articles/1903/02/28/nets-mended-quay-4.md',
      'articles/1903/02/28/shipping.md',
      'articles/1903/02/28/the-ferry-is-late.md',
      'media/1903/02/28/file-0001.jpg',
      'media/1903/02/28/file-0003.jpg',
      'media/1903/02/28/file-0004.jpg',
    ]);
    expect(entryOf('articles/1903/02/28/harbour-reopened.md')).toMatchObject({
      title: 'HARBOUR REOPENED',
      date: '1903-02-28',
      source: { publication: 'norhaven-post', issue: '3,417', section: 'Harbour News', page: '5–6' },
      rights: 'Public domain',
      ocr: { engine: 'Reader 8.1', meanConfidence: 0.9 },
      facsimiles: [{ label: 'Page 5', region: ['pct:5,13.33,43,20.01', 'pct:52,13.33,43,20.01'] }],
      body: 'The harbour was reopened yesterday. Nobody was hurt.\n\nCaptain Lind said that thirty boats had left at once.\n\nIt was the first time since the storm, and the fer- ry was the last to come.',
    });
    expect(entryOf('articles/1903/02/28/the-ferry-is-late.md')).toMatchObject({
      byline: 'Nils Sund',
      source: { page: '6' },
      body: 'FERRY LATE\n\nThe ferry was late again.',
    });
    expect(entryOf('articles/1903/02/28/nets-mended-quay-4.md')).toMatchObject({ titleSupplied: true });
    // A page of which the METS has no article is one.
    expect(entryOf('articles/1903/02/28/shipping.md')).toMatchObject({
      titleSupplied: true,
      source: { page: '8', issue: '3,417' },
      facsimiles: [{ label: 'Page 8' }],
    });
    expect(items.filter(({ file }) => /alto/.test(String(file))).map(({ reason }) => reason)).toEqual(
      Array(4).fill('recognized text of a page, which is taken with its METS'),
    );
    expect(audit).toContain(': 0 with something missing.');
    expect((await runWarm('check', root, [])).stdout).toContain('no errors');
  });

  test('tells what no article has', async () => {
    const { items } = await takeIn(await makeIssue());
    const leftOut = items.flatMap((item) => (item['leftOut'] ?? []) as { what: string; text: string }[]);
    const textsOf = (what: string) => leftOut.filter((each) => each.what === what).map(({ text }) => text);
    expect(textsOf('a text of a page that no article has')).toEqual(['NORHAVEN POST', 'Norhaven, Saturday']);
    expect(textsOf('what its METS says of the issue')).toEqual([
      'Norhaven Post 1903-02-28',
      '1890',
      'mods/part/detail[volume]/number: 13',
    ]);
    expect(textsOf('what its METS says of it')).toEqual([
      'mods/name[personal]/role/roleTerm: creator',
      'mods/note: Checked by hand',
    ]);
    expect(textsOf('the name of the picture of the page')).toContain('./images/0002.png');
    expect(items.find(({ item }) => item === 'DIVL4')).toMatchObject({ outcome: 'skipped' });
  });

  test('has no page numbers where it has only the positions of its pages', async () => {
    const folder = await makeIssue();
    await change(join(folder, 'issue.xml'), / ORDERLABEL="\d"/g, '');
    const { entryOf } = await takeIn(folder);
    const { source, facsimiles } = entryOf('articles/1903/02/28/harbour-reopened.md');
    expect(source).not.toHaveProperty('page');
    expect(facsimiles).toMatchObject([{ label: 'Scan 1' }]);
  });

  test('is the same when only the METS is named', async () => {
    const folder = await makeIssue();
    const { files } = await takeIn(folder, join(folder, 'issue.xml'));
    expect([...files.keys()].filter((path) => path.startsWith('articles'))).toHaveLength(4);
  });

  test('is taken again without doubles', async () => {
    const folder = await makeIssue();
    const { root } = await takeIn(folder);
    const { stdout } = await ingest(root, [folder]);
    expect(stdout).toContain('items = 0 to write + ');
  });

  test('without articles has pages, with the number and the date of its MODS, and the newspaper of its label', async () => {
    const folder = await makeFolder();
    const mods = (id: string, inner: string) =>
      `<dmdSec ID="${id}"><mdWrap><xmlData><mods:mods>${inner}</mods:mods></xmlData></mdWrap></dmdSec>`;
    const page = (number: number) =>
      `<div TYPE="np:page" DMDID="pageMods${number}"><fptr FILEID="master${number}"/><fptr FILEID="ocr${number}"/></div>`;
    const file = (id: string, use: string, href: string) =>
      `<file ID="${id}" USE="${use}"><FLocat LOCTYPE="OTHER" xlink:href="./${href}"/></file>`;
    await writeFiles(folder, {
      'issue.xml': `<mets xmlns="http://www.loc.gov/METS/" xmlns:mods="m" xmlns:xlink="x" LABEL="The Norhaven Post. (Norhaven), 1877-10-01">
${mods('issueMods', '<mods:relatedItem type="host"><mods:identifier type="lccn">sn1</mods:identifier><mods:part><mods:detail type="issue"><mods:number>41</mods:number></mods:detail></mods:part></mods:relatedItem><mods:originInfo><mods:dateIssued encoding="iso8601">1877-10-01</mods:dateIssued></mods:originInfo>')}
${mods('pageMods1', '<mods:part><mods:extent unit="pages"><mods:start>1</mods:start></mods:extent></mods:part>')}
<fileSec><fileGrp ID="g1">${file('master1', 'master', '0001.tif')}${file('ocr1', 'ocr', '0001.xml')}</fileGrp></fileSec>
<structMap><div TYPE="np:issue" DMDID="issueMods">${page(1)}</div></structMap></mets>`,
      '0001.xml': await readFile(join(fixture, 'alto/0004.xml')),
    });
    const { entryOf, audit } = await takeIn(folder);
    expect(entryOf('articles/1877/10/01/shipping.md')).toMatchObject({
      date: '1877-10-01',
      source: { publication: 'the-norhaven-post-norhaven', issue: '41', page: '1' },
    });
    expect(audit).toContain(': 0 with something missing.');
  });
});

describe('a METS that is damaged', () => {
  test('has what is there of an article, and fails for one of which nothing is', async () => {
    const folder = await makeIssue();
    await rm(join(folder, 'alto/0003.xml'));
    await change(join(folder, 'issue.xml'), 'BEGIN="P2_TB2"', 'BEGIN="GONE"');
    const { code, items, entryOf } = await takeIn(folder);
    expect(code).toBe(1);
    expect(items.find(({ item }) => item === 'DIVL1')?.['notices']).toContain(
      'Its METS names 1 parts that are not there: "GONE" in ./alto/0002.xml.',
    );
    expect(entryOf('articles/1903/02/28/harbour-reopened.md')['body']).toContain('thirty boats');
    expect(items.find(({ item }) => item === 'DIVL3')).toMatchObject({
      outcome: 'failed',
      line: 50,
      reason: expect.stringContaining('./alto/0003.xml (line 1: no file "./alto/0003.xml")') as string,
    });
  });

  test.for<[string, (folder: string) => Promise<void>, string]>([
    ['a truncated page', (folder) => change(join(folder, 'alto/0004.xml'), '</alto>', ''), 'malformed XML'],
    [
      'a page with entities',
      (folder) => change(join(folder, 'alto/0004.xml'), '<alto', '<!DOCTYPE alto [<!ENTITY a "b">]><alto'),
      'entity declarations',
    ],
    [
      'a page on the web',
      (folder) => change(join(folder, 'issue.xml'), 'file://./alto/0004', 'http://127.0.0.1:9/0004'),
      'the web address "http://127.0.0.1:9/0004.xml"',
    ],
    [
      'a page elsewhere',
      (folder) =>
        change(join(folder, 'issue.xml'), 'file://./alto/0004.xml', '../../../../../../etc/passwd.xml'),
      'no file "../../../../../../etc/passwd.xml"',
    ],
  ])('fails for %s, and has the others', async ([, damage, said]) => {
    const folder = await makeIssue();
    await damage(folder);
    const { items, files } = await takeIn(folder);
    const failed = items.filter(({ outcome, item }) => outcome === 'failed' && item === 'page 8');
    expect(failed.map(({ reason }) => String(reason))).toEqual([expect.stringContaining(said)]);
    expect(files.has('articles/1903/02/28/harbour-reopened.md')).toBe(true);
  });

  test.for<[string, string, string]>([
    ['truncated', '</mets:mets>', ''],
    ['with entities', '<mets:mets ', '<!DOCTYPE m [<!ENTITY a "&b;"><!ENTITY b "c">]><mets:mets '],
    ['with an impossible date', '1903-02-28</mods:dateIssued>', '1903-02-31</mods:dateIssued>'],
  ])('%s is refused as a whole', async ([, from, to]) => {
    const folder = await makeIssue();
    await change(join(folder, 'issue.xml'), from, to);
    const { items } = await takeIn(folder);
    const failed = items.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ file }) => String(file).endsWith('issue.xml'))).toEqual([true]);
  });

  test('leaves the pages to themselves when it cannot be read', async () => {
    const folder = await makeIssue();
    await change(join(folder, 'issue.xml'), '</mets:mets>', '');
    const { files } = await takeIn(folder);
    expect([...files.keys()].filter((path) => path.startsWith('articles'))).toHaveLength(4);
  });

  test('takes the first of several elements with one id, and says so', async () => {
    const folder = await makeIssue();
    await change(join(folder, 'issue.xml'), 'mets:file ID="ALTO4"', 'mets:file ID="ALTO3"');
    await change(join(folder, 'alto/0003.xml'), 'HPOS="50"', 'HPOS="-50"');
    const { items, entryOf } = await takeIn(folder);
    const notices = items.flatMap((item) => (item['notices'] ?? []) as string[]);
    expect(notices).toContain('Ids that several elements of its METS have: "ALTO3". The first counts.');
    const { facsimiles } = entryOf('articles/1903/02/28/nets-mended-quay-4.md');
    expect((facsimiles as object[])[0]).not.toHaveProperty('region');
  });
});
