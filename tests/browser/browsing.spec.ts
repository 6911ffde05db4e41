import { expect, test } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';

const seed = `http://localhost:${fixtures.seed.port}`;
const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const variety = `http://localhost:${fixtures.variety.port}`;
const article = '/articles/2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad/';

test.describe('the index of a vocabulary', () => {
  test('is narrowed while typing, by variant names and without diacritics', async ({ page }) => {
    await page.goto(`${generated}people/`);
    const items = page.locator('.letter-index li:visible');
    const all = await items.count();
    await page.getByRole('searchbox', { name: 'Filter this list' }).fill('ostberg');
    await expect(items.first()).toContainText('Østberg'.slice(1));
    expect(await items.count()).toBeLessThan(all);
    await expect(page.locator('.narrow-field').getByRole('status')).toHaveText(
      new RegExp(`^\\d+ of ${all}$`),
    );
    await page.getByRole('searchbox', { name: 'Filter this list' }).fill('');
    await expect(items).toHaveCount(all);
  });

  test('is complete without JavaScript, and has no field that does nothing', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${generated}people/`);
    await expect(page.locator('.letter-index li')).toHaveCount(72);
    await expect(page.locator('.narrow-field')).toBeHidden();
    await context.close();
  });

  test('is ordered by number of articles on a page of its own', async ({ page }) => {
    await page.goto(`${generated}people/`);
    await page.getByRole('link', { name: 'By number of articles' }).click();
    // Reading all texts at once would not wait for the page that the link leads to.
    await expect(page).toHaveURL(`${generated}people/index/by-articles/`);
    const items = page.locator('.letter-index .count');
    await expect(items).toHaveCount(72);
    const counts = (await items.allInnerTexts()).map((text) => parseInt(text));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});

test.describe('a record page', () => {
  test('lists the records it is named with, with counts that the search confirms', async ({ page }) => {
    await page.goto(`${generated}people/paula-abendroth-1/`);
    const links = page.locator('aside .counted-list a.count');
    const found = await links.evaluateAll((each) =>
      each.map((link) => [link.getAttribute('href') ?? '', parseInt(link.textContent ?? '')] as const),
    );
    expect(found.length).toBeGreaterThan(10);
    // One of each vocabulary, the person's own among them.
    const kinds = ['with=', 'place=', 'organization=', 'topic='];
    for (const kind of kinds) {
      const [href, count] = found.find(([each]) => each.includes(kind)) ?? ['', 0];
      await page.goto(new URL(href, generated).href);
      await expect(page.getByRole('status'), href).toHaveText(new RegExp(`^${count} articles?$`));
    }
  });

  test('keeps counts in their column beside a name with a very long word', async ({ page }) => {
    await page.goto(`${generated}people/paula-abendroth-1/`);
    const list = page.locator('aside .counted-list').first();
    await list
      .locator('a')
      .first()
      .evaluate((link) => (link.textContent = `Clara ${'x'.repeat(60)}`));
    const [right, end] = await Promise.all(
      [list, list.locator('.count').first()].map((each) =>
        each.evaluate((element) => element.getBoundingClientRect().right),
      ),
    );
    expect(end).toBeLessThanOrEqual(right ?? 0);
  });

  test('leads to the years of its articles', async ({ page }) => {
    await page.goto(`${generated}people/paula-abendroth-1/`);
    const first = page.getByRole('navigation', { name: 'Articles by year' }).getByRole('link').first();
    const year = ((await first.innerText()) ?? '').replace(/\s+/g, '').slice(0, 4);
    await first.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 3, name: year })).toBeInViewport();
    await expect(page).toHaveURL(new RegExp(`#y${year}$`));
  });

  test('has a chart whose bars lead to the years', async ({ page }) => {
    await page.goto(`${generated}people/paula-abendroth-1/`);
    const bar = page.locator('.time-chart a').last();
    const [year] = ((await bar.locator('title').textContent()) ?? '').split(':');
    await bar.click();
    await expect(page).toHaveURL(new RegExp(`#y${year}$`));
  });

  test('folds what is beside the list on a phone, above it', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${generated}people/paula-abendroth-1/`);
    const names = page.locator('aside .counted-list').first();
    await expect(names).toBeHidden();
    await page.getByText('Appears with').first().click();
    await expect(names).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.reload();
    await expect(names).toBeVisible();
  });

  test('shows the role that a person held on each article’s date', async ({ page }) => {
    await page.goto(`${seed}/people/wang-yi/`);
    await expect(page.locator('.article-list .roles')).toHaveText(
      'At the time: Minister of Foreign Affairs of China; State Councilor of China',
    );
  });

  test('of a place has the articles of the places within it, and says so; a search finds the same', async ({
    page,
  }) => {
    await page.goto(`${variety}/places/alder/`);
    await expect(page.locator('.list-head')).toContainText('5 articles');
    await expect(
      page.getByText('4 articles tagged Alder itself, the others places within it.'),
    ).toBeVisible();
    await expect(page.getByText('Tagged Old Town, within Alder')).toBeVisible();
    await page.getByRole('link', { name: 'Search within' }).click();
    await expect(page.getByRole('status')).toHaveText('5 articles');
  });
});

test.describe('dates', () => {
  test('are overviews that lead down: a year’s months, a month’s days', async ({ page }) => {
    await page.goto(`${seed}/articles/2021/`);
    const months = page.getByRole('list', { name: 'Months' }).getByRole('listitem');
    await expect(months).toHaveCount(12);
    await months.getByRole('link', { name: 'July' }).click();
    await page.getByRole('table').getByRole('link', { name: 'Sunday, 18 July 2021, 1 article' }).click();
    await expect(page).toHaveURL(`${seed}/articles/2021/07/18/`);
  });

  test('lead to the previous and the next, past those without articles', async ({ page }) => {
    await page.goto(`${variety}/articles/1988/`);
    await page.getByRole('link', { name: 'Next 2004' }).click();
    await expect(page).toHaveURL(`${variety}/articles/2004/`);
    await expect(page.getByRole('heading', { name: 'Month unknown' })).toBeVisible();
  });

  test('of a century fit on a page of a phone, and the oldest article is one click away', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${generated}articles/`);
    const size = await page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      width: document.documentElement.scrollWidth,
    }));
    expect(size.width).toBe(320);
    expect(size.height).toBeLessThan(1600);
    const links = page.getByRole('navigation', { name: 'Articles by year' }).getByRole('link');
    for (const box of await links.evaluateAll((all) =>
      all.map((link) => link.getBoundingClientRect().toJSON() as DOMRect),
    ))
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await page.getByRole('link', { name: 'First article' }).click();
    await expect(page.locator('.article')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Previous/ })).toHaveCount(0);
  });
});

