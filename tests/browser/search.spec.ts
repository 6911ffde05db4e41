import { expect, test, type Page } from '@playwright/test';

import { showFilters } from '../support/show-filters.ts';
import { fixtures } from '../support/site-fixtures.ts';
import type { WordTable } from '../../src/search/text-index/word-file.ts';
import { everything, writeState } from '../../src/search/browser/state/search-state.ts';
import { totalOf } from './search-answer.ts';

const seed = `http://localhost:${fixtures.seed.port}`;
const empty = `http://localhost:${fixtures.empty.port}`;
const variety = `http://localhost:${fixtures.variety.port}`;
const generated = `http://localhost:${fixtures.generated.port}${fixtures.generated.base}`;
const headline = '[China opposes regime change in Syria, Wang Yi tells Assad]';

const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.locator('#results > li');
const facet = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true });
/** Asks for more results until there are no more. */
async function showAll(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: 'Show more' });
  while (await more.isVisible()) {
    const before = await results(page).count();
    await more.click();
    await results(page).nth(before).waitFor();
  }
}

test.describe('operators and signs', () => {
  test('leave words out, and give a choice of words', async ({ page }) => {
    const count = async (words: string) => {
      await page.goto(`${generated}search/?q=${encodeURIComponent(words)}`);
      return totalOf(page);
    };
    const [ferry, both, all] = [await count('harbour'), await count('harbour bridge'), await count('')];
    expect(both).toBeGreaterThan(0);
    expect(await count('harbour -bridge')).toBe(ferry - both);
    expect(await count('-harbour')).toBe(all - ferry);
    const either = ferry + (await count('bridge')) - both;
    expect(await count('harbour OR bridge')).toBe(either);
    expect(await count('harbour|bridge')).toBe(either);
    expect(await count('harbour AND bridge')).toBe(both);
  });

  test('a word in quotation marks is that word', async ({ page }) => {
    await page.goto(`${seed}/search/?q=vaccine`);
    await expect(status(page)).toHaveText('1 article with “vaccine”');
    await expect(results(page).locator('mark').first()).toHaveText('vaccines');
    await page.goto(`${seed}/search/?q=${encodeURIComponent('"vaccine"')}`);
    await expect(status(page)).toHaveText(/^No article/);
  });

  test('says which signs are ignored', async ({ page }) => {
    await page.goto(`${seed}/search/?q=${encodeURIComponent('vaccin* & "')}`);
    await expect(status(page)).toHaveText(/^1 article/);
    await expect(page.locator('#notes')).toHaveText('Ignored in your search: * & "');
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(status(page)).toHaveText(/^1 article/);
    await expect(page.locator('#notes')).toBeHidden();
  });

  test('are explained on the page', async ({ page }) => {
    await page.goto(`${seed}/search/`);
    await page.getByText('How to search').click();
    await expect(page.locator('.search-help li')).toHaveCount(5);
    await expect(page.locator('.search-help')).toContainText('-strike leaves out articles with that word');
  });
});

