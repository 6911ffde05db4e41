import { expect, test, type Page } from '@playwright/test';

import { federationAddresses } from '../support/site-fixtures.ts';
import { findBarriers } from './barriers.ts';
import { saveResults } from './save-results.ts';
import { totalOf } from './search-answer.ts';

const { federation, gazette, herald, courrier } = federationAddresses();

const resultsOf = (page: Page) =>
  page
    .locator('#results .article-list-title a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, '')));

test('the search of a federation finds the articles of all archives, and says where each is', async ({
  page,
}) => {
  await page.goto(`${federation}search/?q=trawlers`);
  expect(await totalOf(page)).toBe(2);
  expect((await resultsOf(page)).sort()).toEqual([
    `${gazette}articles/1950/03/12/quay-opens/`,
    `${herald}articles/1962/07/20/ferry/`,
  ]);
  await expect(page.locator('#results .label')).toHaveText([
    'Friday, 20 July 1962 · Herald Archive',
    'Sunday, 12 March 1950 · Ternholm Gazette · Evening Gazette, Harbour',
  ]);
});

test('a name that archives have in common finds the articles of each', async ({ page }) => {
  await page.goto(`${federation}search/?person=ada-lind&sort=oldest`);
  expect(await totalOf(page)).toBe(3);
  expect((await resultsOf(page)).sort()).toEqual(
    [
      `${gazette}articles/1950/03/12/quay-opens/`,
      `${herald}articles/1950/03/12/quay-opens/`,
      `${courrier}articles/1950/03/14/le-quai/`,
    ].sort(),
  );
});

test('a search can be narrowed to an archive, and leads there', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${federation}search/`);
  expect(await totalOf(page)).toBe(6);
  await page.getByLabel(/^Courrier du Détroit/).check();
  await expect(page).toHaveURL(/archive=courrier/);
  expect(await totalOf(page)).toBe(2);
  await page.getByRole('link', { name: 'Le quai est ouvert' }).click();
  await expect(page).toHaveURL(`${courrier}articles/1950/03/14/le-quai/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le quai est ouvert');
});

test('citations of what was found name the archive of each article', async ({ page }) => {
  await page.goto(`${federation}search/?q=ribbon`);
  expect(await totalOf(page)).toBe(1);
  const [, saved] = await saveResults(page, 'RIS');
  expect(saved).toContain('Herald Archive');
  expect(saved).toContain(`${herald}articles/1950/03/12/quay-opens/`);
  expect(saved).not.toContain('The Sound together');
});

test('without JavaScript, the index of names leads to the pages of a name at each archive', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(federation);
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await page.locator('main').getByRole('link', { name: 'Lind, Ada' }).click();
  await expect(page).toHaveURL(`${federation}people/ada-lind/`);
  await page.getByRole('link', { name: 'Herald Archive: Ada M. Lind' }).click();
  await expect(page).toHaveURL(`${herald}people/a-lind/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada M. Lind');
  await context.close();
});

for (const path of [
  '',
  'people/ada-lind/',
  'people/',
  'articles/1950/03/12/',
  'data/',
  'search/?person=ada-lind',
])
  for (const width of [320, 1280])
    test(`/${path} of a federation has no barrier at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(federation + path);
      if (path.startsWith('search/')) await totalOf(page);
      expect(await findBarriers(page)).toEqual([]);
      expect(
        await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)),
      ).toBe(0);
    });
