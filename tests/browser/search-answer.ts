import { expect, type Page } from '@playwright/test';

/** Waits until the page shows the answer to what it was last asked; until then its results are those of the question before. */
async function waitForAnswer(page: Page): Promise<void> {
  await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
}

/** Waits for the answer. @returns how many articles the page says that there are */
export async function totalOf(page: Page): Promise<number> {
  await waitForAnswer(page);
  const status = await page.locator('#status').innerText();
  expect(status).toMatch(/^(No|[\d,]+) articles?/);
  return parseInt(status.replace(',', '').replace('No', '0'));
}
