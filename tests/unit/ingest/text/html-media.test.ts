import { describe, expect, test } from 'vitest';

import { readHtmlText } from '../../../../src/ingest/text/html-text.ts';

const base = 'https://sea.example/news/';
const bodyOf = (html: string) => readHtmlText(html, base).body.trim();

describe('a picture in HTML', () => {
  test('becomes a paragraph with its caption and its credit', () => {
    expect(
      bodyOf(
        '<figure><img src="/mole.jpg" alt="The mole at dawn"><span class="photo-credit">Photo: Nils Sund</span>' +
          '<figcaption>Waves at the <a href="/mole">mole</a>.</figcaption></figure>',
      ),
    ).toBe(
      '[The mole at dawn](https://sea.example/mole.jpg)\\\nWaves at the [mole](https://sea.example/mole). Photo: Nils Sund',
    );
  });

  test.for([
    ['its file’s name where it has no other words', '<img src="a/b%20c.jpg?x=1">', '[b c.jpg]'],
    ['a title where it has no alternative text', '<img src="a.jpg" title="A ship">', '[A ship]'],
    [
      'the address that a script would load',
      '<img data-src="a.jpg" src="data:image/gif;base64,A" alt="S">',
      'news/a.jpg)',
    ],
    [
      'the largest size where there is nothing else',
      '<img srcset="s.jpg 300w, l.jpg 900w" alt="S">',
      'news/l.jpg)',
    ],
    ['the source of <picture>', '<picture><source srcset="p.webp"><img alt="S"></picture>', 'news/p.webp)'],
    ['AMP’s address', '<amp-img src="a.jpg" alt="S"></amp-img>', 'news/a.jpg)'],
  ])('has %s', ([, html = '', part]) => {
    expect(bodyOf(html)).toContain(part);
  });

  test('stands in the text once where <noscript> repeats it, and is not lost where only <noscript> has it', () => {
    const repeated = '<img data-src="a.jpg" alt="A"><noscript><img src="a.jpg" alt="A"></noscript>';
    expect(readHtmlText(repeated, base)).toEqual({
      body: '[A](https://sea.example/news/a.jpg)\n',
      leftOut: [],
    });
    const only = '<img src="data:image/gif;base64,A" alt="A"><noscript><img src="a.jpg" alt="A"></noscript>';
    expect(readHtmlText(only, base)).toEqual({ body: '[A](https://sea.example/news/a.jpg)\n', leftOut: [] });
  });

  test('is no part of the text beside it, but stays within a sentence', () => {
    expect(bodyOf('<p><img src="a.jpg" alt="A"> The ferry left.</p>')).toBe(
      '[A](https://sea.example/news/a.jpg)\n\nThe ferry left.',
    );
    expect(bodyOf('<p>The <img src="a.jpg" alt="A"> ferry.</p>')).toBe(
      'The [A](https://sea.example/news/a.jpg) ferry.',
    );
    expect(bodyOf('<h2><img src="a.jpg" alt="A"> Ferry</h2>')).toBe(
      '[A](https://sea.example/news/a.jpg)\n\n## Ferry',
    );
  });

  test('that leads to a larger one is the larger one; else both addresses stay', () => {
    const larger = readHtmlText('<a href="a.jpg"><img src="a-300x200.jpg" alt="A"></a>', base);
    expect(larger).toEqual({ body: '[A](https://sea.example/news/a.jpg)\n', leftOut: [] });
    expect(
      bodyOf('<figure><a href="/p"><img src="a.jpg" alt="A"></a><figcaption>C</figcaption></figure>'),
    ).toBe('[A](https://sea.example/news/a.jpg)\\\n[https://sea.example/p](https://sea.example/p)\\\nC');
    expect(bodyOf('<p>See <a href="/p">this <img src="a.jpg" alt="A"></a></p>')).toContain(
      '[this](https://sea.example/p)',
    );
  });

  test('of several in one figure has its own caption, and all have the common one', () => {
    expect(
      bodyOf(
        '<figure><figure><img src="1.jpg"><figcaption>One</figcaption></figure><figure><img src="2.jpg"></figure>' +
          '<figcaption>Both</figcaption></figure>',
      ),
    ).toBe(
      '[1.jpg](https://sea.example/news/1.jpg)\\\nOne\n\n[2.jpg](https://sea.example/news/2.jpg)\n\n*Both*',
    );
  });

  test.for([
    '<div class="wp-caption"><img src="a.jpg" alt="A"><p class="wp-caption-text">C</p></div>',
    '<table class="tr-caption-container"><tr><td><img src="a.jpg" alt="A"></td></tr><tr><td class="tr-caption">C</td></tr></table>',
  ])('has its caption where no <figure> is used: %#', (html) => {
    expect(bodyOf(html)).toBe('[A](https://sea.example/news/a.jpg)\\\nC');
  });

  test('is left out by name where it has no address in the web, and its caption stays', () => {
    expect(
      readHtmlText(
        '<figure><img src="a.jpg" alt="A"><figcaption>C</figcaption></figure>' +
          '<img src="data:image/png;base64,A" alt="B"><img src="t.gif" width="1" height="1">' +
          '<p>Yes <img class="emoji" src="https://e.org/1f600.png" alt="😀"></p>',
      ),
    ).toEqual({
      body: '*C*\n\nYes 😀\n',
      leftOut: [
        { what: 'a picture with a relative address', text: 'A', address: 'a.jpg' },
        { what: 'a picture that is part of the page itself', text: 'B' },
        { what: 'a tracking pixel', address: 't.gif' },
        {
          what: 'the picture of a smiley, which became its words',
          text: '😀',
          address: 'https://e.org/1f600.png',
        },
      ],
    });
  });
});

