import { expect, test, type Page } from '@playwright/test';

import type { CatalogueDates } from '../../src/search/catalogue.ts';
import { showFilters } from '../support/show-filters.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { totalOf } from './search-answer.ts';

const seed = `http://localhost:${fixtures.seed.port}/`;
const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const french = `http://localhost:${fixtures.french.port}/`;

const status = (page: Page) => page.getByRole('status');
const facet = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true });

test.describe('several values of a facet', () => {
  test('are any of them, or all of them, as a reader chooses', async ({ page }) => {
    await page.goto(`${generated}search/?person=paula-abendroth-1`);
    const people = facet(page, 'People');
    await expect(people.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(people.getByRole('radio')).toHaveCount(0);
    const one = await totalOf(page);
    await people.getByRole('checkbox', { name: 'Zeno Hollister' }).check();
    await expect(page).toHaveURL(`${generated}search/?person=paula-abendroth-1&person=zeno-hollister-3`);
    await expect(page.locator('#chosen')).toHaveText('Paula Abendroth × or Zeno Hollister ×', {
      useInnerText: true,
    });
    await expect(people.getByRole('radio', { name: 'any of these' })).toBeChecked();
    expect(await totalOf(page)).toBeGreaterThan(one);

    await people.getByRole('radio', { name: 'all of these' }).check();
    await expect(page.locator('#chosen')).toHaveText('Paula Abendroth × and Zeno Hollister ×', {
      useInnerText: true,
    });
    const both = await totalOf(page);
    expect(both).toBeGreaterThan(0);
    expect(both).toBeLessThan(one);
    await page.reload();
    await expect(people.getByRole('radio', { name: 'all of these' })).toBeChecked();
    expect(await totalOf(page)).toBe(both);

    // The number beside a third value is what choosing it gives.
    const third = people.locator('.facet-value').nth(2);
    const count = parseInt(await third.locator('.count').innerText());
    await third.getByRole('checkbox').check();
    await expect(people.getByRole('checkbox', { checked: true })).toHaveCount(3);
    expect(await totalOf(page)).toBe(count);
    await page.getByRole('button', { name: 'Remove person Zeno Hollister' }).click();
    await expect(people.getByRole('checkbox', { checked: true })).toHaveCount(2);
  });
});

test('a facet with one value is hidden, unless it is chosen', async ({ page }) => {
  await page.goto(`${seed}search/`);
  await expect(facet(page, 'People')).toBeVisible();
  await showFilters(page);
  await expect(facet(page, 'Language')).toBeHidden();
  await expect(facet(page, 'Year')).toBeHidden();
  await page.goto(`${seed}search/?year=2021`);
  await showFilters(page);
  await expect(facet(page, 'Year').getByRole('checkbox')).toBeChecked();
});

test('facets of a large archive are closed, loaded when they are opened, and open where a value is chosen', async ({
  page,
}) => {
  await page.route('**/catalogue/dates.json*', async (route) => {
    const dates = (await (await route.fetch()).json()) as CatalogueDates;
    const facets = dates.facets.map((each) => ({ ...each, size: 1_000_000 }));
    await route.fulfill({ json: { ...dates, facets } });
  });
  const loaded: string[] = [];
  page.on('request', (request) => {
    const [, facet] = /\/catalogue\/(\w+)\.json/.exec(request.url()) ?? [];
    if (facet && facet !== 'dates') loaded.push(facet);
  });
  await page.goto(`${generated}search/?topic=census-17`);
  const total = await totalOf(page);
  const heading = page.getByRole('button', { name: 'People', exact: true });
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await expect(facet(page, 'Topics').getByRole('checkbox', { checked: true })).toBeVisible();
  await expect(page.locator('#chosen')).toContainText('census');
  expect(loaded).toEqual(['topic']);

  await heading.press('Enter');
  await expect(heading).toHaveAttribute('aria-expanded', 'true');
  await expect(heading).toBeFocused();
  expect(loaded).toEqual(['topic', 'person']);
  const first = facet(page, 'People').locator('.facet-value').first();
  const count = parseInt(await first.locator('.count').innerText());
  expect(count).toBeLessThanOrEqual(total);
  await first.getByRole('checkbox').check();
  await expect(page.locator('.chip')).toHaveCount(2);
  expect(await totalOf(page)).toBe(count);

  await heading.press('Enter');
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await expect(first).toBeHidden();
});

test('a record that the words name is not offered as one of a similar name', async ({ page }) => {
  await page.goto(`${seed}search/?q=assad`);
  await expect(page.locator('#names')).toContainText('Assad');
  await expect(page.locator('#results > li')).toHaveCount(1);
  await expect(page.locator('#offers')).not.toContainText('Assad');
});

test.describe('date fields', () => {
  test('take dates as people write them', async ({ page }) => {
    await page.goto(`${generated}search/`);
    const [from, to] = [page.getByLabel('From', { exact: true }), page.getByLabel('To', { exact: true })];
    await expect(from).toHaveAttribute('placeholder', '1923');
    await expect(to).toHaveAttribute('placeholder', '2021');
    await from.fill('March 1999');
    await to.fill('4/2019');
    await to.press('Enter');
    await expect(page).toHaveURL(`${generated}search/?from=1999-03&to=2019-04`);
    await expect(from).toHaveValue('1999-03');
    await from.fill('2018..2019');
    await from.press('Enter');
    await expect(page).toHaveURL(`${generated}search/?from=2018&to=2019`);
    await expect(to).toHaveValue('2019');
    await from.fill('30 February 2018');
    await from.press('Enter');
    await expect(page.getByRole('alert')).toContainText('no such date');
    await expect(page).toHaveURL(`${generated}search/?from=2018&to=2019`);
  });

  test('know the months of the interface’s language', async ({ page }) => {
    await page.goto(`${french}search/`);
    await page.getByLabel('Du', { exact: true }).fill('févr. 2004');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${french}search/?from=2004-02`);
  });
});

test.describe('the chart', () => {
  const chart = (page: Page) => page.getByRole('toolbar');
  const bar = (page: Page, name: string) =>
    chart(page).getByRole('link', { name: new RegExp(`^${name}: \\d`) });

  test('of a century narrows to a decade, a year and a month, each shown by its parts', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(chart(page)).toHaveAccessibleName('Articles by decade');
    const narrow = async (name: string) => {
      const label = (await bar(page, name).getAttribute('aria-label')) ?? '';
      await bar(page, name).click();
      await expect(status(page)).toContainText(label.replace(`${name}: `, ''));
    };
    await narrow('2010s');
    await expect(page).toHaveURL(`${generated}search/?from=2010&to=2019`);
    await expect(chart(page)).toHaveAccessibleName('Articles by year');
    await narrow('2019');
    await expect(page).toHaveURL(`${generated}search/?from=2019&to=2019`);
    await expect(chart(page)).toHaveAccessibleName('Articles by month');

    const month = chart(page).getByRole('link').first();
    const [name = '', count = ''] = ((await month.getAttribute('aria-label')) ?? '').split(': ');
    expect(name).toMatch(/^\w+ 2019$/);
    await month.click();
    await expect(page).toHaveURL(/from=2019-\d\d&to=2019-\d\d$/);
    await expect(status(page)).toContainText(new RegExp(`^${count}`));
    await expect(bar(page, name)).toHaveAttribute('aria-current', 'true');

    await page.getByRole('link', { name: 'All years' }).click();
    await expect(page).toHaveURL(`${generated}search/`);
    await expect(chart(page)).toHaveAccessibleName('Articles by decade');
  });

  test('is one stop of the Tab key; arrow keys reach its bars, Shift makes a range', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(chart(page).locator('[tabindex="0"]')).toHaveCount(1);
    await page.getByRole('button', { name: 'Apply' }).focus();
    await page.keyboard.press('Tab');
    await expect(bar(page, '2020s')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(bar(page, '2010s')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(bar(page, '1920s')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${generated}search/?from=1920&to=1929`);
    await page.goto(`${generated}search/`);
    await bar(page, '2010s').click();
    await expect(chart(page)).toHaveAccessibleName('Articles by year');
    await bar(page, '2018').focus();
    await page.keyboard.press('Enter');
    await expect(chart(page)).toHaveAccessibleName('Articles by month');
    await page.goBack();
    await expect(chart(page)).toHaveAccessibleName('Articles by year');
    await bar(page, '2016').focus();
    await page.keyboard.press('Shift+Enter');
    await expect(page).toHaveURL(`${generated}search/?from=2016&to=2018`);
  });

  test('makes a range of decades', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await bar(page, '2020s').click();
    await page.getByRole('link', { name: 'All years' }).click();
    await expect(chart(page)).toHaveAccessibleName('Articles by decade');
    await bar(page, '2010s').focus();
    await page.keyboard.press('Shift+Enter');
    await expect(page).toHaveURL(`${generated}search/?from=2010&to=2029`);
    await expect(bar(page, '2010s')).toHaveCount(0);
    await expect(chart(page)).toHaveAccessibleName('Articles by year');
  });

  test('has links that open by themselves', async ({ page, context }) => {
    await page.goto(`${generated}search/?q=bridge&from=2010&to=2019`);
    const href = await bar(page, '2019').getAttribute('href');
    const other = await context.newPage();
    await other.goto(new URL(href ?? '', page.url()).href);
    await expect(other).toHaveURL(`${generated}search/?q=bridge&from=2019&to=2019`);
    await expect(status(other)).toHaveText(/^\d+ articles? with “bridge”/);
  });
});
