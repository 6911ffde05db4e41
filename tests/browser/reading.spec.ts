import { expect, test } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';

const seed = `http://localhost:${fixtures.seed.port}`;
const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const variety = `http://localhost:${fixtures.variety.port}`;
const article = '/articles/2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad/';
const headline = '[China opposes regime change in Syria, Wang Yi tells Assad]';

test.describe('reading', () => {
  test('leads from the home page to the article, its notes and back into the text', async ({ page }) => {
    await page.goto(`${seed}/`);
    await page.getByRole('link', { name: headline }).click();
    await expect(page).toHaveURL(seed + article);
    await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
    await expect(page.getByText('Sunday, 18 July 2021')).toBeVisible();
    await page.locator('.text sup a').first().click();
    await expect(page.locator('.text :target')).toContainText('Printed as received');
    await page.getByRole('link', { name: 'Back to the text at note 1' }).click();
    await expect(page.locator('.text sup a:target')).toBeVisible();
  });

  test('works without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(seed + article);
    await expect(
      page.getByText('Wang also attended the cooperation agreement signing ceremony.'),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Xi Jinping' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Xi Jinping' })).toBeVisible();
    await context.close();
  });

  test('requests nothing but the page, its stylesheet, its icon and one script, which all pages share', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(seed + article, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => !/\.css$|favicon/.test(path))).toEqual([
      article,
      expect.stringMatching(/^\/_astro\/page-[0-9a-f]{8}\.js$/),
    ]);
    expect(asked.filter((path) => path.endsWith('.css'))).toHaveLength(1);
  });

  test('serves the source text as it was received', async ({ page }) => {
    await page.goto(seed + article);
    const href = await page.getByRole('link', { name: 'source text' }).getAttribute('href');
    const response = await page.request.get(new URL(href ?? '', seed).href);
    expect(response.status()).toBe(200);
    expect((await response.body()).length).toBe(4086);
  });

  test('is possible by keyboard alone', async ({ page }) => {
    await page.goto(`${seed}/`);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
    const link = page.getByRole('link', { name: headline });
    for (
      let presses = 0;
      presses < 10 && !(await link.evaluate((each) => each === document.activeElement));
      presses++
    ) {
      await page.keyboard.press('Tab');
    }
    await expect(link).toBeFocused();
    const outline = await link.evaluate((each) => getComputedStyle(each).outlineWidth);
    expect(parseFloat(outline)).toBeGreaterThanOrEqual(2);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(seed + article);
  });
});

test.describe('browsing', () => {
  test('leads from a tag to the article and back', async ({ page }) => {
    await page.goto(`${seed}/topics/`);
    await page.getByRole('link', { name: 'diplomacy' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'diplomacy' })).toBeVisible();
    await page.getByRole('link', { name: headline }).click();
    await expect(page).toHaveURL(seed + article);
    await page.locator('.tags').getByRole('link', { name: 'Wang Yi' }).click();
    await expect(page).toHaveURL(`${seed}/people/wang-yi/`);
    await expect(page.locator('.evidence mark')).toHaveText('Wang Yi');
    await page.goBack();
    await expect(page).toHaveURL(seed + article);
  });

  test('leads down the dates, and a date’s address can be shortened by hand', async ({ page }) => {
    await page.goto(`${seed}/articles/`);
    await page.getByRole('region', { name: '2021' }).getByRole('link', { name: '1 article' }).click();
    await page.getByRole('list', { name: 'Months' }).getByRole('link', { name: 'July' }).click();
    await page.getByRole('region', { name: 'Sunday 18' }).getByRole('link', { name: '1 article' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sunday, 18 July 2021' })).toBeVisible();
    for (const path of ['/articles/2021/07/', '/articles/2021/', '/articles/']) {
      expect((await page.goto(seed + path))?.status(), path).toBe(200);
    }
  });

  test('lists all articles of a name that is in many', async ({ page }) => {
    await page.goto(`${generated}people/`);
    const busiest = page
      .locator('.letter-index li')
      .filter({ has: page.locator('.count', { hasText: /^\d{2,}/ }) });
    const counts = await busiest.locator('.count').allInnerTexts();
    const most = counts.reduce(
      (best, text, index) => (parseInt(text) > parseInt(counts[best] ?? '') ? index : best),
      0,
    );
    await busiest.nth(most).getByRole('link').click();
    const total = parseInt((await page.locator('.list-head').innerText()) ?? '');
    expect(total).toBeGreaterThan(50);
    await expect(page.locator('.article-list > li')).toHaveCount(total);
  });

  test('says that there is no such page, and offers links', async ({ page }) => {
    const response = await page.goto(`${seed}/articles/1900/`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
    await page.locator('main').getByRole('link', { name: 'people' }).click();
    await expect(page).toHaveURL(`${seed}/people/`);
  });

  test('redirects the former URLs of moved articles and merged records', async ({ page }) => {
    await page.goto(`${variety}/articles/2004/05/17/same-day/`);
    await expect(page).toHaveURL(`${variety}/articles/2004/05/18/same-day/`);
    await page.goto(`${variety}/people/a-brook/`);
    await expect(page).toHaveURL(`${variety}/people/ada-brook/`);
  });
});
