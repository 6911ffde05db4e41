import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';

import { fixtures } from '../support/site-fixtures.ts';
import { findBarriers } from './barriers.ts';

const seed = `http://localhost:${fixtures.seed.port}`;
const variety = `http://localhost:${fixtures.variety.port}`;
const article = '/articles/2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad/';
const awkward = '/articles/2004/05/18/everything-in-markdown/';

/** What Chromium gives assistive technology for the opened citation, including what the stylesheet generates. */
async function readCitation(page: Page): Promise<string> {
  const isOpen = await page.locator('.citation').isVisible();
  if (!isOpen) await page.getByText('Cite this article').click();
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.citation' });
  const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId, role: 'StaticText' });
  // Spaces at line ends are not included; the session stays open, since closing it would end the emulation of print.
  return nodes
    .map(({ name }) => String(name?.value ?? ''))
    .join('')
    .replace(/\s*http/, ' http')
    .replace(/\s*Paragraph\s*/, ' Paragraph ');
}

test.describe('the citation, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('names the paragraph that its page was opened at', async ({ page }) => {
    await page.goto(seed + article);
    const plain = await readCitation(page);
    expect(plain).toMatch(/Assad\]\. 18 July 2021\. Dateline\. http\S+\/$/);
    await expect(page.locator('.not-copied')).toBeHidden();
    const last = await page.locator('.text p[id]').count();
    for (const number of [1, 3, last]) {
      await page.goto(`${seed}${article}#p${number}`);
      const [before = '', url = ''] = plain.split(/(?=http)/);
      expect(await readCitation(page)).toBe(`${before}Paragraph ${number}. ${url}#p${number}`);
    }
    await expect(page.locator('.not-copied')).toBeVisible();
  });

  test('has no button that does nothing', async ({ page }) => {
    await page.goto(seed + article);
    await expect(page.getByRole('button', { name: 'Copy citation' })).toBeHidden();
  });

  test('counts those within quotations, and no other place that was linked', async ({ page }) => {
    for (const number of [1, 2, 3, 4]) {
      await page.goto(`${variety}${awkward}#p${number}`);
      await expect(page.locator('.text p:target')).toHaveCount(1);
      expect(await readCitation(page)).toContain(`Paragraph ${number}. http`);
    }
    await page.goto(`${variety}${awkward}#note-fn-1`);
    await expect(page.locator('.text :target')).toHaveCount(1);
    expect(await readCitation(page)).not.toContain('Paragraph');
  });

  test('is saved in three formats from one page, whatever else its policy forbids', async ({ page }) => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">`;
    await page.route('**/citations/**', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<meta charset', `${policy}<meta charset`);
      await route.fulfill({ response, body });
    });
    await page.goto(variety + awkward);
    await page.getByText('Cite this article').click();
    await page.getByRole('link', { name: 'Save as BibTeX, RIS or CSL-JSON' }).click();
    // Of the others on that page nothing is shown.
    await expect(page.getByRole('link', { name: /^Save as / })).toHaveCount(3);
    await expect(page.getByRole('link', { name: /^Tables, <script>/ })).toHaveAttribute('href', awkward);
    for (const [format, file, beginning] of [
      ['BibTeX', 'everything-in-markdown.bib', '@article{2004/05/18/everything-in-markdown,\n'],
      ['RIS', 'everything-in-markdown.ris', 'TY  - NEWS\r\n'],
      ['CSL-JSON', 'everything-in-markdown.json', '[{\n"id": "2004/05/18/everything-in-markdown",\n'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: `Save as ${format}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(file);
      const saved = await readFile(await download.path(), 'utf8');
      expect(saved.startsWith(beginning), saved).toBe(true);
    }
  });

  test('is printed with its URL, and without what is only for programs', async ({ page }) => {
    await page.goto(`${variety}${awkward}#p1`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.citation')).toBeVisible();
    await expect(page.locator('.citation a')).toHaveText(variety + awkward);
    expect(await readCitation(page)).toMatch(/Paragraph 1\. http\S+#p1$/);
    for (const selector of ['.cite summary', '#save-citation', '.related', '.sections']) {
      await expect(page.locator(selector).first(), selector).toBeHidden();
    }
    // It is the last that is said of the article.
    const below = await page.locator('.citation').evaluate((citation) => {
      const bottom = citation.getBoundingClientRect().bottom;
      return [...document.querySelectorAll('main *')].filter(
        (each) => each.getBoundingClientRect().top >= bottom && each.getClientRects().length > 0,
      ).length;
    });
    expect(below).toBe(0);
  });
});

test('the opened formats have no accessibility barrier, and need no horizontal scrolling at 320 px', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(variety + awkward);
  for (const summary of await page.locator('.cite summary').all()) {
    expect((await summary.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await summary.click();
  }
  for (const link of [undefined, page.locator('#save-citation')]) {
    await link?.click();
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test('a format is saved by keyboard alone', async ({ page }) => {
  const tabTo = async (name: string) => {
    const link = page.getByRole('link', { name, exact: true });
    while (!(await link.evaluate((each) => each === document.activeElement)))
      await page.keyboard.press('Tab');
  };
  await page.goto(variety + awkward);
  await page.locator('.cite summary').focus();
  await page.keyboard.press('Enter');
  await tabTo('Save as BibTeX, RIS or CSL-JSON');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/citations\//);
  await tabTo('Save as BibTeX');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('everything-in-markdown.bib');
});

test('the citation is copied, with the paragraph that the page was opened at', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async (address: string) => {
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await expect(page.locator('#cite-status')).toHaveText('Copied');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const plain = await copied(seed + article);
  expect(plain).toMatch(/Assad\]\. 18 July 2021\. Dateline\. http\S+\/$/);
  const [before = '', url = ''] = plain.split(/(?=http)/);
  expect(await copied(`${seed}${article}#p3`)).toBe(`${before}Paragraph 3. ${url}#p3`);
});

test('the citation is shown and selected where the browser does not let it be copied', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('no')) },
    });
  });
  await page.goto(seed + article);
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await expect(page.locator('#cite-status')).toHaveText('Selected: copy it with your browser');
  expect(await page.evaluate(() => String(getSelection()))).toContain('18 July 2021');
});