test.describe('the article page', () => {
  test('has paragraphs that can be linked to, their numbers shown when reached', async ({ page }) => {
    await page.goto(`${seed}${article}#p5`);
    const paragraph = page.locator('#p5');
    await expect(paragraph).toBeInViewport();
    await expect(paragraph).toContainText('Since establishing diplomatic ties');
    const number = page.getByRole('link', { name: 'Paragraph 6', exact: true });
    await expect(number).toHaveCSS('opacity', '0');
    await number.focus();
    await expect(number).toHaveCSS('opacity', '1');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#p6$/);
  });

  test('leads to related articles, and says what is shared', async ({ page }) => {
    await page.goto(`${variety}/articles/2004/05/18/everything-in-markdown/`);
    const related = page.getByRole('region', { name: 'Related articles' });
    await expect(related.getByRole('listitem').first()).toContainText('also about');
    await related.getByRole('link', { name: 'Another of the same day' }).click();
    await expect(page).toHaveURL(`${variety}/articles/2004/05/18/same-day/`);
  });
});

test.describe('the home page', () => {
  test('says what the archive holds and what it lacks', async ({ page }) => {
    await page.goto(generated);
    await expect(page.locator('.holdings')).toContainText('300');
    await expect(page.locator('.holdings')).toContainText('English');
    await expect(page.getByText('Date unknown: 15 of 300 (5%)')).toBeVisible();
    const height = await page.evaluate(
      () =>
        document.documentElement.scrollHeight -
        (document.querySelector('footer')?.getBoundingClientRect().bottom ?? 0),
    );
    expect(height, 'nothing below the colophon').toBeLessThan(40);
  });
});