test.describe('when little is found', () => {
  const offers = (page: Page) => page.locator('#offers');

  test('similar words and names are offered, and searched for with one click', async ({ page }) => {
    await page.goto(`${seed}/search/?q=vacines`);
    await expect(offers(page)).toContainText('No article contains “vacines”.');
    await offers(page).getByRole('button', { name: 'vaccines' }).click();
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(offers(page)).toBeHidden();
    await page.goto(`${seed}/search/?q=wamg`);
    await offers(page).getByRole('link', { name: 'Wang Yi' }).click();
    await expect(page).toHaveURL(`${seed}/search/?person=wang-yi`);
    await expect(status(page)).toHaveText('1 article');
  });

  test('longer words that have the word within them are offered, and their articles shown', async ({
    page,
  }) => {
    await page.goto(`${seed}/search/?q=onstructio`);
    await expect(offers(page)).toContainText('These results have one of these words.');
    await expect(results(page).locator('mark').first()).toHaveText(/construction/);
    await offers(page).getByRole('button', { name: 'reconstruction' }).click();
    await expect(status(page)).toHaveText('1 article with “reconstruction”');
  });

  test('the articles without the word that fails are shown', async ({ page }) => {
    await page.goto(`${generated}search/?q=harbour+xylophone`);
    await expect(status(page)).toHaveText('No article with “harbour xylophone”');
    await expect(offers(page)).toContainText('No article contains “xylophone”.');
    await expect(page.locator('#relaxations')).toContainText('These results are without “xylophone”.');
    await expect(results(page).locator('mark').first()).toHaveText(/harbour/i);
    await expect(results(page)).toHaveCount(20);
  });

  test('the only word is not left out', async ({ page }) => {
    await page.goto(`${generated}search/?q=xylophone`);
    await expect(page.locator('#relaxations')).toContainText('This archive covers');
    await expect(page.locator('#relaxations').getByRole('button')).toHaveCount(0);
    await expect(results(page)).toHaveCount(0);
  });

  test('a word in quotation marks is that word, and nothing else is shown for it', async ({ page }) => {
    await page.goto(`${seed}/search/?q=%22onstructio%22`);
    await expect(offers(page)).toContainText('No article contains');
    await expect(results(page)).toHaveCount(0);
  });
});

