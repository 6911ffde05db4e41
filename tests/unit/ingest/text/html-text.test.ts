import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

import { en } from '../../../../src/languages/en.ts';
import { catchFailure } from '../../../../src/ingest/sources/shared/catch-failure.ts';
import { readHtmlText } from '../../../../src/ingest/text/html-text.ts';
import { createRenderer } from '../../../../src/markdown/renderer.ts';

const { renderText } = createRenderer((key) => key, en.text);

describe('readHtmlText', () => {
  test('keeps what a text is made of', () => {
    const { body, leftOut } = readHtmlText(
      '<h1>Port</h1><p>The <b>port</b> is <em>closed</em>,<br>for now. See <a href="/x?a=1&amp;b=2">this</a>.</p>' +
        '<ul><li>one</li><li>two</li></ul><blockquote><p>Never!</p></blockquote>' +
        '<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>',
      'https://example.org/news/',
    );
    expect(leftOut).toEqual([]);
    const html = renderText(body).replace(/\s*\n\s*/g, '');
    expect(html).toContain('<h2>Port</h2>');
    expect(html).toContain(
      '<p>The <strong>port</strong> is <em>closed</em>,<br>for now. See <a href="https://example.org/x?a=1&#x26;b=2">this</a>.</p>',
    );
    expect(html).toContain('<ul><li>one</li><li>two</li></ul><blockquote><p>Never!</p></blockquote>');
    expect(html).toContain('<td>1|2</td>');
  });

  test('leaves out what would run, and names each of it with its words and address', () => {
    const { body, leftOut } = readHtmlText(
      '<p onclick="x()" style="color:red">One<script>alert(1)</script> <a href=" javascript:alert(1)">two</a> ' +
        '<a href="data:text/html,x">three</a></p>' +
        '<form><input value="four"><select><option>five</option><option>six</option></select></form>' +
        '<svg onload=z><title>A map</title><text>seven</text></svg><script src="https://e.org/a.js"></script>' +
        '<button>Press</button><!-- eight -->',
    );
    expect(body.trim()).toBe('One two three');
    expect(leftOut).toEqual([
      { what: 'an event handler (onclick)' },
      { what: 'a script' },
      { what: 'a link to javascript:', text: 'two', address: 'javascript:alert(1)' },
      { what: 'a link to data:', text: 'three', address: 'data:text/html,x' },
      { what: 'a form field', text: 'four' },
      { what: 'a form field', text: 'five six' },
      { what: 'an event handler (onload)' },
      { what: 'a drawing', text: 'A map seven' },
      { what: 'a script', address: 'https://e.org/a.js' },
      { what: 'a button', text: 'Press' },
      { what: 'an HTML comment', text: 'eight' },
    ]);
  });

  test('makes nothing live that was text', () => {
    const text = '# 1. *a* _b_ <b>c</b> [d](e) `f` https://example.org | g |';
    const html = renderText(readHtmlText(`<p>${text.replaceAll('<', '&lt;')}</p>`).body);
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    expect(document.body.textContent?.trim()).toBe(text);
    expect([...document.body.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['p']);
  });

  test('keeps one emphasis of many within each other, in no time', () => {
    const { body } = readHtmlText(`<p>${'<b><i>'.repeat(200)}deep${'</i></b>'.repeat(200)}</p>`);
    expect(body.trim()).toBe('**_deep_**');
  });

  test('takes a form for what is in it but its fields', () => {
    const { body, leftOut } = readHtmlText('<form>One.<p>Two.</p><label>Name <input></label></form>');
    expect(body).toBe('One.\n\nTwo.\n');
    expect(leftOut).toEqual([{ what: 'the label of a form field', text: 'Name' }]);
  });

  test('raises and lowers letters where Unicode can, and says where it cannot', () => {
    const { body, leftOut } = readHtmlText(
      '<p>10<sup>-6</sup> m<sup>n</sup>, H<sub>2</sub>O, note<sup><a href="https://e.org/">1</a></sup>; x<sup>y</sup></p>',
    );
    expect(body.trim()).toBe('10⁻⁶ mⁿ, H₂O, note[¹](https://e.org/); xy');
    expect(leftOut).toEqual([{ what: 'the place of raised words, which were kept', text: 'y' }]);
  });

  test('knows nothing of places where a word may be broken', () => {
    const { body } = readHtmlText('<p>even<wbr>ing; ww<wbr>w.e<wbr>.org, *a<wbr>*</p>');
    const html = renderText(body);
    expect(html).toBe('<p>evening; www.e.org, *a*</p>');
  });

  test('keeps the words of a table’s cells apart, and its caption', () => {
    const { body, leftOut } = readHtmlText(
      '<p>Intro.</p><table><caption>Votes cast</caption><tr><td><p>Ann <b>Lee</b></p><p>Mayor</p></td>' +
        '<td>of<ul><li>first</li><li>second</li></ul></td></tr><tr><td>x</td><td>y<br>z</td></tr></table><p>After.</p>',
    );
    expect(body).toContain('| Ann **Lee** Mayor | of first second |');
    const html = renderText(body).replace(/\s*\n\s*/g, '');
    expect(html).toMatch(/^<p>Intro\.<\/p><div [^>]*><table>/);
    expect(html).toContain('<tr><td>Ann <strong>Lee</strong> Mayor</td><td>of first second</td></tr>');
    expect(html).toContain('<tr><td>x</td><td>y z</td></tr>');
    expect(html).toMatch(/<\/table><\/div><p><em>Votes cast<\/em><\/p><p>After\.<\/p>$/);
    expect(leftOut).toEqual([]);
  });

  test('takes a table that only sets things beside each other for what is in its cells', () => {
    const inner = '<table><tr><td>Men</td><td>40</td></tr><tr><td>Engines</td><td>6</td></tr></table>';
    const { body } = readHtmlText(
      `<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.${inner}</td></tr></table>`,
    );
    expect(body).toMatch(/^One\.\n\nTwo\.\n\nThree\.\n\n(?:\|.*\n){2}\| Men/);
    expect(readHtmlText(`<table><tr><td>One.</td></tr><tr><td>${inner}</td></tr></table>`).body).toMatch(
      /^One\.\n\n(?:\|.*\n){2}\| Men/,
    );
  });

  test('drops links without an address, and names those without words', () => {
    const { body, leftOut } = readHtmlText('<p><a>one</a> <a href="/x"></a>two</p>', 'https://e.org/');
    expect(body.trim()).toBe('one two');
    expect(leftOut).toEqual([{ what: 'a link without words', address: 'https://e.org/x' }]);
  });

  test('refuses what lies too deep', () => {
    const item = catchFailure({ file: 'x', line: 7 }, () => {
      readHtmlText('<ul><li>'.repeat(5000));
      throw new Error('It was read.');
    });
    const found = 'elements nested too deeply, or too many of them';
    expect(item).toMatchObject({ kind: 'failed', failure: { line: 7, found } });
  });

  test('makes of any HTML something without anything that runs', () => {
    const parts = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="javascript:x">',
      '</a>',
      '<b>',
      '<script>',
      '</script>',
      '<li>',
      '<table>',
      '<tr>',
      '<td>',
      '<!--',
      '-->',
      '<img src=x onerror=y>',
      'text',
      '&lt;script&gt;',
      '<svg>',
      '<a href="https://e.org/">',
      '<pre>',
      '<code>',
      '<h1>',
      '<![CDATA[',
      ']]>',
      '"',
      "'",
      '*',
      '\n\n',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 30 }).map((each) => each.join('')),
        (html) => {
          const { document } = parseHTML(`<html><body>${renderText(readHtmlText(html).body)}</body></html>`);
          expect(document.querySelectorAll('script, svg, img, [onerror], [href^="javascript"]')).toHaveLength(
            0,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