describe('a player or an embedded page', () => {
  test('becomes a link with its title, once', () => {
    expect(
      bodyOf(
        '<p>One.</p><iframe src="//film.example/1" title="A film"></iframe><iframe src="https://film.example/1"></iframe>' +
          '<figure><iframe src="https://film.example/2"></iframe><figcaption>Two</figcaption></figure>',
      ),
    ).toBe(
      'One.\n\n[A film](https://film.example/1)\n\n[https://film.example/2](https://film.example/2)\n\n*Two*',
    );
  });

  test('has its other addresses and words among what is left out', () => {
    expect(
      readHtmlText(
        '<video poster="p.jpg"><source src="a.mp4"><source src="a.webm"><track src="a.vtt" label="English">' +
          'Sorry. <a href="b.html">Read</a></video>',
        base,
      ),
    ).toEqual({
      body: '[https://sea.example/news/a.mp4](https://sea.example/news/a.mp4)\n',
      leftOut: [
        { what: 'a further source of a video', address: 'https://sea.example/news/a.webm' },
        { what: 'the picture before a video', address: 'https://sea.example/news/p.jpg' },
        { what: 'a text track of a video', text: 'English', address: 'https://sea.example/news/a.vtt' },
        { what: 'the alternative to a video', text: 'Sorry. Read' },
        {
          what: 'an address in the alternative to a video',
          text: 'Read',
          address: 'https://sea.example/news/b.html',
        },
      ],
    });
  });

  test('that nobody can see is left out', () => {
    expect(
      readHtmlText('<p>A</p><iframe src="https://count.example/" width="0" height="0"></iframe>'),
    ).toEqual({
      body: 'A\n',
      leftOut: [{ what: 'an embedded page that is not visible', address: 'https://count.example/' }],
    });
  });

  test('of a network stays as the quotation that it is', () => {
    const { body, leftOut } = readHtmlText(
      '<blockquote class="twitter-tweet"><p>Water!</p>Ada <a href="https://t.example/1">3 May</a></blockquote>' +
        '<script src="https://t.example/w.js"></script>',
    );
    expect(body).toBe('> Water!\n>\n> Ada [3 May](https://t.example/1)\n');
    expect(leftOut).toEqual([{ what: 'a script', address: 'https://t.example/w.js' }]);
  });
});
