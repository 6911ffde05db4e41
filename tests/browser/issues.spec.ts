import { expect, test } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';

const home = `http://localhost:${fixtures.issues.port}${fixtures.issues.base}`;
const post = `${home}publications/harbour-post/`;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a publication leads to its years, months and issues, and these to each other', async ({ page }) => {
    await page.goto(post);
    const years = page.getByRole('navigation', { name: 'Issues by year' });
    await years.getByRole('link', { name: /^1998\b.*\b11 issues/ }).click();
    await expect(page).toHaveURL(`${post}1998/`);
    await page.getByRole('link', { name: 'March' }).click();
    await page.getByRole('link', { name: /12 March 1998, 16 articles/ }).click();
    await expect(page).toHaveURL(`${post}1998/03/12/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'The Harbour Post Thursday, 12 March 1998',
    );
    await page.getByRole('link', { name: /^Next issue/ }).click();
    await expect(page).toHaveURL(`${post}1998/03/13/`);
    await page.getByRole('link', { name: /^Previous issue/ }).click();
    await expect(page).toHaveURL(`${post}1998/03/12/`);
  });

  test('an issue is read from page to page', async ({ page }) => {
    await page.goto(`${post}1998/03/12/`);
    const heading = page.getByRole('heading', { name: 'Page iv, News' });
    await page.locator('.year-group', { has: heading }).getByRole('link').last().click();
    await page.getByRole('link', { name: /^Next in this issue · page 1/ }).click();
    await expect(page.getByRole('complementary')).toContainText('page 1, column 2');
    await page.getByRole('link', { name: 'The Harbour Post, 12 March 1998' }).click();
    await expect(page).toHaveURL(`${post}1998/03/12/`);
  });

  test('each page as printed leads to its largest picture', async ({ page, request }) => {
    await page.goto(`${post}1998/03/12/`);
    const links = page.getByRole('region', { name: 'Pages as printed' }).locator('.printed-page > a');
    await expect(links).toHaveCount(5);
    const href = await links.first().getAttribute('href');
    expect((await request.get(new URL(href ?? '', home).href)).headers()['content-type']).toBe('image/jpeg');
  });
});

for (const width of [320, 390, 1280])
  test(`an issue and its calendars fit into ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['', '1998/', '1998/03/', '1998/03/12/', '1998/03/17/']) {
      await page.goto(post + path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, path).toBeLessThanOrEqual(width);
    }
  });

test('the pages of an issue can be enlarged', async ({ page }) => {
  await page.goto(`${post}1998/03/12/`);
  await page.getByRole('button', { name: /Zoom\s*Page A2/ }).click();
  await expect(page.getByRole('dialog', { name: /Page A2/ })).toBeVisible();
});
