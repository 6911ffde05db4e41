import { expect, test, type Page } from '@playwright/test';

import { illustrated } from '../support/pictures.ts';
import { fixtures } from '../support/site-fixtures.ts';

const { base, port } = fixtures.pictures;
const home = `http://localhost:${port}${base}`;
const address = home + illustrated;

/** Sums up layout shifts (Layout Instability API) from the beginning. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const sum = window as unknown as { shifts: number };
    sum.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        sum.shifts += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

/** Scrolls to the end, so that every picture is loaded. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += 400) {
      scrollTo(0, top);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  const isLoaded = () =>
    [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
  await page.waitForFunction(isLoaded);
}

for (const width of [320, 390, 768, 1280]) {
  test(`nothing moves while pictures are loaded, at ${width} px, and every one is shown`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const shifts = await watchShifts(page);
    await page.goto(address);
    await readToTheEnd(page);
    expect(await shifts()).toBe(0);
    const overflows = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(overflows).toBe(false);
  });
}

test('a phone of 390 px and two pixels to the point loads the first photo in WebP of 720 px', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(address);
  await expect
    .poll(() => page.evaluate(() => document.querySelector<HTMLImageElement>('.text img')?.currentSrc))
    .toMatch(/-720\.webp$/);
  await context.close();
});

test('without JavaScript every picture is shown, and leads to its largest size', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator('.text figure')).toHaveCount(4);
  await expect(page.getByText('Photo: Nils Sund/Evening Post')).toBeVisible();
  const href = await page.locator('.text figure a').first().getAttribute('href');
  const response = await page.request.get(new URL(href ?? '', address).href);
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/jpeg']);
  await context.close();
});

test('a printed page has the article outlined where it stands', async ({ page }) => {
  await page.goto(address);
  const section = page.getByRole('region', { name: 'Page as printed' });
  const [sheet, part] = await Promise.all([
    section.locator('.printed-page').boundingBox(),
    section.locator('rect').first().boundingBox(),
  ]);
  if (!sheet || !part) throw new Error('Nothing is outlined.');
  expect((part.x - sheet.x) / sheet.width).toBeCloseTo(0.05, 1);
  expect((part.y - sheet.y) / sheet.height).toBeCloseTo(0.12, 1);
  expect(part.height / sheet.height).toBeCloseTo(0.5, 1);
});

test('on paper pictures have a sensible size, with their captions', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(address);
  await readToTheEnd(page);
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('.text img')].map((each) => each.clientHeight),
  );
  // 11 cm
  for (const height of heights) expect(height).toBeLessThanOrEqual(417);
  await expect(page.getByText('The mast of the ferry.')).toBeVisible();
});

test('a caption is found, is marked as one in the result, and the facet narrows to articles with pictures', async ({
  page,
}) => {
  await page.goto(`${home}search/?q=Gudrun`);
  await expect(page.locator('.evidence').first()).toContainText('[Caption: ');
  await page.goto(`${home}search/`);
  await page.getByRole('checkbox', { name: 'with pictures' }).click();
  await expect(page.locator('#status')).toHaveText(/^1 article/);
});

test('a printed page is enlarged in a dialog, by buttons and keys, and its viewer is loaded only then', async ({
  page,
}) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address);
  const isViewer = (url: string) => /\/zoom-[^/]*\.js$/.test(url);
  expect(requested.filter(isViewer)).toEqual([]);
  await page.getByRole('button', { name: /^Zoom/ }).first().click();
  const dialog = page.getByRole('dialog', { name: /^Page as printed: ./ });
  await expect(dialog).toBeVisible();
  expect(requested.filter(isViewer)).toHaveLength(1);
  // The outline lies on the page, and grows with it.
  const outline = dialog.locator('rect').first();
  const widthOf = async () => (await outline.boundingBox())?.width ?? 0;
  await expect.poll(widthOf).toBeGreaterThan(50);
  const before = await widthOf();
  await dialog.getByRole('button', { name: 'Larger' }).click();
  await expect.poll(widthOf).toBeGreaterThan(before * 1.4);
  await dialog.locator('.openseadragon-canvas').focus();
  await page.keyboard.press('-');
  await expect.poll(widthOf).toBeLessThan(before * 1.45);
  await dialog.getByRole('button', { name: 'Whole page' }).click();
  await expect.poll(async () => Math.abs((await widthOf()) - before)).toBeLessThan(2);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /^Zoom/ }).first().click();
  await expect.poll(widthOf).toBeGreaterThan(50);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  expect(errors).toEqual([]);
});

test('on a narrow phone the buttons of the dialog are in one row', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(address);
  await page.getByRole('button', { name: /^Zoom/ }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const buttons = await dialog.getByRole('button').all();
  const boxes = await Promise.all(buttons.map((button) => button.boundingBox()));
  expect(boxes).toHaveLength(4);
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
  for (const box of boxes) expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
});

test('the dialog says that the page could not be loaded, and not any more when it is opened again', async ({
  page,
}) => {
  await page.route(/\/media\//, (route) => route.abort());
  await page.goto(address);
  const open = page.getByRole('button', { name: /^Zoom/ }).first();
  await open.click();
  const dialog = page.getByRole('dialog');
  const message = dialog.getByRole('alert');
  await expect(message).toHaveText('The page could not be loaded. Close this window and try again.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.unroute(/\/media\//);
  await open.click();
  await expect(dialog.locator('rect').first()).toBeVisible();
  await expect(message).toBeHidden();
});