test.describe('searching by words', () => {
  test('finds the article, marks the words and says how many there are', async ({ page }) => {
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(results(page)).toHaveCount(1);
    await expect(results(page).getByRole('link')).toHaveText(headline);
    await expect(results(page).locator('.label')).toHaveText('Sunday, 18 July 2021');
    await expect(results(page).locator('mark')).toHaveText('vaccines');
    await results(page).getByRole('link').click();
    await expect(page).toHaveURL(/\/articles\/2021\/07\/18\//);
  });

  test('works from the field on every kind of page', async ({ page }) => {
    for (const path of ['/', '/about/', '/people/', '/people/wang-yi/', '/articles/2021/', '/nowhere/']) {
      await page.goto(seed + path);
      const field = page.getByRole('searchbox', { name: 'Search the archive', exact: true });
      await field.fill('reconstruction');
      await page.keyboard.press('Enter');
      await expect(page, path).toHaveURL(`${seed}/search/?q=reconstruction`);
      await expect(status(page), path).toHaveText('1 article with “reconstruction”');
    }
  });

  test('searches while typing, and keeps the words in the address', async ({ page }) => {
    await page.goto(`${seed}/search/`);
    await expect(status(page)).toHaveText('1 article');
    await page.getByRole('searchbox').pressSequentially('humanitarian', { delay: 20 });
    await expect(status(page)).toHaveText('1 article with “humanitarian”');
    await expect(page).toHaveURL(`${seed}/search/?q=humanitarian`);
    await page.getByRole('searchbox').fill('xylophone');
    await expect(status(page)).toHaveText('No article with “xylophone”');
    await expect(results(page)).toHaveCount(0);
  });

  test('does not find what the archive itself says', async ({ page }) => {
    for (const words of ['"printed as received"', 'provenance', 'garbled']) {
      await page.goto(`${seed}/search/?q=${encodeURIComponent(words)}`);
      await expect(status(page), words).toHaveText(/^No article/);
    }
  });

  test('takes words as words, whatever they hold', async ({ page }) => {
    const words = '<img src=x onerror=alert(1)> "\' & 王毅';
    page.on('dialog', () => expect(false, 'a script ran').toBe(true));
    await page.goto(`${seed}/search/?q=${encodeURIComponent(words)}`);
    await expect(status(page)).toContainText(words);
    await expect(page.getByRole('searchbox')).toHaveValue(words);
    await expect(page.locator('main img')).toHaveCount(0);
  });
});

test.describe('searching by facet', () => {
  test('finds the articles of a person by address', async ({ page }) => {
    await page.goto(`${seed}/search/?person=wang-yi`);
    await expect(status(page)).toHaveText('1 article');
    await expect(page.getByRole('button', { name: 'Remove person Wang Yi' })).toBeVisible();
    await expect(facet(page, 'People').getByRole('checkbox', { name: 'Wang Yi' })).toBeChecked();
  });

  test('leads from a person’s page into the search', async ({ page }) => {
    await page.goto(`${seed}/people/bashar-al-assad/`);
    await page.getByRole('link', { name: 'Search within' }).click();
    await expect(page).toHaveURL(`${seed}/search/?person=bashar-al-assad`);
    await page.getByRole('searchbox').fill('friend');
    await expect(page).toHaveURL(`${seed}/search/?q=friend&person=bashar-al-assad`);
    await expect(status(page)).toHaveText('1 article with “friend”');
  });

  test('gives every topic the count that choosing it gives, and the same as its page', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(status(page)).toHaveText('300 articles');
    await showFilters(page);
    const value = facet(page, 'Topics').locator('.facet-value').first();
    const name = await value.locator('bdi').innerText();
    const count = await value.locator('.count').innerText();
    await value.getByRole('checkbox').check();
    await expect(status(page)).toHaveText(`${count} articles`);
    await expect(page).toHaveURL(/\?topic=/);
    await page.goto(`${generated}topics/`);
    const item = page
      .locator('.letter-index li')
      .filter({ has: page.getByRole('link', { name, exact: true }) });
    await expect(item.locator('.count')).toHaveText(`${count} articles`);
  });

  test('takes several values of one facet as any of them, and several facets as all of them', async ({
    page,
  }) => {
    await page.goto(`${generated}search/`);
    await showFilters(page);
    const topics = facet(page, 'Topics').locator('.facet-value');
    await expect(topics.first()).toBeVisible();
    await topics.nth(0).getByRole('checkbox').check();
    await expect(page.locator('.chip')).toHaveCount(1);
    const one = await totalOf(page);
    await topics.nth(1).getByRole('checkbox').check();
    await expect(page.locator('.chip')).toHaveCount(2);
    const two = await totalOf(page);
    expect(two).toBeGreaterThan(one);
    await facet(page, 'Places').locator('.facet-value').first().getByRole('checkbox').check();
    await expect(page.locator('.chip')).toHaveCount(3);
    expect(await totalOf(page)).toBeLessThan(two);
  });

  test('narrows to years, and to the articles without a date', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await showFilters(page);
    const years = facet(page, 'Year');
    const first = years.locator('.facet-value').first();
    const [name, count] = [await first.locator('bdi').innerText(), await first.locator('.count').innerText()];
    await first.getByRole('checkbox').check();
    await expect(page).toHaveURL(`${generated}search/?year=${name}`);
    await expect(status(page)).toHaveText(new RegExp(`^${count} article`));
    await page.goto(`${generated}search/?year=undated`);
    await expect(results(page).locator('.label').first()).toHaveText('Undated');
  });

  test('shows long facets in part, more of them when asked, and narrows them by any name', async ({
    page,
  }) => {
    await page.goto(`${generated}search/`);
    const people = facet(page, 'People');
    await expect(people.locator('.facet-value')).toHaveCount(8);
    await people.getByRole('button', { name: /more$/ }).click();
    await expect(people.locator('.facet-value')).toHaveCount(48);
    await people.getByRole('searchbox', { name: 'Filter people' }).fill('ostberg');
    await expect(people.locator('.facet-value').first()).toContainText(/[ØÖ]stberg/);
    await expect(people.getByRole('searchbox')).toBeFocused();
    await page.goto(`${generated}search/`);
    await showFilters(page);
    await expect(facet(page, 'Language').locator('.facet-value').first()).toContainText('English');
  });

  test('goes back and forth through the browser’s history', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(status(page)).toHaveText('300 articles');
    await showFilters(page);
    await facet(page, 'Topics').getByRole('checkbox').first().check();
    await expect(status(page)).not.toHaveText('300 articles');
    await page.goBack();
    await expect(status(page)).toHaveText('300 articles');
    await expect(page.locator('.chip')).toHaveCount(0);
    await page.goForward();
    await expect(page.locator('.chip')).toHaveCount(1);
  });

  test('shows all articles in order of date, the newest first and none dropped', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(status(page)).toHaveText('300 articles');
    await showAll(page);
    await expect(results(page)).toHaveCount(300);
    const dates = await results(page).locator('.label').allInnerTexts();
    const years = dates.map((date) => parseInt(/\d{4}/.exec(date)?.[0] ?? '0'));
    expect(years).toEqual([...years].sort((a, b) => b - a));
    expect(dates.at(-1)?.toLowerCase()).toBe('undated');
  });

  test('says which part of the address was not understood', async ({ page }) => {
    await page.goto(`${seed}/search/?q=Syria&colour=red&from=yesterday&person=nobody&sort=best`);
    for (const part of ['colour', 'from=yesterday', 'person nobody', 'sort=best']) {
      await expect(page.locator('#notes')).toContainText(part);
    }
    await expect(status(page)).toHaveText('1 article with “Syria”');
  });
});

