import { describe, expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createFigureFinder, type Figure } from '../../../src/markdown/figures.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';

const { renderArticle } = createRenderer((key) => `/${key}/`, en.text);

const ada = { key: 'people/ada', names: ['Ada Lind'], hyphenJoins: true };

const figure = (file: string, more: Partial<Figure> = {}): Figure => ({
  file,
  alt: `Of ${file}`,
  caption: undefined,
  credit: undefined,
  rights: undefined,
  src: `/media/${file}`,
  width: 1280,
  height: 853,
  srcset: `/media/${file}.webp 720w`,
  largest: `/media/large-${file}`,
  largestWidth: 2400,
  ...more,
});

const render = (markdown: string, ...figures: Figure[]) => renderArticle(markdown, [ada], 'en', figures);

/** The order of paragraphs, figures and galleries. */
const order = (html: string) =>
  Array.from(
    html.matchAll(/<(p id="p\d"|h2|figure|div class="gallery"|\/div|li|blockquote|section)|Of (\w)\./g),
    ([whole, tag, name]) =>
      name ??
      (tag?.startsWith('p ') ? 'p' : tag?.startsWith('div') ? '[' : tag === '/div' ? ']' : (tag ?? whole)),
  )
    .filter((each) => each !== 'figure')
    .join(' ');

