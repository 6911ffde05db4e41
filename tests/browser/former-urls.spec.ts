import { expect, test } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';

// The sites are served as by a host that has no rules for redirects.
const { port } = fixtures.variety;
const home = `http://localhost:${port}/`;
const successor = `${home}articles/2004/05/18/same-day/`;

test('an old address with a query leads on from the home page, with a few kilobytes', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/former\/|lead-on/.test(request.url())) asked.push(request.url());
  });
  await page.goto(`${home}?utm_source=letter&p=417`);
  await page.waitForURL(successor);
  await expect(page.locator('h1')).toContainText('Another of the same day');
  // The script, the index, and one part.
  expect(asked).toHaveLength(3);
  const bodies = await Promise.all(asked.map(async (url) => (await page.request.get(url)).body()));
  expect(bodies.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(10_000);
});

test('a query that is no old address leaves the home page as it is', async ({ page }) => {
  const asked = page.waitForResponse(/\/former\/index\.json$/);
  await page.goto(`${home}?q=417`);
  await asked;
  await page.waitForLoadState('networkidle');
  expect(page.url()).toBe(`${home}?q=417`);
});

test('the home page without a query loads nothing for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(home, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /former|lead-on/.test(url))).toEqual([]);
});

test('the page for unknown addresses offers a search for the words of the address', async ({ page }) => {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) wrong.push(message.text());
  });
  const response = await page.goto(`${home}2004/05/17/the-alder_ferry-12345.html`);
  expect(response?.status()).toBe(404);
  const field = page.getByLabel('Or search the archive for these words');
  await expect(field).toHaveValue('the alder ferry');
  const nearest = page.getByRole('region', { name: 'Articles with these words' });
  await expect(nearest.getByRole('link').first()).toHaveAttribute('href', /\/articles\//);
  await field.press('Enter');
  await expect(page).toHaveURL(`${home}search/?q=the+alder+ferry`);
  expect(wrong).toEqual([]);
});

test('the page for an unknown address whose words no article has shows no articles', async ({ page }) => {
  await page.goto(`${home}zyzzyva-qwxk.html`, { waitUntil: 'networkidle' });
  await expect(page.locator('#nearest')).toBeHidden();
});

test('the address of an article that is not there leads to its day, and on to its month or year', async ({
  page,
}) => {
  const lead = page.locator('#same-time a');
  await page.goto(`${home}articles/2004/05/18/somebody-was-fined/`);
  await expect(lead).toHaveText('2004-05-18');
  await lead.click();
  await expect(page).toHaveURL(`${home}articles/2004/05/18/`);
  await page.goto(`${home}articles/2004/05/31/somebody-was-fined/`);
  await expect(lead).toHaveText('2004-05');
  await page.goto(`${home}zyzzyva-qwxk.html`, { waitUntil: 'networkidle' });
  await expect(page.locator('#same-time')).toBeHidden();
});

test('an old path leads on without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${home}2004/05/Ferry_again.html/`);
  await page.waitForURL(successor);
  await page.goto(`${home}no/such/page/`);
  await page.getByLabel('Or search the archive for these words').fill('ferry');
  await page.locator('.missing-search button').click();
  await expect(page).toHaveURL(`${home}search/?q=ferry`);
  await context.close();
});
