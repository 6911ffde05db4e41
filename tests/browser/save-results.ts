import type { Page } from '@playwright/test';

/** Has the results of a search, or a list, saved by the button of a format. @returns the name and the text of the file */
export async function saveResults(page: Page, name: string): Promise<[file: string, text: string]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('region', { name: 'Export' }).getByRole('button', { name, exact: true }).click(),
  ]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return [download.suggestedFilename(), Buffer.concat(parts).toString('utf8')];
}
