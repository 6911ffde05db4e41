import { expect, test, type Page } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';
import { findBarriers } from './barriers.ts';
import { totalOf } from './search-answer.ts';

const seed = `http://localhost:${fixtures.seed.port}`;
const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const french = `http://localhost:${fixtures.french.port}`;

const bar = (page: Page, name = 'Search result') => page.getByRole('region', { name, exact: true });
const links = (page: Page) => page.locator('#results h2 a');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Follows a result of a search, by its index. */
async function follow(page: Page, search: string, index = 0): Promise<void> {
  await page.goto(search);
  await links(page).nth(index).click();
  await expect(page.locator('.article')).toBeVisible();
}

/** What is marked: all matches, and the current one. */
const readMarks = (page: Page) =>
  page.evaluate(() => {
    const read = (name: string) => Array.from(CSS.highlights.get(name) ?? [], (range) => String(range));
    return { matches: read('match'), current: read('current-match') };
  });

/** Where the current match is in the window. */
const topOfCurrent = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('current-match') ?? [];
    return (range as Range).getBoundingClientRect().top;
  });

test('the matches of a result are marked, and gone through in both directions', async ({ page }) => {
  await follow(page, `${seed}/search/?q=china`);
  await expect(bar(page)).toBeVisible();
  const { matches, current } = await readMarks(page);
  const total = matches.length;
  expect(total).toBeGreaterThan(3);
  for (const match of matches) expect(match).toMatch(/^chin/i);
  expect(current).toEqual(matches.slice(0, 1));
  const status = bar(page).getByRole('status');
  await expect(status).toContainText(`Match 1 of ${total}`);
  await button(page, 'Next match').click();
  await expect(status).toContainText(`Match 2 of ${total}`);
  // Those who do not see the place hear the words around it.
  expect((await status.innerText()).length).toBeGreaterThan(40);
  await button(page, 'Previous match').click();
  await button(page, 'Previous match').click();
  await expect(status).toContainText(`Match ${total} of ${total}`);
  const top = await topOfCurrent(page);
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan((await bar(page).boundingBox())?.y ?? 0);
  await button(page, 'Next match').click();
  await expect(status).toContainText(`Match 1 of ${total}`);
});

test('phrases are marked as in the results, over the borders of elements, and no text is changed', async ({
  page,
}) => {
  await follow(page, `${seed}/search/?q=${encodeURIComponent('"wang yi"')}`);
  await expect(bar(page)).toBeVisible();
  const { matches } = await readMarks(page);
  expect(new Set(matches)).toEqual(new Set(['Wang Yi']));
  const read = () => page.locator('.article').innerHTML();
  const withBar = await read();
  await button(page, 'Next match').click();
  expect(await read()).toBe(withBar);
  await button(page, 'Close').click();
  await page.reload();
  expect(await read()).toBe(withBar);
});

test('a result leads to the next one, to the previous one and back to where it is in the list', async ({
  page,
}) => {
  const search = `${generated}search/?q=harbour`;
  await page.goto(search);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(links(page)).toHaveCount(40);
  const total = await totalOf(page);
  const titles = await links(page).allInnerTexts();
  await links(page).nth(24).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(bar(page)).toContainText(`Result 25 of ${total}`);
  await expect(title).toHaveText(titles[24] ?? '');
  await page.getByRole('link', { name: 'Next result' }).click();
  await expect(bar(page)).toContainText(`Result 26 of ${total}`);
  await expect(title).toHaveText(titles[25] ?? '');
  await page.getByRole('link', { name: 'Previous result' }).click();
  await expect(bar(page)).toContainText(`Result 25 of ${total}`);
  await page.getByRole('link', { name: 'Back to results' }).click();
  await expect(page).toHaveURL(`${search}#result-25`);
  await expect(links(page).nth(24)).toBeFocused();
  await expect(links(page).nth(24)).toBeInViewport();
});

test('the first result has none before it, and a search without words has no matches', async ({ page }) => {
  await follow(page, `${generated}search/?sort=newest`);
  await expect(bar(page)).toContainText('Result 1 of 300');
  await expect(page.getByRole('link', { name: 'Previous result' })).toHaveCount(0);
  await expect(button(page, 'Next match')).toBeHidden();
  expect((await readMarks(page)).matches).toEqual([]);
});

test('all is done by keyboard, and the focus is never behind the bar', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await page.goto(`${seed}/search/?q=china`);
  await links(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeVisible();
  await page.locator('.skip').focus();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Previous match')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Match 2 of');
  await expect(button(page, 'Next match')).toBeFocused();
  await button(page, 'Close').focus();
  await page.keyboard.press('Tab');
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const isCovered = await page.evaluate(() => {
      const focused = document.activeElement;
      const bar = document.querySelector('.result-bar');
      if (!focused || !bar || focused === document.body || bar.contains(focused)) return false;
      return focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
    });
    expect(isCovered).toBe(false);
  }
  await button(page, 'Close').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('closing it removes the marks and what is kept', async ({ page }) => {
  await follow(page, `${seed}/search/?q=china`);
  await button(page, 'Close').click();
  await expect(bar(page)).toHaveCount(0);
  expect(await readMarks(page)).toEqual({ matches: [], current: [] });
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
});

test('other pages neither have it nor load it', async ({ page }) => {
  await follow(page, `${generated}search/?q=harbour`);
  await expect(bar(page)).toBeVisible();
  const loaded: string[] = [];
  page.on('request', (request) => void loaded.push(request.url()));
  for (const path of ['', 'articles/', 'people/', 'about/']) {
    await page.goto(generated + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(bar(page)).toHaveCount(0);
  }
  expect(loaded.filter((url) => url.includes('from-result'))).toEqual([]);
});

test('the text does not move when it comes, and the end of the page is not behind it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await follow(page, `${seed}/search/?q=china`);
  await expect(bar(page)).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const colophon = await page.locator('.colophon').boundingBox();
  const box = await bar(page).boundingBox();
  expect((colophon?.y ?? 0) + (colophon?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1);
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const [name, search] of [
    ['Search result', `${seed}/search/?q=china`],
    ['Résultat de recherche', `${french}/search/?q=Alder`],
  ] as const)
    test(`${name}: no accessibility barrier, and no horizontal scrolling at 320 px (${colorScheme})`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 700 });
      await follow(page, search);
      await expect(bar(page, name)).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      for (const control of await bar(page, name).locator('button, a').all()) {
        const box = await control.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(44);
        expect(box?.width).toBeGreaterThanOrEqual(44);
      }
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.result-bar')).toBeHidden();
    });

test('where the browser forbids to store anything, or has no highlights, articles are read as ever', async ({
  page,
}) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => void errors.push(error));
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights');
    Reflect.deleteProperty(Object.getPrototypeOf(CSS) as object, 'highlights');
  });
  await follow(page, `${seed}/search/?q=china`);
  await button(page, 'Previous match').click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await follow(page, `${seed}/search/?q=china`);
  await expect(bar(page)).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('without JavaScript there is nothing of it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${generated}search/?q=harbour`);
  await page.goto(generated);
  await page.locator('main a[href*="/articles/2"]').first().click();
  await expect(page.locator('.result-bar')).toHaveCount(0);
  await context.close();
});
