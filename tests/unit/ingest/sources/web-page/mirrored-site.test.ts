import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { addressOfMirrored } from '../../../../../src/ingest/sources/web-page/mirrored-site.ts';
import { host, listPage, picture, stories, storyPage } from '../../../../support/crawl/paper-site.ts';
import { ingest, makeArchive, makeFolder, readFolder, writeFiles } from '../../run-ingest.ts';

const [lock, ferry] = stories;
if (!lock || !ferry) throw new Error('There are stories.');
const withoutAddress = (html: string) =>
  html.replace(/<link rel="canonical"[^>]*>/, '').replace(/,"mainEntityOfPage":"[^"]*"/, '');
/** As `wget -m -k` leaves a page: its links lead to files. */
const localLock = withoutAddress(
  storyPage({ ...lock, figure: lock.figure?.replace('/media', '../../../media') ?? '' }),
);

async function take(files: Readonly<Record<string, string | Uint8Array>>, options = ['--former-host', host]) {
  const [folder, root] = [await makeFolder(), await makeArchive()];
  await writeFiles(folder, files);
  const run = await ingest(root, ['--json', ...options, folder]);
  const summary = JSON.parse(run.stdout) as {
    written: number;
    reasons: Record<string, number>;
    failures: unknown[];
  };
  return { ...run, summary, root, folder, files: await readFolder(root) };
}

const lockId = '2015/11/03/lock-reopened-after-eleven-months';
const wget = {
  [`${host}/index.html`]: listPage('The Osmark Paper'),
  [`${host}/2015/11/lock-reopened/index.html`]: localLock,
  [`${host}/2015/11/ferry-timetable/index.html`]: storyPage(ferry),
  [`${host}/index.html?s=lock`]: listPage('Results'),
  [`${host}/category/town/index.html`]: listPage('Town'),
  [`${host}/alias.html`]:
    '<html><head><meta http-equiv="refresh" content="0; url=2015/11/lock-reopened/"></head></html>',
  [`${host}/media/lock.png`]: picture,
  [`${host}/media/unused.png`]: Buffer.concat([picture, Buffer.from('x')]),
  [`${host}/robots.txt`]: 'User-agent: *\n',
  [`${host}/style.css`]: 'p { color: red }\n',
  [`${host}/report.pdf`]: '%PDF-1.4\n',
};

describe('a mirrored site', () => {
  test('becomes its articles, with the addresses that their folders say and their pictures', async () => {
    const { code, summary, files } = await take(wget);
    expect([code, summary.failures, summary.written]).toEqual([0, [], 2]);
    const text = files.get(`articles/${lockId}.md`) ?? '';
    expect(text).toContain('formerUrls:\n  - /2015/11/lock-reopened/\n');
    // Which scheme its address had is not known, and the page does not say it.
    expect(text).not.toContain('url:');
    expect(text).toContain('![A barge leaves the lock.](/media/2015/11/03/lock.png)');
    expect(files.get('media/2015/11/03/lock.png')).toBe(picture.toString('latin1'));
    const other = files.get('articles/2015/11/04/ferry-sails-every-half-hour-in-winter.md') ?? '';
    expect(other).toContain(`url: https://${host}${ferry.path}\n`);
    expect(other).toContain(`formerUrls:\n  - ${ferry.path}\n`);
  });

  test('has everything else told', async () => {
    const { summary } = await take(wget);
    expect(summary.reasons).toEqual({
      'the home page': 1,
      'a search': 1,
      'a list of a category': 1,
      'a redirect': 1,
      'a picture or file that belongs to a text': 1,
      'a file of a mirrored site that is no page': 4,
    });
  });

  test('is wholly in the entries and the report, as the audit proves', async () => {
    const { root, folder } = await take(wget);
    const audit = await ingest(root, ['--audit', '--former-host', host, folder]);
    expect([audit.code, audit.stdout]).toEqual([0, expect.stringContaining('0 with something missing')]);
  });

  test('by HTTrack has the addresses that it names, and nothing of its own', async () => {
    const { code, summary, files } = await take({
      [`${host}/lock1a2b.html`]: localLock
        .replace(
          '<head>',
          `<head><!-- Mirrored from ${host}/?p=17 by HTTrack Website Copier/3.x [XR&CO'2014], Sun, 18 Jul 2021 10:00:00 GMT -->`,
        )
        .replace('../../../media', 'media'),
      [`${host}/media/lock.png`]: picture,
      'hts-cache/new.txt': 'date size',
      'hts-log.txt': 'HTTrack 3.49 launched',
      'index.html': '<title>Local index</title><p>Index of locally available sites.',
    });
    expect([code, summary.written, summary.reasons['what belongs to a program that mirrors sites']]).toEqual([
      0, 1, 3,
    ]);
    expect(files.get(`articles/${lockId}.md`)).toContain('formerUrls:\n  - /?p=17\n');
    expect([...files.keys()]).toContain('media/2015/11/03/lock.png');
  });

  test('has pictures of its own only, and none outside of it', async () => {
    const [folder, root] = [await makeFolder(), await makeArchive()];
    const figure = ['../../../../../secret.png', '/linked.png', '/%2e%2e/%2e%2e/secret.png']
      .map((src) => `<img src="${src}" alt="A">`)
      .join('');
    await writeFiles(folder, {
      [`mirror/${host}/2015/11/lock-reopened/index.html`]: storyPage({ ...lock, figure }),
      'secret.png': picture,
    });
    await symlink(join(folder, 'secret.png'), join(folder, `mirror/${host}/linked.png`));
    const { code } = await ingest(root, ['--former-host', host, join(folder, 'mirror')]);
    expect(code).toBe(0);
    expect([...(await readFolder(root)).keys()].filter((path) => path.startsWith('media/'))).toEqual([]);
  });

  test('is none without a former host, or in the sources of a site', async () => {
    const files = { [`${host}/a.md`]: '# A\n\nA text in Markdown.\n', [`${host}/_config.yml`]: 'title: A\n' };
    expect((await take(files)).summary.written).toBe(1);
    expect((await take({ [`${host}/index.html`]: storyPage(lock) }, [])).summary.written).toBe(1);
  });
});

test.each([
  ['2015/11/lock/index.html', '/2015/11/lock/'],
  ['a.html', '/a.html'],
  ['index.html?p=17', '/?p=17'],
  ['index.html?p=17.html', '/?p=17'],
  ['index.html@p=17', '/?p=17'],
  ['story.php?id=7&lang=en', '/story.php?id=7&lang=en'],
  ['caf\u00e9/index.htm', '/caf%C3%A9/'],
  ['who?.html', '/who%3F.html'],
])('the file %s had the address %s', (path, address) => {
  expect(addressOfMirrored({ host, folder: '/m', path }, '')).toBe(`http://${host}${address}`);
});
