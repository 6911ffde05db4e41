import { describe, expect, test } from 'vitest';

import { readHtmlText } from '../../../../src/ingest/text/html-text.ts';

const bodyOf = (html: string) => readHtmlText(html).body.trim();

describe('readHtmlText', () => {
  test.for([
    ['a summary', '<details><summary>More</summary>Text.</details>', '**More**\n\nText.'],
    ['a term', '<dl><dt>Lock</dt><dd>A gate.</dd><dd>A bolt.</dd></dl>', '**Lock**\n\nA gate.\n\nA bolt.'],
    ['a list that begins at 4', '<ol start=4><li>a</li><li>b</li></ol>', '4. a\n5. b'],
    ['a list that counts down', '<ol reversed><li>a</li><li>b</li></ol>', '2\\. a\n\n1\\. b'],
    ['numbers of items', '<ol><li>a</li><li value=7>b</li><li>c</li></ol>', '1\\. a\n\n7\\. b\n\n8\\. c'],
    ['letters of items', '<ol type=a start=2><li>x</li></ol>', 'b. x'],
    [
      'a list without an item around it',
      '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>',
      '- a\n  - b\n- c',
    ],
    [
      'verse',
      '<pre class="verse">One <b>two</b>\n  three\n\nfour</pre>',
      'One **two**\\\n\u00a0\u00a0three\n\nfour',
    ],
    ['code', '<pre>a *b*\n  c</pre>', '```\na *b*\n  c\n```'],
    ['a pull quote', '<aside class="pullquote">Never.</aside>', '> Never.'],
    [
      'who is quoted',
      '<blockquote><p>Never.</p><cite>Eva Berg</cite></blockquote>',
      '> Never.\n>\n> Eva Berg',
    ],
    ['a short quotation', '<p>She said <q>no</q>.</p>', 'She said "no".'],
    ['reading aids', '<p><ruby>漢<rt>kan</rt></ruby></p>', '漢(kan)'],
    ['a formula', '<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><mi>x</mi></math>', '1/2 + x'],
    ['emphasis around paragraphs', '<b><p>One.</p><p>Two.</p></b>', '**One.**\n\n**Two.**'],
    ['spaces at the edges of emphasis', '<p>a<b> b </b>c</p>', 'a **b** c'],
    ['full-width signs at its edges', '<p><b>重点：</b>港口</p>', '**重点**：港口'],
    [
      'a link around blocks',
      '<a href="https://e.org/"><h3>A</h3><p>B</p></a>',
      '### [A](https://e.org/)\n\n[B](https://e.org/)',
    ],
  ])('keeps %s', ([, html = '', markdown]) => {
    expect(bodyOf(html)).toBe(markdown);
  });

  test('names what pointing at a word would show', () => {
    expect(readHtmlText('<p><abbr title="Sea Rescue">SR</abbr> came.</p>')).toEqual({
      body: 'SR came.\n',
      leftOut: [{ what: 'the meaning of an abbreviation', text: 'SR: Sea Rescue' }],
    });
  });

  test.for([
    [
      'a raised number',
      '<p>The boat<sup><a href="#fn1" id="r1">1</a></sup> sank.</p><ol><li id="fn1"><p>At 3. <a href="#r1">↩</a></p></li></ol>',
      'The boat\\[1] sank.\n\n\\[1] At 3.',
    ],
    [
      'Word',
      '<p>Boat<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> At 3.</p>',
      'Boat\\[1].\n\n\\[1] At 3.',
    ],
    [
      'WordPress',
      '<p>Boat<sup class="fn"><a href="#u" id="u-link">1</a></sup>.</p><ol class="wp-block-footnotes"><li id="u">At 3. <a href="#u-link">↩</a></li></ol>',
      'Boat\\[1].\n\n\\[1] At 3.',
    ],
    [
      'a note that repeats its number',
      '<p>Boat<sup><a href="#n">1</a></sup>.</p><p id="n"><sup>1</sup> At 3.</p>',
      'Boat\\[1].\n\n\\[1] At 3.',
    ],
  ])('keeps footnotes of %s, and no number is a part of a word', ([, html = '', markdown]) => {
    expect(readHtmlText(html)).toEqual({ body: `${markdown}\n`, leftOut: [] });
  });

  test('makes words of links within the page, and names those that lead nowhere', () => {
    expect(readHtmlText('<p>See <a href="#a">below</a>, <a href="#b">above</a>.</p><p id="a">A</p>')).toEqual(
      {
        body: 'See below, above.\n\nA\n',
        leftOut: [
          {
            what: 'the address of a link within the page, whose words were kept',
            text: 'above',
            address: '#b',
          },
        ],
      },
    );
  });

  test('names relative addresses where it knows no page that they start from', () => {
    expect(readHtmlText('<p><a href="/map">The map</a></p>').leftOut).toEqual([
      {
        what: 'the address of a link with a relative address, whose words were kept',
        text: 'The map',
        address: '/map',
      },
    ]);
  });

  test('takes two line breaks for the end of a paragraph where it is told so', () => {
    const html = 'One<br><br>two <b>three<br><br>four</b><div>five<br>six</div>';
    expect(readHtmlText(html, undefined, { breaksPartParagraphs: true }).body).toBe(
      'One\n\ntwo\n\n**three**\n\n**four**\n\nfive\\\nsix\n',
    );
    expect(bodyOf('<p>One<br><br>two</p>')).toBe('One\\\n\\\ntwo');
  });
});