test.describe('dates', () => {
  test('are taken as years, months and days, and shown as a chip', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await page.getByLabel('From', { exact: true }).fill('2019');
    await page.getByLabel('To', { exact: true }).fill('2020-06');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(`${generated}search/?from=2019&to=2020-06`);
    const chip = page.getByRole('button', { name: 'Remove dates from 2019 to 2020-06' });
    await expect(chip).toBeVisible();
    const years = (await results(page).locator('.label').allInnerTexts()).map(
      (text) => /\d{4}/.exec(text)?.[0],
    );
    expect(new Set(years)).toEqual(new Set(['2019', '2020']));
    await chip.click();
    await expect(page).toHaveURL(`${generated}search/`);
  });

  test('that are wrong are said to be, and change nothing', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(status(page)).toHaveText('300 articles');
    await page.getByLabel('From', { exact: true }).fill('yesterday');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(/not a year, month or day\. Write 2021, July 2021/);
    await expect(page.getByLabel('From', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expect(page).toHaveURL(`${generated}search/`);
    await page.getByLabel('From', { exact: true }).fill('2019');
    await page.getByLabel('To', { exact: true }).fill('2018');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText('The range ends before it begins.');
    // The first field was right when the reader left it.
    await expect(page).toHaveURL(`${generated}search/?from=2019`);
  });

  test('known in part match when they may be in the range, and say so', async ({ page }) => {
    await page.goto(`${variety}/search/?from=2004-05-10&to=2004-05-31`);
    await expect(status(page)).toContainText('with an uncertain date');
    const monthOnly = results(page).filter({ hasText: 'Known to the month' });
    await expect(monthOnly.locator('.possible')).toHaveText('date uncertain');
    await expect(results(page).filter({ hasText: 'Tuesday, 18 May 2004' }).locator('.possible')).toHaveCount(
      0,
    );
  });
});

test.describe('the order', () => {
  test('by date has undated articles last both ways, and drops none', async ({ page }) => {
    for (const [sort, sign] of [
      ['newest', -1],
      ['oldest', 1],
    ] as const) {
      await page.goto(`${generated}search/?q=committee&sort=${sort}`);
      const total = await totalOf(page);
      expect(total).toBeGreaterThan(100);
      await showAll(page);
      await expect(results(page)).toHaveCount(total);
      const dates = await results(page).locator('.label').allInnerTexts();
      const years = dates.map((date) => parseInt(/\d{4}/.exec(date)?.[0] ?? '9999'));
      const undated = years.filter((year) => year === 9999).length;
      expect(undated).toBeGreaterThan(0);
      const dated = years.slice(0, years.length - undated);
      expect(dated).not.toContain(9999);
      expect(dated).toEqual([...dated].sort((a, b) => sign * (a - b)));
    }
  });

  test('is chosen in the interface, and stays in the address', async ({ page }) => {
    await page.goto(`${generated}search/?q=bridge`);
    await expect(page.getByLabel('Sort by')).toHaveValue('relevance');
    await page.getByLabel('Sort by').selectOption('Oldest first');
    await expect(page).toHaveURL(`${generated}search/?q=bridge&sort=oldest`);
    await page.reload();
    await expect(page.getByLabel('Sort by')).toHaveValue('oldest');
  });
});

