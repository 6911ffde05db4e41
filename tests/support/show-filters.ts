import { expect, type Page } from '@playwright/test';

/** Opens all filters of the search page; those of a large archive are closed. */
export async function showFilters(page: Page): Promise<void> {
  await expect(page.locator('#facets fieldset:visible').first()).toBeVisible();
  const closed = page.locator('#facets legend button[aria-expanded=false]:visible');
  while ((await closed.count()) > 0) await closed.first().click();
}
