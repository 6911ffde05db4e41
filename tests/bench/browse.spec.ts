import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

import { findBarriers } from '../browser/barriers.ts';

const screenshots = resolve(import.meta.dirname, '../../node_modules/.cache/dateline/browse/screenshots');

/** From the home page to one of every kind of page, by the links that readers follow. */
const ways: [string, (page: Page) => Promise<void>][] = [
  ['home', async () => {}],
  ['article', (page) => page.locator('.article-list-title a').first().click()],
  ['person', (page) => page.locator('aside .counted-list a[href*="/people/"]').first().click()],
  ['place', (page) => page.locator('aside .counted-list a[href*="/places/"]').first().click()],
  ['topic', (page) => page.locator('aside .counted-list a[href*="/topics/"]').first().click()],
  ['people', (page) => page.getByRole('navigation', { name: 'Sections' }).getByText('People').click()],
  ['places', (page) => page.getByRole('navigation', { name: 'Sections' }).getByText('Places').click()],
  ['articles', (page) => page.getByRole('navigation', { name: 'Sections' }).getByText('Articles').click()],
  ['search', (page) => page.getByRole('searchbox').first().press('Enter')],
];

for (const [name, port] of [
  ['newswire', 4705],
  ['generated', 4706],
] as const) {
  for (const [kind, go] of ways) {
    for (const width of [360, 768, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        test(`${name} ${kind} ${width} ${colorScheme}`, async ({ page }) => {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          await page.goto(`http://localhost:${port}/`);
          await go(page);
          await page.waitForLoadState('networkidle');
          await page.screenshot({
            path: `${screenshots}/${name}-${kind}-${width}-${colorScheme}.png`,
            fullPage: true,
          });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflow).toBeLessThanOrEqual(0);
          if (width !== 360) return;
          expect(await findBarriers(page)).toEqual([]);
        });
      }
    }
  }
}
