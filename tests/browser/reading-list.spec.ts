import { expect, test, type Page } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';
import { findBarriers } from './barriers.ts';
import { saveResults as save } from './save-results.ts';

const variety = `http://localhost:${fixtures.variety.port}`;
const list = `${variety}/reading-list/`;
const awkward = '2004/05/18/everything-in-markdown';
const other = '1988/01/02/chinese';

/** Adds an article to the list by the button on its page. */
async function add(page: Page, id: string): Promise<void> {
  await page.goto(`${variety}/articles/${id}/`);
  await page.getByRole('button', { name: 'Add to reading list' }).click();
  await expect(page.getByRole('button', { name: 'In the reading list' })).toBeVisible();
}

const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const items = (page: Page) => page.locator('#list > li');

test('articles are added, listed, exported in each format, removed, and the list is emptied', async ({
  page,
}) => {
  await page.goto(`${variety}/articles/${awkward}/`);
  expect(await stored(page)).toEqual([]);
  await page.goto(list);
  await expect(page.locator('#list-status')).toContainText('The list is empty');
  expect(await stored(page)).toEqual([]);

  await add(page, awkward);
  const citation = (await page.locator('.citation').textContent())?.replace(/\s+/g, ' ').trim();
  await page.getByRole('button', { name: 'In the reading list' }).click();
  await add(page, other);
  await page.getByRole('link', { name: 'Show the list' }).click();
  await expect(page).toHaveURL(list);
  await expect(page.locator('#list-status')).toHaveText('2 articles, kept in this browser');
  await expect(items(page).first().getByRole('link')).toHaveAttribute('href', `/articles/${awkward}/`);

  const [file, ris] = await save(page, 'RIS');
  expect(file).toBe('reading-list.ris');
  expect(ris.match(/^TY {2}- NEWS\r$/gm)).toHaveLength(2);
  expect((await save(page, 'BibTeX'))[1].match(/^@article/gm)).toHaveLength(2);
  const ids = (JSON.parse((await save(page, 'CSL-JSON'))[1]) as { id: string }[]).map(({ id }) => id);
  expect(ids).toEqual([awkward, other]);
  const [, table] = await save(page, 'CSV');
  expect(table.split('\r\n')).toHaveLength(4);
  expect(table).toContain(',2004-05-18,');
  expect((await save(page, 'Text'))[1].split('\n')[0]).toBe(citation);

  await page
    .getByRole('button', { name: /^Remove / })
    .first()
    .click();
  await expect(items(page)).toHaveCount(1);
  await expect(page.locator('#list-status')).toBeFocused();
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.getByRole('button', { name: 'Empty the list' }).click();
  await expect(items(page)).toHaveCount(1);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Empty the list' }).click();
  await expect(page.locator('#list-status')).toContainText('The list is empty');
  expect(await stored(page)).toEqual([]);
});

test('a list is sent by its address, and kept where it is opened only when asked', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await add(page, other);
  await add(page, awkward);
  await page.goto(list);
  await page.getByRole('button', { name: 'Copy a link to this list' }).click();
  await expect(page.locator('#list-answer')).toHaveText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${list}?ids=${other},${awkward}`);

  const fresh = await browser.newContext();
  const opened = await fresh.newPage();
  await opened.goto(link);
  await expect(opened.locator('#list-status')).toHaveText('2 articles, listed in this page’s address');
  const titles = (page: Page) => items(page).getByRole('link').allInnerTexts();
  expect(await titles(opened)).toEqual(await titles(page));
  expect((await save(opened, 'RIS'))[1]).toBe((await save(page, 'RIS'))[1]);
  expect(await stored(opened)).toEqual([]);
  await opened.getByRole('button', { name: 'Keep in this browser' }).click();
  await opened.getByRole('link', { name: 'Show the list kept in this browser' }).click();
  await expect(items(opened)).toHaveCount(2);
  await opened.goto(link);
  await opened
    .getByRole('button', { name: /^Remove / })
    .first()
    .click();
  await expect(opened).toHaveURL(`${list}?ids=${awkward}`);
  await fresh.close();
});

test('an address with wrong ids says so, and shows the others', async ({ page }) => {
  await page.goto(`${list}?ids=../../data,${awkward},2004/withdrawn-one,2004/no-such,%3Cb%3E`);
  await expect(items(page)).toHaveCount(1);
  await expect(page.locator('#list-notes li').first()).toHaveText(
    'Not the id of an article, and left out: ../../data, <b>',
  );
  await expect(page.locator('#list-notes li').nth(1)).toContainText(
    'Not loaded: 2004/withdrawn-one, 2004/no-such.',
  );
  await page.goto(`${list}?ids=`);
  await expect(page.locator('#list-status')).toHaveText('No article could be loaded from this address.');
});

test('a browser that keeps nothing is told of, and has the address instead', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(list);
  await expect(page.locator('#list-notes')).toContainText('does not let the archive keep a list');
  await page.goto(`${variety}/articles/${awkward}/`);
  await page.getByRole('button', { name: 'Add to reading list' }).click();
  await page.getByRole('link', { name: /^Open a list with this article/ }).click();
  await expect(items(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await expect(page.locator('#list-answer')).toContainText('Use an address instead');
});

test('has no accessibility barrier at 320 and 1280 px, light and dark', async ({ page }) => {
  await add(page, awkward);
  expect(await findBarriers(page)).toEqual([]);
  await add(page, other);
  for (const address of [list, `${list}?ids=${awkward},2004/no-such`]) {
    await page.goto(address);
    await expect(items(page).first()).toBeVisible();
    const isFirst = address === list;
    for (const [width, isDark] of [
      [320, isFirst],
      [1280, !isFirst],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
      expect(await findBarriers(page), `${address} ${width} ${isDark ? 'dark' : 'light'}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says that it needs it, and how to cite; articles have no button', async ({ page }) => {
    await page.goto(list);
    await expect(page.locator('noscript p')).toContainText('The reading list needs JavaScript');
    await expect(page.getByRole('button', { name: 'RIS' })).toBeHidden();
    await page.goto(`${variety}/articles/${awkward}/`);
    await expect(page.getByRole('button', { name: 'Add to reading list' })).toBeHidden();
  });
});
