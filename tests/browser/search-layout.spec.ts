import { expect, test, type Page } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';

const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const variety = `http://localhost:${fixtures.variety.port}/`;

const screens = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
};

interface Watched {
  shifts: string[];
}

/** Reports what moves while a reader does nothing (Layout Instability API). */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
      })[]) {
        const moved = entry.sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.id || node?.className}: ${previousRect.y} → ${currentRect.y}`,
        );
        watched.shifts.push(`${entry.value} (${moved.join('; ')})`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    // What has been painted is reported by the frame after the next.
    page.evaluate(
      () =>
        new Promise<string[]>((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => setTimeout(() => resolve((window as unknown as Watched).shifts))),
          ),
        ),
    );
}

/** Lets files arrive one after the other, so that nothing is there at once. */
async function deliverInTurn(page: Page): Promise<void> {
  let before = Promise.resolve();
  await page.route('**/*', (route) => {
    before = before.then(async () => route.fulfill({ response: await route.fetch() }));
    return before;
  });
}

for (const [screen, viewport] of Object.entries(screens)) {
  test.describe(`on a ${screen}`, () => {
    test.use({ viewport });

    for (const [what, query] of [
      ['everything', ''],
      ['words', '?q=bridge'],
      ['a name', '?q=paula'],
      ['words, dates and facets', '?q=committee&from=2015&topic=census-17&topic=beekeeping-18'],
      ['what is ignored', '?q=bridge&colour=red&person=nobody'],
      ['a word that no article has, beside another', '?q=nosuchword+bridge'],
      ['a misspelt word', '?q=brigde'],
    ] as const) {
      test(`nothing moves while a search for ${what} is opened`, async ({ page }) => {
        const shifts = await watchShifts(page);
        await deliverInTurn(page);
        await page.goto(`${generated}search/${query}`);
        await expect(page.getByRole('status')).toHaveText(/article/i);
        if (screen === 'desktop') await expect(page.locator('#facets fieldset').first()).toBeAttached();
        await page.waitForLoadState('networkidle');
        expect(await shifts()).toEqual([]);
      });
    }

    test('nothing moves while a comparison is opened', async ({ page }) => {
      const shifts = await watchShifts(page);
      await deliverInTurn(page);
      await page.goto(`${generated}compare/?line=bridge&line=person:paula-abendroth-1`);
      await expect(page.locator('#chart .compare-name')).toHaveCount(2);
      await page.waitForLoadState('networkidle');
      expect(await shifts()).toEqual([]);
    });

    test('results begin in the upper part of the screen, with names above them', async ({ page }) => {
      await page.goto(`${generated}search/?q=paula`);
      const first = page.locator('#results > li').first();
      await expect(first).toBeVisible();
      const cards = await page.locator('.name-card').all();
      expect(cards.length).toBeGreaterThan(1);
      const tops = await Promise.all(cards.map(async (card) => (await card.boundingBox())?.y));
      expect(new Set(tops).size, 'one line of names').toBe(1);
      const header = await page.locator('header').boundingBox();
      const top = (await first.boundingBox())?.y ?? Infinity;
      expect(top - (header?.height ?? 0)).toBeLessThan(270);
    });

    test('a link skips to the results, and leaves the address alone', async ({ page }) => {
      await page.goto(`${generated}search/?q=bridge`);
      await expect(page.locator('#results > li').first()).toBeVisible();
      const skip = page.getByRole('link', { name: 'Skip to the results' });
      await skip.focus();
      await expect(skip).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('list', { name: 'Articles' })).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.locator('#results a').first()).toBeFocused();
      await expect(page).toHaveURL(`${generated}search/?q=bridge`);
    });
  });
}

test('on a phone the filters are folded, and opened by a button that says so', async ({ page }) => {
  await page.setViewportSize(screens.phone);
  await page.goto(`${generated}search/?q=bridge`);
  const button = page.getByRole('button', { name: 'Filters' });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByLabel('From', { exact: true })).toBeHidden();
  await button.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByLabel('From', { exact: true })).toBeVisible();
});

test('results say which publication they are from, where the archive has several', async ({ page }) => {
  const label = page.locator('#results .label').first();
  await page.goto(`${variety}search/?q=quotes+at+Alder`);
  await expect(label).toHaveText('Tuesday, 18 May 2004');
  // No fixture has articles of two publications.
  await page.route('**/search/?*', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace('id="search"', '$& data-publications="several"');
    await route.fulfill({ response, body: html });
  });
  await page.reload();
  await expect(label).toHaveText('Tuesday, 18 May 2004 · The Alder Gazette');
});
