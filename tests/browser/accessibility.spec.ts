import { expect, test, type Page } from '@playwright/test';

import { illustrated } from '../support/pictures.ts';
import { fixtures, type FixtureName } from '../support/site-fixtures.ts';
import { findBarriers } from './barriers.ts';
import { demoPages } from './page-kinds.ts';

/** One of every kind of page, of the demonstration; and what others have that it has not. */
const kinds: [FixtureName, string][] = [
  ...demoPages.map((path): [FixtureName, string] => ['demo', path]),
  ['seed', ''],
  ['seed', 'articles/2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad/'],
  ['seed', 'search/?q=Wang+Yi&person=wang-yi&from=2021&colour=red'],
  ['seed', 'search/?q=vaccines+xylophone&person=wang-yi'],
  ['empty', ''],
  ['empty', 'people/'],
  ['generated', 'people/'],
  ['generated', 'articles/2020/01/'],
  ['generated', 'search/?from=2019-02&to=2020&year=2019&sort=oldest'],
  ['variety', 'articles/2004/05/18/everything-in-markdown/'],
  ['variety', 'articles/1987/12/31/arabic/'],
  ['variety', 'articles/1988/01/02/chinese/'],
  ['variety', 'people/nobody/'],
  ['generated', 'compare/?line=bridge&line=harbour'],
  ['long', 'topics/ferries/'],
  ['long', 'topics/ferries/1930s/'],
  ['long', 'topics/ferries/1987/'],
  ['long', 'topics/ferries/1987/03/'],
  ['long', 'articles/1987/03/12/'],
  ['long', 'articles/untagged/'],
  ['issues', 'publications/harbour-post/'],
  ['issues', 'publications/harbour-post/1998/'],
  ['issues', 'publications/harbour-post/1998/03/'],
  ['issues', 'publications/harbour-post/1998/03/12/'],
  ['issues', 'articles/1998/03/12/report-343/'],
  ['pictures', illustrated],
];

const address = (name: FixtureName, path: string) =>
  `http://localhost:${fixtures[name].port}${fixtures[name].base}${path}`;

/**
 * The widths of a page in light and in dark colours. What a page measures of its contrast takes most of the time, and
 * depends on its colours, seldom on its width: each page is measured once in each scheme, every other one the other way
 * round, so that what stands on many pages is measured in all four.
 */
const widthsOf = (index: number): [light: number, dark: number] =>
  index % 2 === 0 ? [1280, 320] : [320, 1280];

for (const [index, [name, path]] of kinds.entries()) {
  test(`${name} /${path} has no accessibility barrier in any colour scheme, and needs no horizontal scrolling`, async ({
    page,
  }) => {
    await page.goto(address(name, path));
    if (path.startsWith('search/')) await expect(page.locator('#status')).toHaveText(/article/);
    if (path.startsWith('compare/')) await expect(page.locator('#chart svg')).toBeVisible();
    const overflow = () =>
      page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
    const [light, dark] = widthsOf(index);
    for (const width of [light, dark]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await findBarriers(page, width === light ? 'all' : 'structure'), `${width} px`).toEqual([]);
      expect(await overflow(), `${width} px`).toBe(0);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page, 'colours'), `dark, ${dark} px`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 640, height: 800 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await overflow(), 'text of twice the size').toBe(0);
  });
}

// Mostly the reader's own choice; what is drawn with colours of its own keeps enough of it.
for (const [name, path] of [
  ['demo', ''],
  ['demo', 'places/ternhythe/'],
  ['seed', 'search/?q=Wang+Yi&person=wang-yi&from=2021&colour=red'],
] as const satisfies [FixtureName, string][]) {
  test(`${name} /${path} has contrast in forced colours`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(address(name, path));
    if (path.startsWith('search/')) await expect(page.locator('#status')).toHaveText(/article/);
    expect(await findBarriers(page, 'forced colours')).toEqual([]);
  });
}

for (const [state, reach] of [
  [
    'that cannot be loaded',
    async (page) => {
      await page.route('**/catalogue/dates.json*', (route) => route.abort());
      await page.goto(address('seed', 'search/?q=vaccines'));
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    },
  ],
  [
    'with a wrong date',
    async (page) => {
      await page.goto(address('seed', 'search/'));
      await page.getByLabel('From', { exact: true }).fill('June');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ],
  [
    'that is loading',
    async (page) => {
      await page.route('**/catalogue/dates.json*', () => {});
      await page.goto(address('seed', 'search/?q=vaccines'));
      await expect(page.getByRole('progressbar')).toBeVisible();
    },
  ],
  [
    'that suggests names',
    async (page) => {
      await page.goto(address('seed', 'about/'));
      await page.getByRole('searchbox', { name: 'Search the archive' }).focus();
      await page.keyboard.type('a');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('option', { selected: true })).toBeVisible();
    },
  ],
] as const satisfies [string, (page: Page) => Promise<void>][]) {
  test(`a search ${state} has no barrier`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await reach(page);
      expect(await findBarriers(page)).toEqual([]);
    }
  });
}

test('has touch targets of 44 px outside running text', async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  for (const path of [
    '',
    'people/',
    'search/?q=vaccines',
    'articles/2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad/',
  ]) {
    await page.goto(address('seed', path));
    if (path.startsWith('search/')) await expect(page.locator('#status')).toHaveText(/article/);
    if (path.startsWith('compare/')) await expect(page.locator('#chart svg')).toBeVisible();
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.sections a, .letters a, button, .dates input, select, .facet-value, .tags a, .breadcrumb a, .search-field input',
        ),
      ]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
        .map((element) => element.outerHTML),
    );
    expect(small, path).toEqual([]);
  }
  await context.close();
});

test('prints without navigation, the text before its provenance', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(
    address('seed', 'articles/2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad/'),
  );
  await expect(page.locator('.sections')).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeHidden();
  const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0;
  expect(await top('.provenance')).toBeGreaterThan(await top('.text'));
});
