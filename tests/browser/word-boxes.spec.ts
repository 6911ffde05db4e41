import { expect, test, type Page } from '@playwright/test';

import { illustrated } from '../support/pictures.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { findBarriers } from './barriers.ts';

const site = `http://localhost:${fixtures.pictures.port}${fixtures.pictures.base}`;

/** Follows the result of a search that leads to the article with a printed page. */
async function follow(page: Page, words: string): Promise<void> {
  await page.goto(`${site}search/?q=${words}`);
  await page.locator(`#results h2 a[href*="${illustrated}"]`).click();
  await expect(page.getByRole('region', { name: 'Search result', exact: true })).toBeVisible();
}

const outlines = (page: Page) => page.locator('.printed-page .found rect');

test('the words of a search are outlined on the printed page, in the part that is the article', async ({
  page,
}) => {
  await follow(page, 'harbour');
  await expect(page.locator('.printed figcaption')).toContainText('2 words outlined on the page image');
  const image = await page.locator('.printed-page img').boundingBox();
  const boxes = await outlines(page).evaluateAll((rects) =>
    rects.map((rect) => {
      const { x, y, width, height } = rect.getBoundingClientRect();
      return [x + scrollX, y + scrollY, width, height];
    }),
  );
  // In thousandths of the picture: a word that a line end parts has two boxes.
  const scroll = await page.evaluate(() => [scrollX, scrollY]);
  const [left, top] = [(image?.x ?? 0) + (scroll[0] ?? 0), (image?.y ?? 0) + (scroll[1] ?? 0)];
  const places = boxes.map(([x = 0, y = 0, width = 0, height = 0]) => [
    Math.round(((x - left) / (image?.width ?? 1)) * 1000),
    Math.round(((y - top) / (image?.height ?? 1)) * 1000),
    Math.round((width / (image?.width ?? 1)) * 1000),
    Math.round((height / (image?.height ?? 1)) * 1000),
  ]);
  const wanted = [
    [250, 140, 80, 20],
    [60, 180, 90, 20],
    [370, 130, 120, 20],
  ];
  expect(places).toHaveLength(wanted.length);
  for (const [index, place] of places.entries())
    for (const [side, value] of place.entries())
      expect(Math.abs(value - (wanted[index]?.[side] ?? 0))).toBeLessThanOrEqual(4);
  expect(await findBarriers(page)).toEqual([]);
});

test('the outlines are on the enlarged page, too, go with the bar, and are not printed', async ({ page }) => {
  await follow(page, 'norhaven');
  await expect(page.locator('.printed figcaption')).toContainText('1 word outlined');
  await page.emulateMedia({ media: 'print' });
  await expect(outlines(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: /^Zoom/ }).click();
  await expect(page.locator('.zoom-view .found rect')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(outlines(page)).toHaveCount(0);
  await expect(page.locator('.found-words')).toHaveCount(0);
});

test('a page on which no word is found, or that is not from a search, loads and outlines nothing', async ({
  page,
}) => {
  await follow(page, 'ferry');
  await expect(page.locator('.found-words')).toHaveCount(0);
  await page.evaluate(() => sessionStorage.clear());
  const loaded: string[] = [];
  page.on('request', (request) => void loaded.push(request.url()));
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((url) => /words|outline/.test(url))).toEqual([]);
});
