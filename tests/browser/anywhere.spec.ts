import { expect, test, type Page } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';
import { pageKinds } from './page-kinds.ts';

/** Notes what a page asks for that is not below a path, or that is not there. */
function watch(page: Page, home: string): string[] {
  const wrong: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) wrong.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  return wrong;
}

for (const name of ['variety', 'below'] as const) {
  const { port, base } = fixtures[name];
  const home = `http://localhost:${port}${base}`;

  test.describe(`one archive, published at ${base}`, () => {
    test('has every kind of page, with its styles and all that it names', async ({ page }) => {
      const wrong = watch(page, home);
      const named = new Set<string>();
      for (const path of pageKinds) {
        await page.goto(home + path);
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('.skip'), path).not.toHaveCSS('position', 'static');
        const addresses = page.locator('link[href], a[href], form[action]');
        for (const address of await addresses.evaluateAll((all) =>
          all.map(
            (each) =>
              new URL(each.getAttribute('href') ?? each.getAttribute('action') ?? '', document.baseURI).href,
          ),
        ))
          if (new URL(address).host === `localhost:${port}`) named.add(address.replace(/#.*/, ''));
      }
      expect(named.size).toBeGreaterThan(40);
      for (const address of named) {
        expect(address.startsWith(home), address).toBe(true);
        expect((await page.request.get(address)).status(), address).toBe(200);
      }
      expect(wrong).toEqual([]);
    });

    test('can be searched from its field, its suggestions and the browser’s own', async ({ page }) => {
      const wrong = watch(page, home);
      await page.goto(`${home}people/`);
      const field = page.locator('#q');
      await field.focus();
      await field.pressSequentially('ada');
      await expect(page.getByRole('option').first()).toBeVisible();
      await field.fill('ferry');
      await field.press('Enter');
      await expect(page).toHaveURL(`${home}search/?q=ferry`);
      const results = page.locator('#results > li');
      await expect(results.first()).toBeVisible();
      await results.first().getByRole('link').click();
      await expect(page).toHaveURL(new RegExp(`^${home}articles/`));
      await page.goto(home);
      const described = await page.locator('link[rel=search]').getAttribute('href');
      const description = await page.request.get(new URL(described ?? '', home).href);
      const template = /type="text\/html" template="([^"]+)"/.exec(await description.text())?.[1] ?? '';
      await page.goto(template.replace('{searchTerms}', encodeURIComponent('ferry')));
      await expect(results.first()).toBeVisible();
      expect(wrong).toEqual([]);
    });

    test('redirects former URLs, and has a page for those that do not exist', async ({ page }) => {
      await page.goto(`${home}articles/2004/05/17/same-day/`);
      await expect(page).toHaveURL(`${home}articles/2004/05/18/same-day/`);
      await page.goto(`${home}people/a-brook/`);
      await expect(page).toHaveURL(`${home}people/ada-brook/`);
      const response = await page.goto(`${home}articles/1900/`);
      expect(response?.status()).toBe(404);
      await page.locator('main').getByRole('link', { name: 'people' }).click();
      await expect(page).toHaveURL(`${home}people/`);
    });
  });
}
