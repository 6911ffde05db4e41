import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { describe, expect, test } from 'vitest';

import { createNamedFiles } from '../../../../src/build/release/named-files.ts';

const here =
  (...files: string[]) =>
  (file: string) =>
    files.includes(file);

describe('what pages name', () => {
  test('has to be in the release: styles, scripts, pictures, feeds, forms', () => {
    const named = createNamedFiles('/archive/', ['/archive/', '/archive/about/']);
    named.add(
      'about/index.html',
      '<link rel="stylesheet" href="/archive/_astro/a.css"><script type="module" src="/archive/b.js"></script>' +
        '<img alt="" src="/archive/c.png"><a class="feed" href="/archive/feed.xml?x=1#y">Feed</a>' +
        '<form action="/archive/search/"></form><a href="/archive/sources/caf%C3%A9%20&amp;%20bar%3B%2C.txt">Source</a>',
    );
    const all = [
      '_astro/a.css',
      'b.js',
      'c.png',
      'feed.xml',
      'search/index.html',
      'sources/café & bar;,.txt',
    ];
    named.check(here(...all));
    for (const file of all) {
      const rest = all.filter((each) => each !== file);
      expect(() => named.check(here(...rest)), file).toThrow('named by about/index.html');
    }
    expect(() => named.check(here())).toThrow(
      'The site was not published, since pages name files that are not in it:\n  /archive/_astro/a.css, named by about/index.html',
    );
  });

  test('is kept without the pages that name it', () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const named = createNamedFiles('/', []);
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    for (let page = 0; page < 100; page++)
      named.add(`${page}/index.html`, `<img src="/picture-${page}.png">${String(page).repeat(1_000_000)}`);
    collectGarbage();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
    expect(() => named.check(here())).toThrow('/picture-0.png, named by 0/index.html');
  });

  test('is read of pages as bytes, too', () => {
    const named = createNamedFiles('/', []);
    named.add('index.html', new TextEncoder().encode('<link href="/é.css">'));
    named.check(here('é.css'));
    expect(() => named.check(here())).toThrow('/é.css, named by index.html');
  });

  test('is not what is elsewhere, another page, on the same page, or only a text', () => {
    const named = createNamedFiles('/archive/', ['/archive/about/']);
    named.add(
      'index.html',
      '<a href="https://example.org/x.css">x</a> <a href="/elsewhere/x.css">y</a> <a href="/archive/about/">z</a> ' +
        '<a href="#top">t</a> <p>As in &lt;img src="/archive/none.png"&gt; or href="/archive/none.css"</p>',
    );
    named.check(here());
  });
});
