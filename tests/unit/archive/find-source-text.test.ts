import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hasPublicSum, nameSourceText } from '../../../src/archive/find-source-text.ts';
import { listFormerSources, listSourceTexts } from '../../../src/exports/data/source-texts.ts';
import { makeArchive } from './entries.ts';

const sha256 = 'c4b6'.repeat(16);
const named = (file: string) => nameSourceText({ file, sha256 });

describe('a source text is published under its own name', () => {
  test.each([
    '2021/07/18/ferry.txt',
    '2021/07/18/ferry.md.txt',
    '2021/07/18/ferry.html.txt',
    '2021/07/18/ferry.xml.txt',
    'undated/list.csv',
    'undated/list.tsv',
    'undated/item.json',
    'No. 5, 1998.txt',
    '2021.07.18.txt',
    'v1.0/ferry 2.txt',
    '王毅/é.txt',
    '_headers.txt',
  ])('when that is harmless on every host: %s', (file) => expect(named(file)).toBe(file));
});

describe('a source text is published under its checksum', () => {
  test.each(
    'html htm HTML xhtml xht shtml xml xsl xslt svg svgz mht mhtml js mjs css wasm pdf swf php cgi md gz br bin TXT'
      .split(' ')
      .map((extension) => `2021/ferry.${extension}`),
  )('when browsers or hosts could run it, or hosts may not know it: %s', (file) =>
    expect(named(file)).toBe(`${sha256}.txt`),
  );

  test.each([
    'ferry',
    'a.txt.html',
    'a.php.txt',
    'a.shtml.txt',
    'a.html.gz.txt',
    'a.asp;.txt',
    'a.en.html.txt',
    'a.txt.',
    'a.txt ',
    'a.html .txt',
    'a.txt~',
    'a.html\u200b',
    'a\u202etxt.html',
    'a.html/b',
    'a.asp/b.txt',
    'index.html',
    '_headers',
    '_redirects',
    'CNAME',
    'web.config',
    'staticwebapp.config.json',
  ])('when its name has other extensions, or none, or one that hosts read: %j', (file) =>
    expect(named(file)).toBe(`${sha256}.txt`),
  );

  test('so that the published name of any is harmless, and stays when it is published again', () => {
    const part = fc.stringMatching(/^[^./\\%#?:\s][^/\\%#?:\t\n\r]*$/u);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const name = named(parts.join('/'));
        expect(name).toMatch(/\.(?:txt|csv|json|tsv)$/);
        expect(named(name)).toBe(name);
      }),
    );
  });

  test('so that no two have one name, whatever theirs are', () => {
    const text = '<script>alert(1)</script>';
    const sum = createHash('sha256').update(text).digest('hex');
    const source = (file: string, sha256: string) => ({ date: '2021', source: { file, sha256 } });
    const archive = makeArchive({
      articles: {
        '2021/a': source('a.html', sum),
        '2021/b': source('b.html', sum),
        // Named like the checksum of another.
        '2021/c': source(`${sum}.txt`, sha256),
        '2021/d': source('d.txt', sum),
      },
    });
    const published = listSourceTexts(archive, '/none').map(({ path }) => path);
    expect(published.toSorted()).toEqual([`sources/${sum}.txt`, `sources/${sha256}.txt`, 'sources/d.txt']);
    expect(listFormerSources(archive)).toEqual([
      { path: '/sources/a.html', leadsTo: `/sources/${sum}.txt` },
      { path: '/sources/b.html', leadsTo: `/sources/${sum}.txt` },
    ]);
  });
});

describe('a source text is withheld', () => {
  const article = (file: string, more: object = {}) => ({ source: { file, sha256 }, ...more });
  const redactions = [{ date: '2024-05-01', reason: 'privacy' }];

  test('with its checksum, when something was taken out of an article in it, or in a file with the same bytes', () => {
    const archive = makeArchive({
      articles: {
        '2021/a': article('a.txt', { redactions }),
        '2021/b': article('a.txt'),
        '2021/c': article('copy.txt'),
        '2021/d': { source: { file: 'd.txt', sha256: 'd'.repeat(64) } },
      },
    });
    const texts = new Map(archive.articles.map((each) => [each.id, archive.sourceTextOf(each)]));
    expect([...texts].sort().map(([, text]) => [text?.withheld, text && hasPublicSum(text)])).toEqual([
      ['redacted', false],
      ['otherRedacted', false],
      ['otherRedacted', false],
      [undefined, true],
    ]);
    expect(listSourceTexts(archive, '/').map(({ path }) => path)).toEqual(['sources/d.txt']);
  });

  test.each(['a.docx', 'a.docm', 'a.odt', 'a.xlsx', 'a.ods', 'A.DOCX'])(
    'when it is a file of an office program, which may hold what nobody sees in it: %s',
    (file) => {
      const articles = { '2021/a': article(file) };
      const [kept, published] = [{}, { publishOriginals: true }].map((site) =>
        makeArchive({ articles, site }),
      );
      const textOf = (archive = kept) => archive?.articles.map((each) => archive.sourceTextOf(each))[0];
      expect(textOf()).toMatchObject({ withheld: 'document', publishedAs: undefined });
      expect(hasPublicSum(textOf()!)).toBe(true);
      expect(textOf(published)).toMatchObject({ withheld: undefined, publishedAs: `${sha256}.txt` });
    },
  );
});