describe('a picture', () => {
  test('that the text does not place stands at its head, others at its end, before the notes', () => {
    const figures = ['a.jpg', 'b.jpg', 'c.jpg'].map((file) => figure(file));
    expect(order(render('One.[^1]\n\nTwo.\n\n[^1]: A note.', ...figures).html)).toBe(
      'a p p [ b c ] section h2 li',
    );
    expect(order(render('One.', figure('a.jpg')).html)).toBe('a p');
  });

  test('stands where the text places it', () => {
    const figures = [figure('a.jpg'), figure('b.jpg')];
    expect(order(render('One.\n\n![](b.jpg)\n\nTwo.', ...figures).html)).toBe('a p b p');
    expect(order(render('One.\n\n![](a.jpg)\n\nTwo.', ...figures).html)).toBe('p a p b');
    expect(order(render('One.\n\n![x][p]\n\n[p]: b.jpg', ...figures).html)).toBe('a p b');
  });

  test('that the text places twice has its caption at the first place, and its credit at both', () => {
    const twice = '![](a.jpg)\n\nTwo.\n\n![](a.jpg)\n\n*The quay again*';
    const { html } = render(twice, figure('a.jpg', { caption: 'The quay', credit: 'Bo Ek' }));
    expect(html.match(/<figcaption>.*?<\/figcaption>/g)).toEqual([
      '<figcaption>The quay <small>Bo Ek</small></figcaption>',
      '<figcaption><small>Bo Ek</small></figcaption>',
    ]);
    expect(html).toContain('<em>The quay again</em>');
  });

  test('within a paragraph, heading, link, list or quotation stands beside the words, which stay whole', () => {
    const { html, evidence } = render(
      'The harbour ![](b.jpg) was seen by Ada Lind.',
      figure('a.jpg'),
      figure('b.jpg'),
    );
    expect(order(html)).toBe('a p b');
    expect(evidence['people/ada']?.text).toBe('The harbour  was seen by Ada Lind.');
    expect(order(render('## Head ![](a.jpg)\n\nOne.', figure('a.jpg')).html)).toBe('h2 a p');
    expect(order(render('[![](a.jpg)](https://example.org/)\n\nOne.', figure('a.jpg')).html)).toBe('a p');
    expect(order(render('- ![](a.jpg)\n- Two', figure('a.jpg')).html)).toBe('li a li');
    expect(order(render('> One.\n>\n> ![](a.jpg)', figure('a.jpg')).html)).toBe('blockquote p a');
  });

  test('stands in a gallery with others of its paragraph', () => {
    const figures = ['a.jpg', 'b.jpg'].map((file) => figure(file));
    expect(order(render('One.\n\n![](b.jpg)\n![](a.jpg)\n\nTwo.', ...figures).html)).toBe('p [ b a ] p');
  });

  test('is in WebP and JPEG, with its size and a link to the largest; only the first is loaded at once', () => {
    const { html } = render('One.', figure('a.jpg'), figure('b.jpg', { alt: '' }));
    expect(html).toContain(
      '<figure class="picture"><a href="/media/large-a.jpg"><picture>' +
        '<source type="image/webp" srcset="/media/a.jpg.webp 720w" sizes="(min-width: 48rem) 40rem, calc(100vw - 2.5rem)">' +
        '<img src="/media/a.jpg" width="1280" height="853" alt="Of a.jpg" fetchpriority="high" decoding="async"></picture></a></figure>',
    );
    expect(html).toContain('<a href="/media/large-b.jpg" aria-label="Enlarge the picture">');
    expect(html.match(/loading="lazy"/g)).toHaveLength(1);
  });

  test('has its caption, credit and rights as they are: no Markdown, no HTML', () => {
    const { html } = render(
      'One.',
      figure('a.jpg', { caption: 'A *ferry* <b>', credit: 'Ada & Co', rights: 'Hers' }),
    );
    expect(html).toContain('<figcaption>A *ferry* &#x3C;b> <small>Ada &#x26; Co · Hers</small></figcaption>');
    expect(render('One.', figure('a.jpg', { rights: 'https://example.org/by/' })).html).toContain(
      '<small><a href="https://example.org/by/" rel="license">https://example.org/by/</a></small>',
    );
  });

  test('has names linked in its caption, which is evidence as a caption only, and takes no link from the text', () => {
    const caption = 'Ada Lind in the harbour.';
    const only = render('One.', figure('a.jpg', { caption }));
    expect(only.html).toContain(
      '<figcaption><a href="/people/ada/" class="mention">Ada Lind</a> in the harbour.',
    );
    expect(only.evidence).toEqual({
      'people/ada': { text: caption, start: 0, end: 8, inCaption: true },
    });
    expect(only.firstSentence).toBe('One.');
    const both = render('Then Ada Lind left.', figure('a.jpg', { caption }));
    expect(both.html.match(/class="mention"/g)).toHaveLength(2);
    expect(both.evidence['people/ada']).toEqual({ text: 'Then Ada Lind left.', start: 5, end: 13 });
  });

  test('that is linked keeps its link, below it, unless that leads to the picture itself', () => {
    const { html } = render(
      '[![](a.jpg)](https://example.org/dog) [![](b.jpg)](/media/b.jpg)',
      figure('a.jpg', { credit: 'Ada' }),
      figure('b.jpg'),
    );
    expect(html).toContain(
      '<small>Ada · <a href="https://example.org/dog">https://example.org/dog</a></small>',
    );
    expect(html).not.toContain('href="/media/b.jpg"');
    expect(order(html)).toBe('[ a b ]');
    // Two stand in a row.
    expect(html.match(/sizes="\(min-width: 48rem\) 20rem/g)).toHaveLength(2);
  });

  test('that is not of the article becomes a link or its words, as ever', () => {
    expect(render('![A dog](https://example.org/dog.jpg) ![x](c.jpg)').html).toContain(
      '<a href="https://example.org/dog.jpg">A dog</a> x</p>',
    );
  });

  test('of 5,000 in one article all stand there', () => {
    const figures = Array.from({ length: 5000 }, (_, index) => figure(`${index}.jpg`));
    const placed = figures.slice(0, 2500).map(({ file }) => `![](${file})`);
    expect(render(placed.join('\n\n'), ...figures).html.match(/<figure /g)).toHaveLength(5000);
  });
});

test('a link to an attachment leads to where it is published; of one that is withheld only the words stay', () => {
  const { html } = renderArticle(
    'See [the report](/media/2021/a%20b.pdf), [the same](2021/a%20b.pdf), [a list](/media/list.pdf) and [another](/media/x.pdf).',
    [],
    'en',
    [],
    [
      { file: '2021/a b.pdf', href: '/media/0f.pdf' },
      { file: 'list.pdf', href: undefined },
    ],
  );
  expect(html).toContain(
    'See <a href="/media/0f.pdf">the report</a>, <a href="/media/0f.pdf">the same</a>, <span>a list</span> and <a href="/media/x.pdf">another</a>.',
  );
  // The next text has no attachments.
  expect(render('[A](/media/list.pdf)').html).toContain('href="/media/list.pdf"');
});

test.for<[file: string, address: string]>([
  ['2021/a b.jpg', '2021/a%20b.jpg'],
  ['2021/a b.jpg', '/media/2021/a%20b.jpg'],
  ['2021/a b.jpg', '../../../media/2021/a b.jpg'],
  ['100%.jpg', '100%.jpg'],
  ['a#b?.jpg', 'a%23b%3F.jpg'],
  ['\u00fc.jpg', 'u%CC%88.jpg'],
])('%s is found by the address %s', ([file, address]) => {
  expect(createFigureFinder([{ file: 'x.jpg' }, { file }])(address)).toBe(1);
});