test.describe('a name', () => {
  for (const words of ['王毅', 'Wang Yi', 'wang yi']) {
    test(`brings up its record above the results: ${words}`, async ({ page }) => {
      await page.goto(`${seed}/search/?q=${encodeURIComponent(words)}`);
      const card = page.getByRole('list', { name: 'Names' }).getByRole('listitem');
      await expect(card).toHaveCount(1);
      await expect(card.getByRole('link', { name: 'Wang Yi' })).toHaveAttribute('href', '/people/wang-yi/');
      await expect(card).toContainText('Minister of Foreign Affairs');
      await card.getByRole('link', { name: '1 article' }).click();
      await expect(page).toHaveURL(`${seed}/search/?person=wang-yi`);
    });
  }

  test('is known by its variants and without diacritics', async ({ page }) => {
    const card = page.getByRole('list', { name: 'Names' }).getByRole('listitem');
    for (const words of ['Assad', 'al-Assad', 'assad']) {
      await page.goto(`${seed}/search/?q=${words}`);
      await expect(card.getByRole('link', { name: 'Bashar al-Assad' })).toBeVisible();
    }
    await page.goto(`${variety}/search/?q=elodie`);
    await expect(card.first()).toContainText('Élodie');
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(card).toHaveCount(0);
  });

  test('is suggested in the header of every page, by keyboard', async ({ page }) => {
    await page.goto(`${seed}/about/`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.getByRole('searchbox', { name: 'Search the archive' }).focus();
    const field = page.getByRole('combobox', { name: 'Search the archive' });
    await expect(field).toBeFocused();
    await page.keyboard.type('王');
    const options = page.getByRole('listbox', { name: 'Names' }).getByRole('option');
    await expect(options).toHaveCount(1);
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute(
      'aria-activedescendant',
      (await options.first().getAttribute('id')) ?? '?',
    );
    await page.keyboard.press('Escape');
    await expect(options).toHaveCount(0);
    await field.fill('assad');
    await expect(options).toHaveText(/Bashar al-Assad/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${seed}/people/bashar-al-assad/`);
    expect(asked.filter((path) => /names|suggest/.test(path))).toHaveLength(2);
  });

  test('is chosen by mouse; words that are no name are searched for', async ({ page }) => {
    await page.goto(`${seed}/articles/`);
    await page.getByRole('searchbox', { name: 'Search the archive' }).click();
    await page.keyboard.type('syr');
    await page.getByRole('option', { name: /Syria/ }).click();
    await expect(page).toHaveURL(`${seed}/places/syria/`);
    await page.getByRole('searchbox', { name: 'Search the archive' }).click();
    await page.keyboard.type('syria');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${seed}/search/?q=syria`);
  });
});

test.describe('words', () => {
  test('in quotation marks are a phrase, also beside others', async ({ page }) => {
    await page.goto(`${generated}search/?q=${encodeURIComponent('the trams ran empty')}`);
    const anyhow = await totalOf(page);
    await page.goto(`${generated}search/?q=${encodeURIComponent('"the trams ran empty"')}`);
    await expect(results(page).locator('mark').first()).toHaveText(/the trams ran empty/i);
    const phrase = await totalOf(page);
    expect(phrase).toBeLessThanOrEqual(anyhow);
    await page.goto(`${generated}search/?q=${encodeURIComponent('"trams the empty"')}`);
    await expect(status(page)).toHaveText(/^No article/);
  });

  test('of every language are found on one page, each with its facets', async ({ page }) => {
    for (const [words, title] of [
      ['港', '港口新闻'],
      ['王丽', '港口新闻'],
      ['船', '港の知らせ'],
      ['السفينة', 'خبر من المرفأ'],
      ['הספינה', 'חדשות מן הנמל'],
    ]) {
      await page.goto(`${variety}/search/?q=${encodeURIComponent(words ?? '')}`);
      await expect(results(page).filter({ hasText: title ?? '' }), words).toHaveCount(1);
    }
    await page.goto(`${variety}/search/?language=zh`);
    await expect(results(page)).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Remove language Chinese' })).toBeVisible();
    await expect(results(page).locator('h2')).toHaveAttribute('lang', 'zh');
    for (const language of ['de', 'ru', 'ar', 'zh']) {
      await page.goto(`${generated}search/?language=${language}`);
      await expect(results(page).first()).toBeVisible();
      await expect(results(page).first().locator('h2')).toHaveAttribute('lang', language);
    }
  });

  test('are marked in the title, and in the article that a result leads to', async ({ page }) => {
    await page.goto(`${seed}/search/?q=regime`);
    const link = results(page).getByRole('link');
    await expect(link.locator('mark')).toHaveText('regime');
    expect(await link.getAttribute('href')).toMatch(/\/#:~:text=regime/);
    await page.goto(`${seed}/search/?q=vaccines`);
    await link.click();
    await expect(page).toHaveURL(/\/articles\/2021/);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await page.locator('main script').count()).toBe(0);
  });
});

test.describe('a search that finds nothing', () => {
  test('says what to leave out, how many there would be, and what is covered', async ({ page }) => {
    await page.goto(`${seed}/search/?q=vaccines+xylophone&person=wang-yi`);
    await expect(status(page)).toHaveText('No article with “vaccines xylophone”');
    const relaxations = page.locator('#relaxations');
    await expect(relaxations).toContainText('This archive covers 2021.');
    await expect(relaxations.getByRole('listitem')).toHaveText('“xylophone” 1 article');
    await relaxations.getByRole('button').click();
    await expect(page).toHaveURL(`${seed}/search/?q=vaccines&person=wang-yi`);
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(relaxations).toBeHidden();
    await page.goto(`${seed}/search/?from=1999&to=2000`);
    await expect(relaxations.getByRole('listitem')).toHaveText('the dates 1 article');
    await expect(page.getByLabel('Sort by')).toBeHidden();
    await page.goto(`${seed}/search/?q=王毅`);
    await expect(relaxations).toHaveText('This archive covers 2021.');
  });
});

test.describe('typing', () => {
  test('before the page’s script is there is not lost', async ({ page }) => {
    let release = () => {};
    const typed = new Promise<void>((settle) => (release = settle));
    await page.route('**/_astro/*.js', async (route) => {
      await typed;
      await route.continue();
    });
    await page.goto(`${seed}/search/?person=bashar-al-assad`, { waitUntil: 'commit' });
    await page.getByRole('searchbox').fill('friend');
    release();
    await expect(page).toHaveURL(`${seed}/search/?q=friend&person=bashar-al-assad`);
    await expect(status(page)).toHaveText('1 article with “friend”');
    await expect(page.getByRole('searchbox')).toHaveValue('friend');
  });

  test('quickly never leaves the answer to another question on screen', async ({ page }) => {
    await page.goto(`${generated}search/`);
    await expect(status(page)).toHaveText('300 articles');
    const words = ['committee', 'bridge', 'harbour', 'nosuchword', 'farmers'];
    for (let round = 0; round < 4; round++) {
      for (const word of words) {
        await page.getByRole('searchbox', { name: 'Search the archive' }).fill('');
        await page
          .getByRole('searchbox', { name: 'Search the archive' })
          .pressSequentially(word, { delay: 7 * round });
        // In every second round each is answered before the next is typed.
        if (round % 2) await expect(status(page)).toContainText(`“${word}”`);
      }
    }
    await expect(status(page)).toHaveText(/with “farmers”$/);
    // Questions are answered in their order: after two more, no earlier answer is still to come.
    await page.keyboard.press('x');
    await expect(status(page)).toContainText('“farmersx”');
    await page.keyboard.press('Backspace');
    await expect(status(page)).toHaveText(/with “farmers”$/);
    for (const text of await results(page).allInnerTexts()) expect(text).toMatch(/farmers/i);
  });

  test('finds from the first letters on', async ({ page }) => {
    await page.goto(`${seed}/search/`);
    await page.getByRole('searchbox').pressSequentially('vacc');
    await expect(status(page)).toHaveText('1 article with “vacc”');
    await expect(results(page).locator('mark')).toHaveText('vaccines');
  });
});

test.describe('going back', () => {
  test('from an article restores the results that were shown and the place among them', async ({ page }) => {
    await page.goto(`${generated}search/?q=committee`);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(results(page)).toHaveCount(40);
    await results(page).nth(35).getByRole('link').scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(500);
    await results(page).nth(35).getByRole('link').click();
    await expect(page).toHaveURL(/\/articles\//);
    await page.goBack();
    await expect(results(page)).toHaveCount(40);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 50);
    expect(await page.evaluate(() => scrollY)).toBeLessThan(before + 50);
  });

  test('leads to the same search by its address in another window', async ({ page, context }) => {
    const state = { ...everything, words: 'committee', from: '2015', order: 'oldest' as const };
    await page.goto(`${generated}search/?${writeState(state).toString()}`);
    await expect(results(page).first()).toBeVisible();
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(results(other).first()).toBeVisible();
    expect(await results(other).allInnerTexts()).toEqual(await results(page).allInnerTexts());
  });
});

test.describe('the search page', () => {
  test('is used by keyboard alone', async ({ page }) => {
    await page.goto(`${generated}search/?q=bridge`);
    await expect(status(page)).toHaveText(/articles? with “bridge”/);
    await showFilters(page);
    const box = facet(page, 'Topics').getByRole('checkbox').first();
    await box.focus();
    await page.keyboard.press('Space');
    await expect(page.locator('.chip')).toHaveCount(1);
    await expect(facet(page, 'Topics').getByRole('checkbox', { checked: true })).toBeFocused();
    await page.getByRole('button', { name: /^Remove topic/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.chip')).toHaveCount(0);
  });

  test('has keys for the field, the results and back', async ({ page }) => {
    await page.goto(`${generated}search/?q=bridge`);
    await expect(results(page).first()).toBeVisible();
    const field = page.getByRole('searchbox', { name: 'Search the archive' });
    await status(page).click();
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('bridge');
    await page.keyboard.press('ArrowDown');
    await expect(results(page).nth(0).getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(results(page).nth(1).getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');
    await expect(status(page)).toHaveText('300 articles');
    await page.keyboard.type('/');
    await expect(field).toHaveValue('/');
  });

  test('shows a phone the results before the facets', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${generated}search/?q=bridge`);
    await expect(results(page).first()).toBeInViewport();
    await expect(facet(page, 'Topics')).toBeHidden();
    await page.getByText('Filters').click();
    await showFilters(page);
    await expect(facet(page, 'Topics')).toBeVisible();
  });

  test('says without JavaScript that it needs it, and leads to the indexes', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript p')).toContainText('Searching needs JavaScript');
    await page.locator('main').getByRole('link', { name: 'people' }).click();
    await expect(page).toHaveURL(`${seed}/people/`);
    await context.close();
  });

  for (const blocked of [
    '**/pagefind/version.json',
    '**/catalogue/dates.json*',
    '**/pagefind/words.json*',
    '**/*.words*',
    '**/*.fragments*',
    '**/worker*.js',
  ]) {
    test(`says when ${blocked} cannot be loaded, offers the indexes, and tries again`, async ({ page }) => {
      await page.route(blocked, (route) => route.abort());
      await page.goto(`${seed}/search/?q=vaccines`);
      await expect(status(page)).toHaveText('The search index could not be loaded.');
      await expect(page.locator('#ways-in').getByRole('link', { name: 'people' })).toBeVisible();
      await expect(results(page)).toHaveCount(0);
      await page.unroute(blocked);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(status(page)).toHaveText('1 article with “vaccines”');
      await expect(page.locator('#ways-in')).toBeHidden();
    });
  }

  for (const file of ['catalogue/dates.json', 'catalogue/topic.json', 'pagefind/words.json']) {
    test(`does not take articles for others when ${file} is of another edition, and tries again`, async ({
      page,
    }) => {
      await page.route(`**/${file}*`, async (route) => {
        const loaded = (await (await route.fetch()).json()) as object;
        await route.fulfill({ json: { ...loaded, order: 'another' } });
      });
      await page.goto(`${seed}/search/?q=vaccines&topic=diplomacy`);
      await expect(status(page)).toHaveText('The search index could not be loaded.');
      await expect(results(page)).toHaveCount(0);
      await page.unroute(`**/${file}*`);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(status(page)).toHaveText(/^1 article/);
    });
  }

  test('reads what results show from whole files where the host does not answer ranges', async ({ page }) => {
    const ranges: (string | undefined)[] = [];
    await page.route('**/*.fragments*', async (route) => {
      const { range, ...headers } = route.request().headers();
      ranges.push(range);
      const whole = await route.fetch({ headers });
      expect(whole.status()).toBe(200);
      await route.fulfill({ response: whole });
    });
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(results(page)).toHaveCount(1);
    await expect(results(page).first()).toContainText('vaccines');
    expect(ranges).toEqual(['bytes=0-79']);
  });

  test('shows that it is loading, and how far', async ({ page }) => {
    let go = () => {};
    const going = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/catalogue/dates.json*', async (route) => {
      await going;
      await route.continue();
    });
    await page.goto(`${seed}/search/?q=vaccines`);
    await expect(status(page)).toHaveText('Loading the search index …');
    await expect(page.getByRole('progressbar', { name: 'Loading the search index' })).toBeVisible();
    go();
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(page.getByRole('progressbar')).toBeHidden();
  });

  test('shows that an answer takes its time', async ({ page }) => {
    let go = () => {};
    const going = new Promise<void>((resolve) => (go = resolve));
    await page.goto(`${seed}/search/`);
    await expect(status(page)).toHaveText('1 article');
    await page.route('**/*.words*', async (route) => {
      await going;
      await route.continue();
    });
    await page.getByRole('searchbox', { name: 'Search the archive' }).fill('vaccines');
    await expect(page.getByRole('progressbar', { name: 'Loading the search index' })).toBeVisible();
    await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'true');
    go();
    await expect(status(page)).toHaveText('1 article with “vaccines”');
    await expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false');
    await expect(page.getByRole('progressbar')).toBeHidden();
  });

  test('says when so many words begin with one that not all of them were looked for', async ({ page }) => {
    const note = page.locator('#notes');
    const table = (await (await page.request.get(`${generated}pagefind/words.json`)).json()) as WordTable;
    // The beginning of words in two files.
    const [word = ''] = table.files.slice(1).flatMap(([from]) => (from.length > 2 ? [from.slice(0, 2)] : []));
    await page.goto(`${generated}search/?q=${word}`);
    await expect(status(page)).toHaveText(/article/);
    await expect(note).toBeEmpty();
    await page.route('**/pagefind/words.json*', (route) =>
      route.fulfill({ json: { ...table, files: table.files.map(([from, name]) => [from, name, 1_000]) } }),
    );
    await page.reload();
    await expect(note).toHaveText(
      `Too many words begin with “${word}”: not all of the longer ones were looked for.`,
    );
  });

  test('works in an archive without articles', async ({ page }) => {
    await page.goto(`${empty}/search/`);
    await expect(status(page)).toHaveText('No article');
    await page.goto(`${empty}/search/?q=anything`);
    await expect(status(page)).toHaveText('No article with “anything”');
  });
});
