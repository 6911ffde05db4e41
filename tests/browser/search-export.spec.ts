import { expect, test } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';
import { saveResults } from './save-results.ts';
import { totalOf } from './search-answer.ts';

const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const home = '/news/articles/';

test.describe('the export', () => {
  test('has all that was found, not only what is shown, in each format', async ({ page }) => {
    await page.goto(`${generated}search/?q=committee`);
    const total = await totalOf(page);
    expect(total).toBeGreaterThan(100);
    await expect(page.locator('#results > li')).toHaveCount(20);
    await expect(page.locator('#exported')).toHaveText(
      `All ${total} articles found, as a table or as citations:`,
    );

    const [file, table] = await saveResults(page, 'CSV');
    expect(file).toBe('search-results.csv');
    const lines = table.replace(/\r\n$/, '').split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFtitle,date,byline,publication,language,people,places,organizations,topics,excerpt,url',
    );
    expect(lines).toHaveLength(total + 1);
    expect(table).toContain('committee');
    for (const line of lines.slice(1)) expect(line).toContain(`,http://localhost:4703${home}`);

    const [, ris] = await saveResults(page, 'RIS');
    expect(ris.match(/^TY /gm)).toHaveLength(total);
    const [, bibtex] = await saveResults(page, 'BibTeX');
    expect(bibtex.match(/^@article/gm)).toHaveLength(total);
    const [, json] = await saveResults(page, 'CSL-JSON');
    const items = JSON.parse(json) as { URL: string }[];
    expect(items).toHaveLength(total);

    const citations = (await saveResults(page, 'Text'))[1].trim().split('\n');
    expect(citations).toHaveLength(total);
    const [first = ''] = citations;
    await page.goto(first.slice(first.lastIndexOf(' ') + 1));
    expect(page.url()).toBe(items[0]?.URL);
    await expect(page.locator('.citation')).toHaveText(first);
  });

  test('has the tags of each article, as its page has them', async ({ page }) => {
    await page.goto(`${generated}search/?q=committee&topic=census-17&sort=oldest`);
    const [, table] = await saveResults(page, 'CSV');
    const [, line = ''] = table.split('\r\n');
    const address = line.slice(line.lastIndexOf(',') + 1);
    await page.goto(address);
    const names = await page.locator('.tags a').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(line).toContain(name);
  });

  test('shows its progress, and stops when another search is made', async ({ page }) => {
    await page.goto(`${generated}search/?q=committee`);
    await expect(page.locator('#results > li')).toHaveCount(20);
    let release = () => {};
    const going = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.fragments*', async (route) => {
      await going;
      await route.continue();
    });
    await page.getByRole('button', { name: 'CSV', exact: true }).click();
    await expect(page.getByRole('progressbar', { name: 'Loading the articles to export' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'RIS' })).toBeDisabled();
    await page.getByRole('searchbox', { name: 'Search the archive' }).fill('nosuchword');
    release();
    await expect(page.getByRole('status')).toHaveText(/^No article/);
    await expect(page.locator('#exporting')).toBeHidden();
  });

  test('of more than 5,000 articles leads to the data sets instead', async ({ page }) => {
    // No fixture has as many: the page is told that there are.
    await page.addInitScript(() => {
      const listen = Worker.prototype.addEventListener;
      Worker.prototype.addEventListener = function (this: Worker, type: string, listener: unknown) {
        const changed = (event: MessageEvent<{ kind: string; summary?: { total: number } }>) => {
          if (event.data.summary) event.data.summary.total = 5001;
          (listener as (event: Event) => void)(event);
        };
        listen.call(this, type, (type === 'message' ? changed : listener) as EventListener);
      };
    });
    await page.goto(`${generated}search/?q=committee`);
    await expect(page.locator('#exported')).toHaveText(
      '5,001 articles were found; up to 5,000 can be exported here.',
    );
    await expect(page.getByRole('button', { name: 'CSV', exact: true })).toBeHidden();
    await page.getByRole('link', { name: 'Download the data of the whole archive' }).click();
    await expect(page).toHaveURL(`${generated}data/`);
  });
});

test('a search for one record links the feed of its articles', async ({ page }) => {
  await page.goto(`${generated}search/?person=paula-abendroth-1`);
  const feed = page.getByRole('link', { name: 'RSS feed: Paula Abendroth' });
  await expect(feed).toHaveAttribute('href', '/news/people/paula-abendroth-1/feed.xml');
  expect((await page.request.get(`${generated}people/paula-abendroth-1/feed.xml`)).ok()).toBe(true);
  await page.getByRole('searchbox', { name: 'Search the archive' }).fill('bridge');
  await expect(page.getByRole('status')).toContainText('bridge');
  await expect(feed).toBeHidden();
});
