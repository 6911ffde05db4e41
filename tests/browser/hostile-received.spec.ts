import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

import { asText, linesOf } from '../hostile/hostile-content.ts';
import { isWhole, most, payloadLists, spread } from '../hostile/payloads.ts';
import { asKept, expectedOf, makeItems, type ReceivedFormat } from '../hostile/received/received-item.ts';
import {
  compareTaken,
  receivedFormats,
  ingestFiles,
  type Received,
  type Taken,
} from '../hostile/received/take-in.ts';
import { compareShown, readArticleFields } from '../hostile/shown-fields.ts';
import { createTally } from '../hostile/tally.ts';
import { lookAtAll, validateSite } from '../hostile/watched-site.ts';
import { runCommand } from '../support/run-command.ts';
import { listFiles } from '../support/read-site.ts';

const payloads = payloadLists.flatMap((list) => spread(list.payloads, most));
const items = makeItems(
  linesOf(payloads),
  payloads.map(asText).filter((text) => text.trim() !== ''),
);

/** How long all payloads may take, in milliseconds. */
const patience = 7_200_000;

test.describe('received files that are meant to do harm', () => {
  test.describe.configure({ mode: 'serial', timeout: patience });
  const tally = createTally();
  let root = '';
  /** What has a page that is opened in a browser: of each payload an article, of the formats in turn, and one of each format. */
  const shown: { format: ReceivedFormat; taken: Taken }[] = [];
  test.beforeAll(async () => {
    test.setTimeout(patience);
    root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-received-')));
    await makeArchive('content');
  });
  test.afterAll(async () => {
    tally.report('Received files, taken in and opened in Chromium');
    await rm(root, { recursive: true });
  });

  test('are ingested character for character, or rejected with what to do, and write nothing elsewhere', async () => {
    const unshown: string[] = [];
    const content = join(root, 'content');
    const folderOf = (number: number) => join(root, `received-${number}`);
    const isOwn = (format: ReceivedFormat, { index }: { index: number }) =>
      index % receivedFormats.length === receivedFormats.indexOf(format) % items.length;
    const own = receivedFormats.map((format, number): Received => {
      return { format, folder: folderOf(number), items: items.filter((item) => isOwn(format, item)) };
    });
    // All payloads in all formats make more pages than can be built and opened in an hour.
    for (const [number, format] of isWhole ? receivedFormats.entries() : [])
      await takeInAll(await makeArchive(`content-${number}`), [
        { format, items, folder: `${folderOf(number)}-all` },
      ]);
    const taken = isWhole
      ? await ingestFiles(content, own)
      : await takeInAll(
          content,
          own.map((each) => ({ ...each, items })),
        );
    for (const [format, all] of taken) {
      const isShown = ({ item }: Taken) => isOwn(format, item);
      shown.push(...all.filter(isShown).map((each) => ({ format, taken: each })));
      for (const { item, report } of all)
        if (!isOwn(format, item) && report.outcome === 'written') unshown.push(String(report.id));
    }
    await check(join(root, 'content'), 'all formats');
    // What they are on disk has been compared of all; pages are made of what is there, whichever format it was in.
    if (!isWhole) for (const id of unshown) await rm(join(root, 'content/articles', `${id}.md`));
    expect(
      readdirSync(root).filter((name) => !/^(?:content|received)(?:-\d+)?(?:-all)?(?:\.ndjson)?$/.test(name)),
    ).toEqual([]);
    expect(existsSync('/tmp/ran')).toBe(false);
  });

  test('make pages that show them character for character, and do nothing', async ({ browser }) => {
    const dist = join(root, 'dist');
    const { code, stderr } = await runCommand('build', join(root, 'content'), ['--out-dir', dist]);
    expect(code, stderr).toBe(0);
    const invalid = await validateSite(dist);
    // Of so many pages a browser opens those of some.
    const opened = spread(shown, isWhole ? 2500 : shown.length);
    const rest = await lookAtAll(
      browser,
      dist,
      invalid,
      opened,
      tally,
      async ({ format, taken }, site, page) => {
        const { item, report } = taken;
        if (report.outcome !== 'written') return;
        const { title, subtitle, byline, dateline, summary, publisher, rights, url, text } = expectedOf(
          format,
          item,
        );
        const wanted = {
          title,
          subtitle,
          byline: byline && byline.length > 0 ? [byline.join(', ')] : undefined,
          dateline,
          summary,
          'source name': publisher,
          'source address': url,
          rights,
          text,
        };
        const present = Object.entries(wanted).filter(
          (entry): entry is [string, string[]] => entry[1] !== undefined,
        );
        const wrong = await site.visit(page, `articles/${report.id}/`);
        const found = await page.evaluate(readArticleFields);
        // What HTML calls white space is less than what was folded when the text was compared in its file.
        found.text = (found.text ?? []).map(asKept);
        // The data of a page have a section, which stands after the publication.
        const [name = ''] = publisher ?? [];
        const names = found['source name'] ?? [];
        found['source name'] = names.map((shown) => (shown.startsWith(`${name}, `) ? name : shown));
        for (const [field, differences] of compareShown(found, Object.fromEntries(present)))
          tally.add(`pages of ${format.name}`, [...wrong, ...differences.map((what) => `${field}: ${what}`)]);
      },
    );
    const others = (await listFiles(dist)).filter(
      (file) => file.endsWith('index.html') && !file.startsWith('articles/2020/'),
    );
    const more = await lookAtAll(
      browser,
      dist,
      invalid,
      spread(others, isWhole ? 500 : 10),
      tally,
      async (file, site, page) =>
        tally.add('pages of tags and lists', await site.visit(page, file.replace(/index\.html$/, ''))),
    );
    tally.add('what pages did later', [...rest, ...more]);
  });

  // At the end, so that one that gets through does not hide the others.
  test('none of them gets through', () => {
    expect(tally.wrong).toEqual([]);
  });

  async function makeArchive(name: string): Promise<string> {
    const content = join(root, name);
    await mkdir(content);
    const site = 'title: Test\ndescription: A test.\nlanguage: en\nurl: http://localhost/\n';
    await writeFile(join(content, 'site.yaml'), site);
    return content;
  }

  async function takeInAll(
    content: string,
    received: readonly Received[],
  ): Promise<Map<ReceivedFormat, Taken[]>> {
    const taken = await ingestFiles(content, received);
    for (const [format, all] of taken) await compareTaken(content, format, all, tally);
    if (!content.endsWith('/content')) {
      await check(content, received.map(({ format }) => format.name).join(', '));
      await rm(content, { recursive: true });
    }
    return taken;
  }

  /** What was taken in is an archive that `npm run check` finds nothing wrong with. */
  async function check(content: string, name: string): Promise<void> {
    const { code, stdout, stderr } = await runCommand('check', content);
    tally.add(`${name}: npm run check`, code === 0 ? [] : [(stdout + stderr).slice(0, 2000)]);
  }
});
