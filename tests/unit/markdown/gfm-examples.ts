/** What the sections say that GFM 0.29 adds to CommonMark, in examples of our own. */
export const gfmExamples: { section: string; what: string; markdown: string; html: string }[] = [
  {
    section: '4.10',
    what: 'a table has a head, a row of delimiters and a body',
    markdown: '| Ship | Port |\n| --- | --- |\n| Maid | Norhaven |\n',
    html: '<table><thead><tr><th>Ship</th><th>Port</th></tr></thead><tbody><tr><td>Maid</td><td>Norhaven</td></tr></tbody></table>',
  },
  {
    section: '4.10',
    what: 'cells need not be aligned in the source, nor have pipes at both ends',
    markdown: '| Ship | Port |\n:-: | -----------:\nMaid | Norhaven\n',
    html: '<table><thead><tr><th align="center">Ship</th><th align="right">Port</th></tr></thead><tbody><tr><td align="center">Maid</td><td align="right">Norhaven</td></tr></tbody></table>',
  },
  {
    section: '4.10',
    what: 'a pipe in a cell is escaped, in code too',
    markdown: '| Of \\| two |\n| ------ |\n| a `\\|` pipe |\n| a **\\|** pipe |\n',
    html: '<table><thead><tr><th>Of | two</th></tr></thead><tbody><tr><td>a <code>|</code> pipe</td></tr><tr><td>a <strong>|</strong> pipe</td></tr></tbody></table>',
  },
  {
    section: '4.10',
    what: 'a table ends at the beginning of another block',
    markdown: '| a | b |\n| --- | --- |\n| c | d |\n> e\n',
    html: '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table><blockquote><p>e</p></blockquote>',
  },
  {
    section: '4.10',
    what: 'a table ends at an empty line, not at a line without pipes',
    markdown: '| a | b |\n| --- | --- |\n| c | d |\ne\n\nf\n',
    html: '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr><tr><td>e</td><td></td></tr></tbody></table><p>f</p>',
  },
  {
    section: '4.10',
    what: 'a head of another number of cells than the delimiters makes no table',
    markdown: '| a | b |\n| --- |\n| c |\n',
    html: '<p>| a | b |\n| --- |\n| c |</p>',
  },
  {
    section: '4.10',
    what: 'short rows are filled up, and what is too much is left out',
    markdown: '| a | b |\n| --- | --- |\n| c |\n| d | e | f |\n',
    html: '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr><tr><td>d</td><td>e</td></tr></tbody></table>',
  },
  {
    section: '4.10',
    what: 'a table needs no body',
    markdown: '| a | b |\n| --- | --- |\n',
    html: '<table><thead><tr><th>a</th><th>b</th></tr></thead></table>',
  },
  {
    section: '5.3',
    what: 'a list item that begins with a box is a task',
    markdown: '- [ ] sail\n- [x] land\n- [X] unload\n',
    html: '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> sail</li><li class="task-list-item"><input type="checkbox" disabled checked> land</li><li class="task-list-item"><input type="checkbox" disabled checked> unload</li></ul>',
  },
  {
    section: '5.3',
    what: 'tasks lie in each other',
    markdown: '- [x] a\n  - [ ] b\n- [ ] c\n',
    html: '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled checked> a<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> b</li></ul></li><li class="task-list-item"><input type="checkbox" disabled> c</li></ul>',
  },
  {
    section: '5.3',
    what: 'a box without a space after it, or not at the beginning, is text',
    markdown: '- [x]a\n- b [x] c\n- [y] d\n\n[x] e\n',
    html: '<ul><li>[x]a</li><li>b [x] c</li><li>[y] d</li></ul><p>[x] e</p>',
  },
  {
    section: '6.5',
    what: 'one tilde or two strike out',
    markdown: '~~Seven~~ Nine ~eight~ crates.\n',
    html: '<p><del>Seven</del> Nine <del>eight</del> crates.</p>',
  },
  {
    section: '6.5',
    what: 'striking out ends with its paragraph',
    markdown: 'One ~~of\n\ntwo~~ crates.\n',
    html: '<p>One ~~of</p><p>two~~ crates.</p>',
  },
  {
    section: '6.5',
    what: 'three tildes strike nothing out',
    markdown: 'Some ~~~three~~~ crates.\n',
    html: '<p>Some ~~~three~~~ crates.</p>',
  },
  {
    section: '6.9',
    what: 'www. begins a link to the web',
    markdown: 'See www.example.org/log today.\n',
    html: '<p>See <a href="http://www.example.org/log">www.example.org/log</a> today.</p>',
  },
  {
    section: '6.9',
    what: 'marks at the end belong to the sentence, and none but (, *, _ and ~ stand before',
    markdown: 'At www.example.org. Or www.example.org/a.b. Or www.example.org/c?! "www.example.org"\n',
    html: '<p>At <a href="http://www.example.org">www.example.org</a>. Or <a href="http://www.example.org/a.b">www.example.org/a.b</a>. Or <a href="http://www.example.org/c">www.example.org/c</a>?! "www.example.org"</p>',
  },
  {
    section: '6.9',
    what: 'a closing parenthesis belongs to the address as far as one opens in it',
    markdown:
      '(www.example.org/s?q=port+(old)) www.example.org/s?q=port+(old) (www.example.org/s?q=(port))+old\n',
    html: '<p>(<a href="http://www.example.org/s?q=port+(old)">www.example.org/s?q=port+(old)</a>) <a href="http://www.example.org/s?q=port+(old)">www.example.org/s?q=port+(old)</a> (<a href="http://www.example.org/s?q=(port))+old">www.example.org/s?q=(port))+old</a></p>',
  },
  {
    section: '6.9',
    what: 'what looks like an entity at the end is left out',
    markdown: 'www.example.org/s?q=port&hl=en www.example.org/s?q=port&hl;\n',
    html: '<p><a href="http://www.example.org/s?q=port&amp;hl=en">www.example.org/s?q=port&amp;hl=en</a> <a href="http://www.example.org/s?q=port">www.example.org/s?q=port</a>&amp;hl;</p>',
  },
  {
    section: '6.9',
    what: 'an angle ends an address',
    markdown: 'www.example.org/po<rt\n',
    html: '<p><a href="http://www.example.org/po">www.example.org/po</a>&lt;rt</p>',
  },
  {
    section: '6.9',
    what: 'http:// and https:// begin links',
    markdown: 'http://example.org (https://example.org/ports/search?q=old&x=%20+a)\n',
    html: '<p><a href="http://example.org">http://example.org</a> (<a href="https://example.org/ports/search?q=old&amp;x=%20+a">https://example.org/ports/search?q=old&amp;x=%20+a</a>)</p>',
  },
  {
    section: '6.9',
    what: 'a mail address is a link',
    markdown: 'Write to ada@example.org, or a.l+x@mail-example.org; not to a@b_c_d.\n',
    html: '<p>Write to <a href="mailto:ada@example.org">ada@example.org</a>, or <a href="mailto:a.l+x@mail-example.org">a.l+x@mail-example.org</a>; not to a@b_c_d.</p>',
  },
  {
    section: '6.9',
    what: 'no mail address ends in a hyphen or underscore',
    markdown: 'a.b-c_d@a.b a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_\n',
    html: '<p><a href="mailto:a.b-c_d@a.b">a.b-c_d@a.b</a> <a href="mailto:a.b-c_d@a.b">a.b-c_d@a.b</a>. a.b-c_d@a.b- a.b-c_d@a.b_</p>',
  },
  {
    section: '6.9',
    what: 'what is escaped is no link',
    markdown: 'www\\.example.org https\\://example.org ada\\@example.org\n',
    html: '<p>www.example.org https://example.org ada@example.org</p>',
  },
  {
    section: '6.11',
    what: 'tags that are disallowed are shown as texts, as are all others',
    markdown:
      '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed. <XMP> too.\n</blockquote>\n',
    html: '<p><strong> <title> <style> <em></p><blockquote>\n  <xmp> is disallowed. <XMP> too.\n</blockquote>',
  },
];
