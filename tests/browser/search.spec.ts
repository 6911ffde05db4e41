import { expect, test, type Page } from '@playwright/test';

import { fixtures } from '../site/fixtures.ts';

const seed = `http://localhost:${fixtures.seed.port}`;
const empty = `http://localhost:${fixtures.empty.port}`;
const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const headline = '[China opposes regime change in Syria, Wang Yi tells Assad]';

const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.locator('#results > li');
const facet = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true });

test.describe('searching by words', () => {
  test('finds the article, marks the words and says how many there are', async ({ page }) => {
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(results(page)).toHaveCount(1);
    await expect(results(page).getByRole('link')).toHaveText(headline);
    await expect(results(page).locator('.label')).toHaveText('Sunday, 18 July 2021');
    await expect(results(page).locator('mark')).toHaveText('vaccines');
    await results(page).getByRole('link').click();
    await expect(page).toHaveURL(/\/articles\/2021\/07\/18\//);
  });

  test('works from the field on every kind of page', async ({ page }) => {
    for (const path of ['/', '/about/', '/people/', '/people/wang-yi/', '/articles/2021/', '/nowhere/']) {
      await page.goto(seed + path);
      await page.getByRole('searchbox', { name: 'Search the archive' }).fill('reconstruction');
      await page.keyboard.press('Enter');
      await expect(page, path).toHaveURL(`${seed}/search/?q=reconstruction`);
      await expect(status(page), path).toHaveText('1 article with “reconstruction”');
    }
  });

  test('searches while typing, and keeps the words in the address', async ({ page }) => {
    await page.goto(`${seed}/search/`);
    await expect(status(page)).toHaveText('1 article');
    await page.getByRole('searchbox').pressSequentially('humanitarian', { delay: 20 });
    await expect(status(page)).toHaveText('1 article with “humanitarian”');
    await expect(page).toHaveURL(`${seed}/search/?q=humanitarian`);
    await page.getByRole('searchbox').fill('xylophone');
    await expect(status(page)).toHaveText('No article with “xylophone”');
    await expect(results(page)).toHaveCount(0);
  });

  test('does not find what the archive itself says', async ({ page }) => {
    for (const words of ['"printed as received"', 'provenance', 'garbled']) {
      await page.goto(`${seed}/search/?q=${encodeURIComponent(words)}`);
      await expect(status(page), words).toHaveText(/^No article/);
    }
  });

  test('takes words as words, whatever they hold', async ({ page }) => {
    const words = '<img src=x onerror=alert(1)> "\' & 王毅';
    page.on('dialog', () => expect(false, 'a script ran').toBe(true));
    await page.goto(`${seed}/search/?q=${encodeURIComponent(words)}`);
    await expect(status(page)).toContainText(words);
    await expect(page.getByRole('searchbox')).toHaveValue(words);
    await expect(page.locator('main img')).toHaveCount(0);
  });
});

test.describe('searching by facet', () => {
  test('finds the articles of a person by address', async ({ page }) => {
    await page.goto(`${seed}/search/?person=wang-yi`);
    await expect(status(page)).toHaveText('1 article');
    await expect(page.getByRole('button', { name: 'Remove person Wang Yi' })).toBeVisible();
    await expect(facet(page, 'People').getByRole('checkbox', { name: 'Wang Yi' })).toBeChecked();
  });

  test('leads from a person’s page into the search', async ({ page }) => {
    await page.goto(`${seed}/people/bashar-al-assad/`);
    await page.getByRole('link', { name: 'Search within' }).click();
    await expect(page).toHaveURL(`${seed}/search/?person=bashar-al-assad`);
    await page.getByRole('searchbox').fill('friend');
    await expect(page).toHaveURL(`${seed}/search/?q=friend&person=bashar-al-assad`);
    await expect(status(page)).toHaveText('1 article with “friend”');
  });

  test('gives every topic the count that choosing it gives, and the same as its page', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(status(page)).toHaveText('300 articles');
    const value = facet(page, 'Topics').locator('.facet-value').first();
    const name = await value.locator('span').first().innerText();
    const count = await value.locator('.count').innerText();
    await value.getByRole('checkbox').check();
    await expect(status(page)).toHaveText(`${count} articles`);
    await expect(page).toHaveURL(/\?topic=/);
    await page.goto(`${generated}topics/`);
    const item = page
      .locator('.letter-index li')
      .filter({ has: page.getByRole('link', { name, exact: true }) });
    await expect(item.locator('.count')).toHaveText(`${count} articles`);
  });

  test('takes several values of one facet as any of them, and several facets as all of them', async ({
    page,
  }) => {
    await page.goto(`${generated}search/`);
    const topics = facet(page, 'Topics').locator('.facet-value');
    await expect(topics.first()).toBeVisible();
    const number = async () => parseInt((await status(page).innerText()).replace(',', ''));
    await topics.nth(0).getByRole('checkbox').check();
    await expect(page.locator('.chip')).toHaveCount(1);
    const one = await number();
    await topics.nth(1).getByRole('checkbox').check();
    await expect(page.locator('.chip')).toHaveCount(2);
    const two = await number();
    expect(two).toBeGreaterThan(one);
    await facet(page, 'Places').locator('.facet-value').first().getByRole('checkbox').check();
    await expect(page.locator('.chip')).toHaveCount(3);
    expect(await number()).toBeLessThan(two);
  });

  test('narrows to a year, and to the articles without a date', async ({ page }) => {
    await page.goto(`${generated}search/`);
    const years = facet(page, 'Year');
    const first = years.locator('.facet-value').first();
    const [name, count] = [
      await first.locator('span').first().innerText(),
      await first.locator('.count').innerText(),
    ];
    await first.getByRole('checkbox').check();
    await expect(page).toHaveURL(`${generated}search/?from=${name}&to=${name}`);
    await expect(status(page)).toHaveText(new RegExp(`^${count} article`));
    await page.goto(`${generated}search/?from=undated&to=undated`);
    await expect(results(page).locator('.label').first()).toHaveText('Undated');
  });

  test('goes back and forth through the browser’s history', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(status(page)).toHaveText('300 articles');
    await facet(page, 'Topics').getByRole('checkbox').first().check();
    await expect(status(page)).not.toHaveText('300 articles');
    await page.goBack();
    await expect(status(page)).toHaveText('300 articles');
    await expect(page.locator('.chip')).toHaveCount(0);
    await page.goForward();
    await expect(page.locator('.chip')).toHaveCount(1);
  });

  test('shows all articles in order of date, the newest first and none dropped', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(status(page)).toHaveText('300 articles');
    const more = page.getByRole('button', { name: 'Show more' });
    while (await more.isVisible()) {
      const before = await results(page).count();
      await more.click();
      await expect.poll(() => results(page).count()).toBeGreaterThan(before);
    }
    await expect(results(page)).toHaveCount(300);
    const dates = await results(page).locator('.label').allInnerTexts();
    const years = dates.map((date) => parseInt(/\d{4}/.exec(date)?.[0] ?? '0'));
    expect(years).toEqual([...years].sort((a, b) => b - a));
    expect(dates.at(-1)?.toLowerCase()).toBe('undated');
  });

  test('says which part of the address was not understood', async ({ page }) => {
    await page.goto(`${seed}/search/?q=Syria&colour=red&from=yesterday`);
    await expect(page.locator('#notes')).toContainText('colour');
    await expect(page.locator('#notes')).toContainText('from=yesterday');
    await expect(status(page)).toHaveText('1 article with “Syria”');
  });
});

