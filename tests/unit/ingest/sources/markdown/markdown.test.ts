import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';

import { recognizeFormat } from '../../../../../src/ingest/read/recognize-format.ts';
import { sanitizeMarkdown } from '../../../../../src/ingest/sources/markdown/sanitize-markdown.ts';
import { readMarkdown } from '../../../../../src/ingest/sources/markdown/markdown.ts';
import { markdownSyntax } from '../../../../../src/markdown/syntax.ts';
import { failureOf, only, saidBy, useReader } from '../read-source.ts';

const reader = useReader(readMarkdown, 'markdown', 'file.md');
const { loadFixture, readAnything } = reader;
const readOnly = async (fixture: string) => only(await reader.readFixture(fixture));
const readText = async (text: string | Uint8Array) => only(await reader.readText(text));

/** With a text below it. */
const withKeys = (...lines: string[]) => readText(['---', ...lines, '---', 'Fog.', ''].join('\n'));
const read = async (text: string) => saidBy(await readText(text));

describe('frontmatter', () => {
  test('of a blog is taken by its names; what is not is told with its line', async () => {
    const item = await readOnly('blog.md');
    expect(saidBy(item)).toEqual({
      title: 'Ferry: a second life',
      subtitle: 'What became of the Alma',
      date: '2021-07-18',
      byline: ['Ada Lind', 'Otto Brandt'],
      language: 'en-GB',
      summary: 'The Alma sails again.',
      publisher: 'The Norhaven Post',
      url: 'https://post.example/alma',
      terms: [
        { name: 'Norhaven', vocabulary: 'places' },
        ...['ferries', '007', 'Harbour', 'Sea'].map((name) => ({ name })),
      ],
      body: '\nThe *Alma* sails   again.  \nShe is [for sale](https://post.example/sale "now").\n\n* one\n+ two\n',
      leftOut: [
        { what: 'the frontmatter key "layout"', text: 'post' },
        {
          what: 'the frontmatter key "author"',
          text: 'name: Ada Lind; email: ada@post.example, Otto Brandt',
        },
        { what: 'the frontmatter key "date"', text: '2021-07-20T09:00:00+02:00' },
        { what: 'the frontmatter key "source.file"', text: 'alma.txt' },
        { what: 'the frontmatter key "weight"', text: '3' },
      ],
      notices: [],
    });
    const bytes = await loadFixture('blog.md');
    expect(item.kind === 'draft' && item.draft.received).toEqual({ bytes, extension: 'md.txt' });
  });

  test('of the archive’s own entries is taken', async () => {
    const item = await withKeys(
      ...['title: Fog', 'date: 2021-07~', 'people: [ada-lind]', 'places: []', 'topics: [weather, sea]'],
      ...['byline: Ada Lind', 'dateline: NORHAVEN', 'source: {name: The Post, url: "https://post.example/"}'],
      ...['rights: The Post', 'titleSupplied: true', 'undated:'],
    );
    expect(saidBy(item)).toEqual({
      title: 'Fog',
      date: '2021-07~',
      byline: ['Ada Lind'],
      dateline: 'NORHAVEN',
      publisher: 'The Post',
      url: 'https://post.example/',
      rights: 'The Post',
      terms: [
        { name: 'ada-lind', vocabulary: 'people' },
        { name: 'weather', vocabulary: 'topics' },
        { name: 'sea', vocabulary: 'topics' },
      ],
      body: 'Fog.\n',
      leftOut: [{ what: 'the frontmatter key "titleSupplied"', text: 'true' }],
      notices: [],
    });
  });

  test.for([
    ['draft: true', 'a draft (draft on line 3)'],
    ['Draft: "True"', 'a draft (Draft on line 3)'],
    ['published: false', 'not published (published on line 3)'],
    ['withdrawn: {date: 2021, reason: legal}', 'withdrawn (withdrawn on line 3)'],
  ])('that says "%s" skips the text', async ([key = '', reason]) => {
    expect(await withKeys('title: Fog', key)).toEqual({
      kind: 'skipped',
      origin: { file: 'file.md', line: 1 },
      title: 'Fog',
      reason,
    });
  });

  test.for(['draft: false', 'published: true', 'withdrawn:', 'undated: true'])(
    'that says "%s" does not, and is not a date',
    async (key) => {
      expect(saidBy(await withKeys(key))).toEqual({
        byline: [],
        terms: [],
        body: 'Fog.\n',
        leftOut: [],
        notices: [],
      });
    },
  );

  test('with "published" as a date gives the date', async () => {
    expect(saidBy(await withKeys('published: 2021-07-18')).date).toBe('2021-07-18');
  });

  test('keeps numbers as they are written', async () => {
    expect(saidBy(await withKeys('title: 007', 'date: 1984')).title).toBe('007');
  });

  test('may come after empty lines, and with CRLF', async () => {
    const item = await readText('\r\n\r\n---\r\ntitle: Fog\r\ndate: 2021-13\r\n---\r\nFog.\r\n');
    expect(failureOf(item)).toMatch(/^5:1: found date "2021-13": there is no month 13 in "date"; expected /);
  });

  test.for<[string, RegExp]>([
    ['---\ntitle: "Fog\n---\nFog.', /^\d:\d: found invalid YAML \(missing closing "quote\); expected YAML/],
    ['---\ntitle: Fog\ntitle: Mist\n---\nFog.', /^3:1: found invalid YAML \(map keys must be unique\)/],
    ['---\ntitle: !!js/function x\n---\nFog.', /^2:8: found invalid YAML \(unresolved tag/],
    ['---\ntitle: *gone\n---\nFog.', /^2:\d: found (?:invalid YAML|YAML that cannot be resolved)/],
    [
      `---\na: &a [x, x, x, x, x, x, x, x, x]\n${['ba', 'cb', 'dc', 'ed']
        .map(([name, of]) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]\n`)
        .join('')}---\nFog.`,
      /^2:1: found YAML that cannot be resolved \(excessive alias count/,
    ],
    ['---\ntitle: Fog\n\nFog.', /^1:1: found frontmatter that is never closed; expected a line "---"/],
    ['+++\ntitle = "Fog"\n\nFog.', /^1:1: found frontmatter that is never closed; expected a line "\+\+\+"/],
    ['+++\ntitle = "Fog"\ndate = soon\n+++\nFog.', /^3:8: found invalid TOML \(/],
    ['\n{\n  "title": "Fog\n}\nFog.', /^\d:\d+: found invalid YAML/],
    ['---\ntitle: Fog\n---\n\n', /^4:1: found no text below the frontmatter; expected a text/],
    [`---\na: ${'['.repeat(20_000)}\n---\nFog.`, /^\d:\d+: found (?:invalid YAML|YAML that cannot)/],
    [
      `---\na: ${'x'.repeat(200_000)}\n---\nFog.`,
      /found frontmatter of 200,004 characters; expected at most 100,000/,
    ],
  ])('is refused: %j', async ([text, failure]) => {
    expect(failureOf(await readText(text))).toMatch(failure);
  });

  test('is not what stands between two rules, and holds no keys', async () => {
    const text = '---\n\nThe fog came.\n\n---\n\nIt went.\n';
    expect(await read(text)).toEqual({ byline: [], terms: [], body: text, leftOut: [], notices: [] });
  });
});

describe('a file of a site generator', () => {
  test.for([
    [
      'TOML',
      '+++\ntitle = "Fog"\ndate = 2021-07-18T23:40:00+02:00\ntags = ["lights", "mole"]\nweight = 7\n[[authors]]\nname = "Ada Lind"\n[taxonomies]\ncategories = ["news"]\n+++\n\nIt came.\n',
    ],
    [
      'JSON',
      '{\n  "title": "Fog",\n  "date": "2021-07-18T23:40:00+02:00",\n  "tags": ["lights", "mole"],\n  "weight": 7,\n  "authors": [{ "name": "Ada Lind" }],\n  "taxonomies": { "categories": ["news"] }\n}\n\nIt came.\n',
    ],
  ])('has frontmatter in %s', async ([, text = '']) => {
    expect(recognizeFormat(text)).toBe('markdown');
    expect(await read(text)).toMatchObject({
      title: 'Fog',
      date: '2021-07-18',
      byline: ['Ada Lind'],
      terms: ['lights', 'mole', 'news'].map((name) => ({ name })),
      leftOut: [{ what: 'the frontmatter key "weight"', text: '7' }],
      body: '\nIt came.\n',
    });
  });

  test('has nested categories, authors as objects, a series, and its former addresses by name', async () => {
    expect(
      saidBy(
        await withKeys(
          ...[
            'layout: post',
            'categories: [[news, local], [harbour]]',
            'tags: lights mole',
            'series: [Storms]',
          ],
          ...['authors: [ada-lind, {name: Nils Sund}]', 'aliases: [/p/77]', 'redirect_from: [/?p=12]'],
        ),
      ),
    ).toMatchObject({
      byline: ['Nils Sund'],
      terms: ['lights', 'mole', 'news', 'local', 'harbour', 'Storms'].map((name) => ({ name })),
      leftOut: [
        { what: 'the frontmatter key "layout"', text: 'post' },
        { what: 'a former address of the text ("aliases")', address: '/p/77' },
        { what: 'a former address of the text ("redirect_from")', address: '/?p=12' },
        { what: 'an author of whom only a short name is given', text: 'ada-lind' },
      ],
    });
  });
});

describe('sanitizeMarkdown', () => {
  test('makes Markdown of which nothing is live but links to the web', async () => {
    expect(await read((await loadFixture('mark-up.md')).toString())).toMatchObject({
      title: 'Harbour news',
      body:
        'The **word** stays, the crane goes.\\\nA bad and a local link, a\n' +
        '[good](mailto:a@post.example) one\\[1], and one by name.\n\n' +
        'A *block* of HTML.\n\n## Second heading\n\n> Quoted *words*.\n\n\\[1] Said on *Sunday*.\n',
      leftOut: [
        {
          what: 'a picture without an address on the web, whose alternative text was kept',
          text: 'crane',
          address: 'crane.jpg',
        },
        {
          what: 'the address of a link to javascript:, whose words were kept',
          text: 'bad',
          address: 'javascript:alert(1)',
        },
        {
          what: 'the address of a link to a relative address, whose words were kept',
          text: 'local',
          address: '/map',
        },
        {
          what: 'the address of a link to ftp:, whose words were kept',
          text: 'one by name',
          address: 'ftp://post.example/far',
        },
        { what: 'a script' },
        { what: 'an event handler (onclick)' },
        { what: 'an HTML comment', text: 'nothing to see' },
        { what: 'a link reference definition: ftp:', address: 'ftp://post.example/far' },
      ],
      notices: [
        'First-level headings became second-level ones.',
        'Footnotes became paragraphs that begin with their labels: the archive uses footnotes for its own notes.',
      ],
    });
  });

  test.for([
    '\n\n*a*  __b__\n* c\n+ d\n\n1) e\n\nf\n===\n'.replace('===', '---'),
    'A  text\twith <https://post.example>, www.post.example and &amp; \\* 3 < 4.',
    '| a |b|\n|---|:-:|\n| 1 | [x][y] |\n\n[y]: https://post.example "Y"\n',
    '```html\n<script>alert(1)</script>\n```\n\n    # code <b>\n\n`<i>`\n',
    '- [x] done\r\n- [ ] ~~not~~\r\n',
  ])('leaves %j as it is, letter for letter', (markdown) => {
    expect(sanitizeMarkdown(markdown)).toEqual({ body: markdown, leftOut: [], notices: [] });
  });

  test('takes a leading heading for the title, whichever way it is written', () => {
    expect(sanitizeMarkdown('\n# The *Alma*, [again](x.md) #\n\nFog  here.\n')).toMatchObject({
      title: 'The Alma, again',
      body: 'Fog  here.\n',
    });
    expect(sanitizeMarkdown('The `Alma`\n====\nFog  here.\n')).toEqual({
      title: 'The Alma',
      body: '\nFog  here.\n',
      leftOut: [],
      notices: [],
    });
  });

  test('takes it out when it only repeats the title, and leaves another one', () => {
    expect(sanitizeMarkdown('# Fog\n\nFog.\n', 'Fog')).toEqual({
      title: 'Fog',
      body: '\n\nFog.\n',
      leftOut: [],
      notices: [],
    });
    expect(sanitizeMarkdown('# Mist\n\nFog.\n', 'Fog')).toEqual({
      body: '## Mist\n\nFog.\n',
      leftOut: [],
      notices: ['First-level headings became second-level ones.'],
    });
    expect(sanitizeMarkdown('## Mist\n\n# Fog\n')).toMatchObject({ body: '## Mist\n\n## Fog\n' });
  });

  test('makes nothing live of what is left when mark-up goes', () => {
    expect(sanitizeMarkdown('<<u>script>alert(1)<</u>/script>').body).toBe('\\<script>alert(1)\\</script>\n');
    expect(sanitizeMarkdown('[https://evil.example](javascript:x)').body).toBe('https\\://evil.example\n');
    expect(sanitizeMarkdown('[a<b>](https://x.example)').body).toBe('[a](https://x.example)\n');
    expect(sanitizeMarkdown('![](a.jpg) x **<b></b>** y').body).not.toContain('**');
    expect(sanitizeMarkdown('[![](a.jpg)](https://x.example/)').body).toContain('x.example');
  });

  test.for([
    [
      'a link in HTML',
      'A <b>bold</b> <a href="https://e.org/r.pdf">report</a>.',
      'A **bold** [report](https://e.org/r.pdf).\n',
    ],
    ['a picture', '![A mole](https://e.org/m.jpg "At dawn")', '[A mole](https://e.org/m.jpg)\\\nAt dawn\n'],
    [
      'a picture with a line below',
      '![A](https://e.org/a.jpg)\n*At dawn*\n',
      '[A](https://e.org/a.jpg)\\\nAt dawn\n',
    ],
    ['a picture before a text', '![A](https://e.org/a.jpg) Fog.', '[A](https://e.org/a.jpg)\n\nFog.\n'],
    ['a picture within a text', 'The ![A](https://e.org/a.jpg) fog.', 'The [A](https://e.org/a.jpg) fog.\n'],
    [
      'a picture that is a link',
      '[![A](https://e.org/a.jpg)](https://e.org/p)',
      '[A](https://e.org/a.jpg)\\\n[https://e.org/p](https://e.org/p)\n',
    ],
    [
      'a picture that leads to a larger one',
      '[![A](https://e.org/s.jpg)](https://e.org/l.jpg)',
      '[A](https://e.org/l.jpg)\n',
    ],
    ['a link of a wiki', 'See [[harbour|the harbour]] and [[fog]].', 'See the harbour and fog.\n'],
    ['numbers that jump', '1. a <b>x</b>\n\n10. b\n11. c\n', '1. a **x**\n\n10) b\n\n11) c\n'],
    [
      'a figure of Hugo',
      '{{< figure src="https://e.org/a.jpg" alt="A" caption="Waves at the mole" attr="Eva Berg" >}}\n\nFog.',
      '[A](https://e.org/a.jpg)\\\nWaves at the mole\\\nEva Berg\n\nFog.\n',
    ],
    [
      'Markdown in the title, caption and credit of a figure',
      String.raw`{{< figure src="https://e.org/a.jpg" title="The *mole*" caption="Waves at \"the\" [mole](https://e.org/m)" attr="**Eva** Berg" attrlink="https://e.org/eva" >}}`,
      '[a.jpg](https://e.org/a.jpg)\\\nThe *mole*\\\nWaves at "the" [mole](https://e.org/m)\\\n[**Eva** Berg](https://e.org/eva)\n',
    ],
    [
      'what is no line of Markdown in a figure as it is',
      '{{< figure src="https://e.org/a.jpg" caption=`1. "May" & <b>June</b>` >}}',
      '[a.jpg](https://e.org/a.jpg)\\\n1\\. "May" & \\<b>June\\</b>\n',
    ],
    [
      'a player of Hugo',
      '{{< youtube abc-1 >}}',
      '[https://www.youtube.com/watch?v=abc-1](https://www.youtube.com/watch?v=abc-1)\n',
    ],
    [
      'what a shortcode encloses',
      '{{% notice note %}}\nIt was *Monday*.\n{{% /notice %}}',
      'It was *Monday*.\n',
    ],
    ['code of Jekyll', '{% highlight text %}\nlat *57*\n{% endhighlight %}', '```\nlat *57*\n\n```\n'],
    ['tags in code', '```\n{{< ref >}}\n```\n', '```\n{{< ref >}}\n```\n'],
  ])('keeps %s', ([, markdown = '', body]) => {
    expect(sanitizeMarkdown(markdown).body.trimStart()).toBe(body);
  });

  test('names the tags of site generators that it leaves out, with what they say', () => {
    expect(
      sanitizeMarkdown(
        'Fog.{: .lead} See [it]({% post_url 1998-05-11-storm %}){{ site.x }} {{< ref "a.md" >}}[[b|c]]',
      ),
    ).toEqual({
      body: 'Fog. See it c\n',
      leftOut: [
        { what: 'an attribute list', text: '{: .lead}' },
        {
          what: 'the address of a link that the site generator makes',
          address: '{% post_url 1998-05-11-storm %}',
        },
        { what: 'a variable of the site generator', text: '{{ site.x }}' },
        { what: 'a shortcode (ref)', text: '{{< ref "a.md" >}}' },
        { what: 'the target of a link to another note, whose words were kept', text: 'c', address: 'b' },
      ],
      notices: [],
    });
  });

  test('keeps what only the site generator knows of an address, and the site alone', () => {
    expect(
      sanitizeMarkdown(
        'A ![crane]({{ page.image }}) and [home]({{ site.url }}). The site is {{ site.url }}/.',
      ),
    ).toMatchObject({
      body: 'A crane and home. The site is /.\n',
      leftOut: [
        { what: 'the address of a picture that the site generator makes', address: '{{ page.image }}' },
        { what: 'the address of a link that the site generator makes', address: '{{ site.url }}' },
        { what: 'a variable of the site generator', text: '{{ site.url }}' },
      ],
    });
  });

  test('names what a figure says besides, but not how it is shown', () => {
    const tag =
      '{{< figure src="https://e.org/a.jpg" attrlink="https://e.org/eva" place="Pier 3" width="300" >}}';
    expect(sanitizeMarkdown(tag).leftOut).toEqual([
      { what: 'the address of a credit', address: 'https://e.org/eva' },
      { what: 'the parameter "place" of a picture', text: 'Pier 3' },
    ]);
  });

  test('keeps the words of a text that has nothing else', () => {
    expect(sanitizeMarkdown('![A crane](a.jpg)')).toMatchObject({ body: 'A crane\n' });
    expect(sanitizeMarkdown('<p>Fog</p>')).toMatchObject({ body: 'Fog\n' });
  });

  test.for([
    ['>'.repeat(10_000), 'found Markdown with 10,000 quotations and list items; expected at most 1,500.'],
    ['['.repeat(30_000), 'found Markdown with 30,000 other markup characters; expected at most 20,000.'],
    ['*a_ '.repeat(5000), 'found Markdown with 10,000 emphasis characters'],
    ['a'.repeat(300_000), 'found Markdown with 300,000 characters'],
    ['\n'.repeat(20_000), 'found Markdown with 20,000 lines'],
  ])('refuses what would take too long: %#', ([markdown = '', message]) => {
    expect(() => sanitizeMarkdown(markdown)).toThrow(message);
  });

  test.for(['- '.repeat(1400) + 'a', '*'.repeat(1900) + 'a' + '*'.repeat(1900)])(
    'refuses what is nested too deeply: %#',
    async (markdown) => {
      expect(failureOf(await readText(markdown))).toContain('elements nested too deeply');
    },
  );

  test('leaves nothing live of anything', { timeout: 60_000 }, () => {
    const pieces = [
      'a',
      ' ',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '#',
      '- ',
      '1. ',
    ]
      .concat([
        '<b>',
        '</b>',
        '<div>',
        '</div>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<br>',
        '&lt;',
        '\\',
        '|',
      ])
      .concat([
        '](javascript:x)',
        '](https://x.example)',
        'javascript:x',
        '[^1]',
        '[^1]: ',
        '[a]: ',
        '![',
        '~~',
      ])
      .concat([
        'www.x.example',
        'a@x.example',
        'http://x.example',
        '    ',
        '\t',
        '> ',
        '```',
        '---\n',
        '# ',
        '=',
      ]);
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (markdown) => {
        const { body, notices, leftOut } = sanitizeMarkdown(markdown);
        expect(liveIn(markdownSyntax.parse(body), notices.length + leftOut.length > 0)).toEqual([]);
        expect(sanitizeMarkdown(body, '').leftOut).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('loses no word', { timeout: 60_000 }, () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const marked = word.chain((inner) =>
      fc.constantFrom(
        ...[
          `*${inner}*`,
          `<b>${inner}</b>`,
          `[${inner}](/x)`,
          `![${inner}](x.jpg)`,
          `<i>${inner}`,
          `${inner}<br>`,
        ],
        ...[
          `[${inner}](data:x)`,
          `\n\n# ${inner}\n\n`,
          `\n\n> ${inner}\n\n`,
          `\n\n<p>${inner}</p>\n\n`,
          inner,
        ],
      ),
    );
    fc.assert(
      fc.property(fc.array(marked, { minLength: 1, maxLength: 12 }), (parts) => {
        const { title = '', body } = sanitizeMarkdown(parts.join(' '));
        const words = `${title} ${body}`.replace(/https?:\S+/g, '');
        const expected = parts.join(' ').match(/(?<![</(.\w:])[a-z]+(?![>/(.\w]|:x)/g) ?? [];
        for (const each of expected) expect(words).toContain(each);
      }),
      { numRuns: 200 },
    );
  });
});

describe('readMarkdown', () => {
  test('survives anything', { timeout: 60_000 }, async () => {
    const fixture = (await loadFixture('blog.md')).toString();
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '~', '[', '{a: {b: c}}', '&a *a', '!!binary x', '0000-00-00', '"', '|', '- x'),
    );
    const headed = fc
      .array(fc.tuple(fc.constantFrom('title', 'date', 'source', 'tags', 'draft', '__proto__', '<<'), value))
      .map((keys) => `---\n${keys.map(([key, text]) => `${key}: ${text}\n`).join('')}---\n# Fog\n\nFog.\n`);
    const mutated = fc
      .tuple(fc.nat(fixture.length), fc.nat(20), value)
      .map(([at, length, text]) => fixture.slice(0, at) + text + fixture.slice(at + length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(headed, mutated), async (text) => {
        await readAnything(text);
      }),
      { numRuns: 200 },
    );
  });
});

/** What a page would have to leave out of a text. */
function liveIn(node: Nodes, isWritten: boolean): string[] {
  const isLive =
    /^(?:html|image|imageReference|footnoteReference|footnoteDefinition)$/.test(node.type) ||
    ('url' in node && !/^(?:https?|mailto):/i.test(node.url)) ||
    (isWritten && node.type === 'heading' && node.depth === 1);
  const inner = 'children' in node ? node.children.flatMap((child) => liveIn(child, isWritten)) : [];
  return isLive ? [JSON.stringify(node), ...inner] : inner;
}
