import { expect, test } from '@playwright/test';

import { showFilters } from '../support/show-filters.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { findBarriers } from './barriers.ts';

const variety = `http://localhost:${fixtures.variety.port}`;
const french = `http://localhost:${fixtures.french.port}`;
const article = '/articles/2004/an-interval/';

test('a byline leads to an author, the author to the record and back', async ({ page }) => {
  await page.goto(variety + article);
  const byline = page.locator('.byline');
  await expect(byline).toHaveText('Ada Brook, Harbour Board, 王丽');
  await byline.getByRole('link', { name: 'Ada Brook' }).click();
  await expect(page).toHaveURL(`${variety}/authors/ada-brook/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Brook');
  await page.getByRole('complementary').getByRole('link', { name: 'Ada Brook' }).click();
  await expect(page).toHaveURL(`${variety}/people/ada-brook/`);
  const by = page.getByRole('region', { name: 'Articles by Ada Brook' });
  await expect(by.getByRole('heading', { level: 3 })).toHaveText('Over some months');
  await by.getByRole('link', { name: '1 article by this author' }).click();
  await expect(page).toHaveURL(`${variety}/authors/ada-brook/`);
});

test('authors are in the index, and reached without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(variety);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Authors' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authors');
  await page.locator('.letter-index').getByRole('link', { name: 'Wang Li' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('王丽');
  await expect(page.locator('.article-list-title')).toHaveText('Over some months');
  await context.close();
});

test('a search is narrowed by author, in its address too', async ({ page }) => {
  await page.goto(`${variety}/authors/eve-stone/`);
  await page.getByRole('link', { name: 'Search within' }).click();
  await expect(page).toHaveURL(`${variety}/search/?author=eve-stone`);
  await expect(page.getByRole('status')).toHaveText('1 article');
  await expect(page.locator('#chosen')).toContainText('Eve Stone');
  await page.getByRole('button', { name: 'Remove author Eve Stone' }).click();
  const authors = page.getByRole('group', { name: 'Authors', exact: true });
  await showFilters(page);
  await authors.getByRole('checkbox', { name: 'Harbour Board' }).check();
  await expect(page).toHaveURL(`${variety}/search/?author=harbour-board`);
  await expect(page.locator('#results h2')).toHaveText('Over some months');
});

test('authors speak French', async ({ page }) => {
  await page.goto(`${french}/people/ada-brook/`);
  await expect(page.getByRole('region', { name: 'Articles signés Ada Brook' })).toBeVisible();
  await page.goto(`${french}/search/?author=eve-stone`);
  await expect(page.getByRole('button', { name: /auteur Eve Stone/ })).toBeVisible();
});

test('pages of authors have no barriers, and fit 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/authors/', '/authors/ada-brook/', '/people/ada-brook/', article]) {
    await page.goto(variety + path);
    expect(await findBarriers(page), path).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
