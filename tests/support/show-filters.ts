import { expect, type Page } from '@playwright/test';

/** Shows all filters of the search page, each of which is loaded when the end of the others comes into view. */
export async function showFilters(page: Page): Promise<void> {
  const more = page.locator('#more-facets');
  await expect(page.locator('#facets fieldset').first()).toBeVisible();
  await expect(async () => {
    if (await more.isVisible()) await more.scrollIntoViewIfNeeded();
    await expect(more).toBeHidden({ timeout: 200 });
  }).toPass();
}
