import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { fixtures } from '../support/site-fixtures.ts';
import { all, readPages, textOf } from '../support/read-site.ts';

const { dist, content } = fixtures.seed;
const id = '2021/07/18/china-opposes-regime-change-in-syria-wang-yi-tells-assad';
const header = ' date 2021-07-18 ';

const source = await readFile(join(content, `sources/${id}.txt`), 'utf8');
const pages = await readPages(dist, '/');
const page = pages.find(({ path }) => path === `/articles/${id}/`);
if (!page) throw new Error('The first article has no page.');

describe('the first article', () => {
  test('prints the source text character for character, except for the editor’s notes', () => {
    const text = page.document.querySelector('.text')?.cloneNode(true) as Element;
    for (const addition of text.querySelectorAll('sup, [data-footnotes]')) addition.remove();
    const paragraphs = [...text.querySelectorAll('p')].map(({ textContent }) => textContent);
    expect(source.startsWith(header)).toBe(true);
    expect(paragraphs).toEqual(source.slice(header.length).split('\n\n'));
    expect([...text.children].every(({ tagName }) => tagName === 'P')).toBe(true);
  });

  test('serves the source text byte for byte, with the checksum that the page states', async () => {
    const served = await readFile(join(dist, `sources/${id}.txt`));
    expect(served.equals(await readFile(join(content, `sources/${id}.txt`)))).toBe(true);
    const stated = all(page, '.provenance .checksum').map(textOf);
    expect(stated).toEqual([createHash('sha256').update(served).digest('hex')]);
  });

  test.each([
    ['Syrian people. .', 'full stop'],
    ['cooperation. for the benefit of both peoples.', 'ready to cooperate with Syria'],
    ['(BRI )', 'stray space'],
    [
      'for the sake of it. help improve its counterterrorism capabilities.',
      'help improve its counterterrorism',
    ],
    ['the said. Syrian president.', 'the Syrian president said'],
  ])('has an editor’s note on “%s”', (garbled, note) => {
    const reference = all(page, '.text p > sup').find((each) => {
      const before = textOf(each.parentElement).indexOf(garbled) + garbled.length;
      return before >= garbled.length && textOf(each.parentElement).slice(before).startsWith(textOf(each));
    });
    const target = reference?.querySelector('a')?.getAttribute('href')?.slice(1) ?? '';
    const definition = page.document.getElementById(target);
    expect(textOf(definition)).toContain('Printed as received');
    expect(textOf(definition)).toContain(note);
    expect(definition?.closest('[data-footnotes]')?.querySelector('h2')?.textContent).toBe('Editor’s notes');
  });

  test('marks its title as supplied', () => {
    const title = textOf(page.document.querySelector('h1'));
    expect(title).toMatch(/^\[.+\]$/);
    expect(textOf(page.document.querySelector('.article-head .archive-word'))).toBe(
      'Title supplied by the archive; the text had none.',
    );
    // The text does not say in which city the two met.
    expect(title).not.toContain('Damascus');
  });

  test('gives its date for readers and for programs', () => {
    const time = page.document.querySelector('.dateline time');
    expect(textOf(time)).toBe('Sunday, 18 July 2021');
    expect(time?.getAttribute('datetime')).toBe('2021-07-18');
  });

  test('links the first mention of each name that it is tagged with', () => {
    const links = all(page, '.text a.mention').map((link) => [textOf(link), link.getAttribute('href')]);
    expect(links).toEqual([
      ['China', '/places/china/'],
      ['Syria', '/places/syria/'],
      ['Wang Yi', '/people/wang-yi/'],
      ['Bashar al-Assad', '/people/bashar-al-assad/'],
      ['Xi Jinping', '/people/xi-jinping/'],
      ['UN Security Council', '/organizations/united-nations-security-council/'],
      ['Chinese Communist Party', '/organizations/chinese-communist-party/'],
      ['Taiwan', '/places/taiwan/'],
      ['Xinjiang', '/places/xinjiang/'],
      ['Hong Kong', '/places/hong-kong/'],
      ['Faisal Mekdad', '/people/faisal-mekdad/'],
    ]);
  });

  test('gives every record its evidence, word for word from the text, with the name marked', () => {
    const tags = all(page, '.tags a').map((link) => link.getAttribute('href') ?? '');
    expect(tags.length).toBeGreaterThanOrEqual(19);
    for (const href of tags) {
      const record = pages.find(({ path }) => path === href);
      const evidence = record?.document.querySelector('.article-list .evidence');
      expect(source, href).toContain(evidence?.textContent ?? 'no evidence');
      const marks = evidence?.querySelectorAll('mark').length;
      expect(marks, href).toBe(href.startsWith('/topics/') ? 0 : 1);
    }
  });
});
