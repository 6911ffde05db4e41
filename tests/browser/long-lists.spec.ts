import { expect, test } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';

const long = `http://localhost:${fixtures.long.port}${fixtures.long.base}`;

test.describe('a list that is parted by time', () => {
  test.use({ javaScriptEnabled: false });

  test('leads from the record to its years, months and days', async ({ page }) => {
    await page.goto(`${long}topics/ferries/`);
    await expect(page.locator('.list-head')).toContainText('266 articles');
    await expect(page.locator('.article-list > li')).toHaveCount(50);
    const years = page.getByRole('navigation', { name: 'Articles by year' });
    await years.getByRole('link', { name: /^1987\b.*\b253 articles/ }).click();
    await expect(page).toHaveURL(`${long}topics/ferries/1987/`);
    // Those whose month is not known are listed where the others are not.
    await expect(page.locator('.article-list > li')).toHaveCount(3);
    await page.getByRole('link', { name: 'March' }).click();
    await expect(page).toHaveURL(`${long}topics/ferries/1987/03/`);
    await expect(page.locator('.article-list > li')).toHaveCount(85);
    await page.getByRole('link', { name: /^Previous/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ferries\s*February 1987/);
    await page.getByRole('link', { name: /^Next/ }).click();
    await expect(page).toHaveURL(`${long}topics/ferries/1987/03/`);
  });

  test('has the years of a decade with few articles on one page', async ({ page }) => {
    await page.goto(`${long}topics/ferries/`);
    const years = page.getByRole('navigation', { name: 'Articles by year' });
    await years.getByRole('link', { name: /^1932\b.*\b4 articles/ }).click();
    await expect(page).toHaveURL(`${long}topics/ferries/1930s/#y1932`);
    await expect(page.getByRole('heading', { level: 2, name: '1932' })).toBeInViewport();
    await expect(page.locator('.article-list > li')).toHaveCount(6);
  });

  test('says the date of several articles once', async ({ page }) => {
    await page.goto(`${long}topics/ferries/1987/03/`);
    await expect(page.locator('.article-list .label')).toHaveText(['12 March 1987', '3 March 1987']);
  });

  test('orders the articles of a day by their titles, numbers by their size', async ({ page }) => {
    await page.goto(`${long}articles/1987/03/12/`);
    const titles = await page.locator('.article-list-title').allInnerTexts();
    expect(titles.slice(0, 3)).toEqual([1, 2, 3].map((number) => `Crossing ${number} of 1987-03-12`));
    expect(titles.at(-1)).toBe('Crossing 70 of 1987-03-12');
    await page.getByRole('link', { name: 'Crossing 2 of 1987-03-12' }).click();
    await expect(page.getByRole('link', { name: /^Previous/ })).toContainText('Crossing 1 of');
    await expect(page.getByRole('link', { name: /^Next/ })).toContainText('Crossing 3 of');
  });
});

test('a day with many articles has its topics as filters', async ({ page }) => {
  await page.goto(`${long}articles/1987/03/12/`);
  await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: 'bridges' }).click();
  await expect(page.getByRole('status')).toHaveText('35 articles');
});

test('a year with many articles shows its months as calendars, and what they are about', async ({ page }) => {
  await page.goto(`${long}articles/1987/`);
  await expect(page.locator('.small-months table')).toHaveCount(12);
  await expect(
    page.getByRole('table', { name: /March/ }).getByRole('link', { name: '12', exact: true }),
  ).toHaveAttribute('title', '70 articles');
  await page.locator('.most-named').getByRole('link', { name: 'ferries' }).click();
  await expect(page).toHaveURL(`${long}topics/ferries/1987/`);
});

test('the gaps of the archive lead to the articles without tags', async ({ page }) => {
  await page.goto(long);
  await page.getByRole('link', { name: /^Not yet tagged: 3 of 269/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not yet tagged');
  await expect(page.locator('.article-list > li')).toHaveCount(3);
});

test('an error is reported with the address of the article', async ({ page }) => {
  await page.goto(`${long}articles/1935/crossing-001/`);
  const address = encodeURIComponent(`${long}articles/1935/crossing-001/`);
  await expect(page.getByRole('link', { name: 'Report an error' })).toHaveAttribute(
    'href',
    `mailto:desk@example.org?subject=Crossing%201%20of%201935&body=${address}`,
  );
  await page.goto(`http://localhost:${fixtures.seed.port}/articles/`);
  await page.locator('main a').last().click();
  await expect(page.getByRole('link', { name: 'Report an error' })).toHaveCount(0);
});

for (const width of [390, 320]) {
  test(`the header takes at most 110 px on a phone of ${width} px, and marks the section`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['', 'topics/ferries/1987/', 'articles/1935/crossing-001/']) {
      await page.goto(long + path);
      expect((await page.locator('.nameplate').boundingBox())?.height, path).toBeLessThanOrEqual(110);
    }
    await expect(page.locator('.sections [aria-current]')).toHaveText('Articles');
    await page.goto(`${long}topics/ferries/`);
    await expect(page.locator('.sections [aria-current]')).toHaveText('Topics');
  });
}

test('headings of pages hold no links but the titles of articles', async ({ page }) => {
  for (const path of ['', 'articles/', 'articles/1987/', 'articles/1988/', 'topics/ferries/']) {
    await page.goto(long + path);
    const linked = page.locator(':is(h1, h2, h3, h4):not(.article-list-title) a');
    await expect(linked, path).toHaveCount(0);
  }
});
