import { mkdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';

import { checkContent, type CheckOptions, type CheckResult } from '../../../src/commands/check-content.ts';
import { checkUnlessSame } from '../../../src/commands/check-unless-same.ts';
import { rememberExtent } from '../../../src/records/check/check-removal.ts';
import { cacheFolder } from '../../../src/records/content-root.ts';
import { openCache } from '../../../src/system/cache.ts';
import { change, makeContent } from '../../support/content-folder.ts';

vi.mock(import('../../../src/commands/check-content.ts'), async (original) => {
  const { checkContent } = await original();
  return { checkContent: vi.fn(checkContent) };
});

const options: CheckOptions = {
  tags: true,
  strict: false,
  published: true,
  links: false,
  allowsRemoval: false,
};
const article = 'articles/2021/05/04/harbour-reopens.md';
/** When the article was modified, in seconds since 1970. */
const modified = 1e9;
let root: string;

beforeEach(async () => {
  root = await makeContent({ 'people/ada-double.md': '---\nname: Ada Lind\ndescription: Made up\n---\n' });
  await utimes(join(root, article), modified, modified);
  onTestFinished(() => rm(cacheFolder(root), { recursive: true, force: true }));
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  wait();
});

/** As if the files had been changed some time ago. */
function wait(): void {
  vi.setSystemTime(new Date(Date.now() + 60_000));
}

/** Checks, and says whether it was enough to look at the files. */
async function check(given = options): Promise<{ result: CheckResult; isKept: boolean }> {
  vi.mocked(checkContent).mockClear();
  const result = await checkUnlessSame(root, given);
  return { result, isKept: vi.mocked(checkContent).mock.calls.length === 0 };
}

/** The result of a check by a computer that has never checked this folder. */
async function checkCold(): Promise<CheckResult> {
  const folder = cacheFolder(root);
  await rename(folder, `${folder}-kept`);
  const result = await checkContent(root, options);
  await rm(folder, { recursive: true, force: true });
  await rename(`${folder}-kept`, folder);
  return result;
}

const edits: Readonly<Record<string, () => Promise<unknown>>> = {
  'an article was edited': () => change(root, { [article]: 'nothing\n' }),
  'an invalid article was added': () => change(root, { 'articles/2021/new.md': '---\ntitle: New\n---\n' }),
  'a record was removed that others name': () => change(root, { 'people/ada-lind.md': null }),
  'a folder was misspelt': () => mkdir(join(root, 'artikles')),
  'the site was configured otherwise': () => change(root, { 'site.yaml': 'title: Other\n' }),
  'the ledger was cut': () => change(root, { 'ledger.ndjson': '' }),
  'a file was replaced by one of the same size and time': async () => {
    const file = join(root, article);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('title:', 'titel:'));
    await utimes(file, modified, modified);
  },
  'a folder was moved elsewhere and linked to': async () => {
    const [year, elsewhere] = [join(root, 'articles/2021'), join(await makeContent(), '2021')];
    await rename(year, elsewhere);
    await symlink(elsewhere, year);
  },
  'more was published by a build than there is': () =>
    rememberExtent(openCache(cacheFolder(root)), { articles: 100, ledger: [] }),
};

describe('a check after another', () => {
  test('has the same result without reading a file', async () => {
    const first = await check();
    expect(first.result.findings).not.toEqual([]);
    expect(await check()).toEqual({ ...first, isKept: true });
    expect(first.result).toEqual(await checkCold());
  });

  test.for(Object.entries(edits))('finds what a first one does when %s', async ([, edit]) => {
    const before = await check();
    await edit();
    wait();
    const after = await check();
    expect(after.isKept).toBe(false);
    expect(after.result).not.toEqual(before.result);
    expect(await check()).toEqual({ result: after.result, isKept: true });
    // What a build has published is kept beside the results.
    if (!after.result.findings.some(({ found }) => found.includes('in the last build')))
      expect(after.result).toEqual(await checkCold());
  });

  test('has the same result, too, when a file was touched', async () => {
    const before = await check();
    await utimes(join(root, article), modified, modified + 1);
    expect(await check()).toEqual({ ...before, isKept: false });
  });

  test('reads again what may have been changed while the first one ran', async () => {
    vi.setSystemTime((await stat(join(root, article))).ctime);
    await check();
    expect((await check()).isKept).toBe(false);
  });

  test('keeps the results of different options apart', async () => {
    await check();
    const untagged = { ...options, tags: false };
    const { result } = await check(untagged);
    expect(result).toEqual(await checkContent(root, untagged));
    expect((await check()).isKept).toBe(true);
  });
});
