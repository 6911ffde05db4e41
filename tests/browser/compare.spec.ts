import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';

const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const long = `http://localhost:${fixtures.long.port}${fixtures.long.base}`;

test('words and names are added as lines, whose numbers are those of their searches', async ({ page }) => {
  await page.goto(`${long}compare/`);
  await expect(page.getByRole('status')).toHaveText(/^Add a word/);
  const field = page.getByRole('textbox', { name: 'Word, phrase or name' });
  await field.fill('bridges');
  await field.press('Enter');
  // No text has the word, but a topic has the name.
  await expect(page.getByRole('link', { name: 'bridges: 0 articles' })).toBeVisible();
  await page.getByRole('button', { name: 'Add the topic bridges' }).click();
  await expect(page).toHaveURL(`${long}compare/?line=topic%3Abridges`);
  await field.fill('noon');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('link', { name: 'noon: 269 articles' })).toBeVisible();
  await page.getByText('The numbers as a table').click();
  const row = page.getByRole('row', { name: /^1987/ });
  await expect(row.getByRole('cell')).toHaveText(['253', '35', '253']);
  await page.getByRole('radio', { name: 'Share of all articles' }).check();
  await expect(row.getByRole('cell')).toHaveText(['253', '13.8%', '100%']);
  await expect(page).toHaveURL(`${long}compare/?line=topic%3Abridges&line=noon&share=1`);
  await page.getByRole('link', { name: 'bridges: 35 articles' }).click();
  await expect(page.locator('#status')).toHaveText('35 articles');
});

test('a comparison has its address, which going back restores, and is saved as a table', async ({ page }) => {
  await page.goto(`${long}compare/?line=noon&line=topic:ferries`);
  await expect(page.locator('#lines li')).toHaveCount(2);
  await expect(page.locator('#chart .compare-name')).toHaveText(['noon', 'ferries']);
  await page.getByRole('button', { name: 'Remove noon' }).click();
  await expect(page.locator('#lines li')).toHaveCount(1);
  await page.goBack();
  await expect(page.locator('#lines li')).toHaveCount(2);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe('\ufeffperiod,all,noon,ferries');
  expect(text).toContain('\r\n1987,253,253,253\r\n');
});

test('what is wrong in an address is told or finds nothing', async ({ page }) => {
  await page.goto(`${long}compare/?line=topic:nothing&line=b&line=c&line=d&line=e&line=f`);
  await expect(page.locator('#compare-ignored')).toContainText('Ignored in this link: f');
  await expect(page.getByRole('link', { name: 'topic:nothing: 0 articles' })).toBeVisible();
});

test('a search leads to the comparison of its words and names', async ({ page }) => {
  await page.goto(`${generated}search/?q=bridge&person=paula-abendroth-1`);
  await expect(page.locator('#facets fieldset').first()).toBeAttached();
  await page.getByRole('link', { name: 'Compare over time' }).click();
  await expect(page.locator('#chart .compare-name')).toHaveText(['bridge', 'Paula Abendroth']);
});

test('without JavaScript it says that it needs it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${long}compare/`);
  await expect(page.locator('noscript p')).toContainText('Comparing needs JavaScript');
  await expect(page.locator('#compare-form')).toBeHidden();
  await context.close();
});