test.describe('the search page', () => {
  test('is used by keyboard alone', async ({ page }) => {
    await page.goto(`${generated}search/?q=bridge`);
    await expect(status(page)).toHaveText(/articles? with “bridge”/);
    const box = facet(page, 'Topics').getByRole('checkbox').first();
    await box.focus();
    await page.keyboard.press('Space');
    await expect(page.locator('.chip')).toHaveCount(1);
    await expect(facet(page, 'Topics').getByRole('checkbox', { checked: true })).toBeFocused();
    await page.getByRole('button', { name: /^Remove topic/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.chip')).toHaveCount(0);
  });

  test('shows a phone the results before the facets', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${generated}search/?q=bridge`);
    await expect(results(page).first()).toBeInViewport();
    await expect(facet(page, 'Topics')).toBeHidden();
    await page.getByText('Narrow the search').click();
    await expect(facet(page, 'Topics')).toBeVisible();
  });

  test('says without JavaScript that it needs it, and leads to the indexes', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript p')).toContainText('Searching needs JavaScript');
    await page.locator('main').getByRole('link', { name: 'people' }).click();
    await expect(page).toHaveURL(`${seed}/people/`);
    await context.close();
  });

  test('says when the index cannot be loaded, offers the indexes, and tries again', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(status(page)).toHaveText('The search index could not be loaded.');
    await expect(page.locator('#ways-in').getByRole('link', { name: 'people' })).toBeVisible();
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(page.locator('#ways-in')).toBeHidden();
  });

  test('works in an archive without articles', async ({ page }) => {
    await page.goto(`${empty}/search/`);
    await expect(status(page)).toHaveText('No article');
    await page.goto(`${empty}/search/?q=anything`);
    await expect(status(page)).toHaveText('No article with “anything”');
  });
});
