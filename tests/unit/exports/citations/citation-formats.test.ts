import { execFileSync } from 'node:child_process';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { z } from 'astro/zod';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hasProgram } from '../../../support/system-packages.ts';
import { renderBibtex } from '../../../../src/exports/citations/bibtex.ts';
import { convertToCsl, renderCslJson, type CslItem } from '../../../../src/exports/citations/csl-json.ts';
import { citationFormats, renderCitationFiles } from '../../../../src/exports/citations/citation-files.ts';
import { listCitationMeta } from '../../../../src/exports/citations/citation-meta.ts';
import { renderRis } from '../../../../src/exports/citations/ris.ts';
import type { Citation } from '../../../../src/exports/citations/citation.ts';
import { citationOf, citations } from './awkward-citations.ts';

const all = Object.values(citations);
const whole = citationOf('2021/07/18/whole');
const issuedOf = (id: string) => convertToCsl(citationOf(id)).issued;

/** As much of the schema of CSL-JSON (csl-data.json of citationstyles.org) as can be met with here; it allows no other property. */
const text = z.string();
const part = z.union([z.string(), z.number()]);
const cslSchema = z.array(
  z.strictObject({
    id: part,
    type: z.enum(['article', 'article-journal', 'article-magazine', 'article-newspaper', 'webpage']),
    ...Object.fromEntries(
      [
        'title',
        'container-title',
        'language',
        'archive',
        'source',
        'URL',
        'abstract',
        'note',
        'publisher',
        'ISSN',
        'edition',
        'section',
      ].map((name) => [name, text.optional()]),
    ),
    issue: part.optional(),
    page: part.optional(),
    author: z
      .array(z.strictObject({ family: text.optional(), given: text.optional(), literal: text.optional() }))
      .optional(),
    issued: z
      .strictObject({
        'date-parts': z.array(z.array(part).min(1).max(3)).min(1).max(2),
        circa: z.union([z.string(), z.number(), z.boolean()]).optional(),
      })
      .optional(),
  }),
);

describe('CSL-JSON', () => {
  test('keeps to its schema, and Citation.js finds nothing in it to mend', () => {
    for (const citation of all) {
      const json = renderCslJson(citation);
      const item = convertToCsl(citation);
      expect(cslSchema.parse(JSON.parse(json))).toEqual([item]);
      const [read] = new Cite(json).data;
      expect(read).toMatchObject({ ...item });
    }
  });

  test('has as many parts of a date as are known', () => {
    expect(issuedOf('2021/07/18/whole')).toEqual({ 'date-parts': [[2021, 7, 18]] });
    expect(issuedOf('2021/07/month')).toEqual({ 'date-parts': [[2021, 7]] });
    expect(issuedOf('2021/year')).toEqual({ 'date-parts': [[2021]] });
    expect(issuedOf('2021/about')).toEqual({ 'date-parts': [[2021]], circa: true });
    expect(issuedOf('2021/from-to')).toEqual({
      'date-parts': [
        [2021, 7],
        [2021, 9],
      ],
      circa: true,
    });
    expect(issuedOf('1999/years')).toEqual({ 'date-parts': [[1999], [2001, 2, 3]] });
    expect(issuedOf('undated/a-scrap')).toBeUndefined();
  });

  test('takes only names apart of which a record says how', () => {
    expect(convertToCsl(whole).author).toEqual([
      { family: 'Lind', given: 'A.' },
      { family: 'Wang', given: 'Li' },
      { literal: '王莉' },
      { literal: 'The Harbour Board' },
      { literal: 'Staff and agencies' },
      { literal: 'Bo Ek' },
      { literal: 'Reuters' },
    ]);
  });

  test('names the archive beside the source, and alone where no source is known', () => {
    expect(convertToCsl(whole)).toMatchObject({
      'container-title': 'The Gazette & Sons',
      archive: 'Harbour & Sons, 100% {news}',
    });
    const item = convertToCsl(citationOf('2021/year'));
    expect(item['container-title']).toBe('Harbour & Sons, 100% {news}');
    expect(item.archive).toBeUndefined();
  });
});

/** What is compared: everything that BibTeX can say of an article. */
interface Compared {
  id: string;
  title: string;
  container: string;
  authors: string[];
  dates: number[][] | undefined;
  language: string | undefined;
  url: string;
  abstract: string | undefined;
}

const nameOf = (name: Record<string, string>) =>
  name.literal ?? [name.family, name.given].filter(Boolean).join(', ');

function compare(item: Record<string, unknown>): Compared {
  const csl = item as unknown as CslItem;
  return {
    id: csl.id,
    title: csl.title,
    container: csl['container-title'],
    authors: (csl.author ?? []).map((name) => nameOf({ ...name })),
    dates: csl.issued?.['date-parts'].map((parts) => parts.map(Number)),
    language: csl.language.toLowerCase(),
    url: csl.URL,
    abstract: csl.abstract,
  };
}

const meantBy = (citation: Citation) => compare({ ...convertToCsl(citation) });

/** Signs that are something else in TeX, in RIS or in JSON, and letters of several scripts. */
const signs = [...'\\{}~^%&$#_<@=,`"\'-?!;:/*+|[]“”aBé王بـ🛶 ', '  - ', 'and', '--', "''"];
const awkwardText = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 14 })
  // As the reader of records has them: a line, with no space at either end; TeX knows one space only.
  .map((parts) => parts.join('').replaceAll(/ +/g, ' ').trim())
  .filter((made) => made !== '');
const titled = (made: string): Citation => ({
  ...whole,
  title: made,
  source: made,
  authors: [{ name: made, isOrganization: false }],
  summary: undefined,
});

describe('BibTeX', () => {
  test('is read back by Citation.js letter for letter', () => {
    const read = new Cite(all.map(renderBibtex).join('\n')).data;
    expect(read.map(compare)).toEqual(all.map(meantBy));
  });

  test('is read back so whatever stands in a title, a source or a name', () => {
    fc.assert(
      fc.property(awkwardText, (made) => {
        const [read = {}] = new Cite(renderBibtex(titled(made))).data;
        expect(compare(read)).toEqual(meantBy(titled(made)));
      }),
      { numRuns: 300 },
    );
  });

  test.runIf(hasProgram('pandoc')).for(['bibtex', 'biblatex'])('is read back by pandoc as %s', (format) => {
    const made = fc.sample(awkwardText, 200).map((each, index) => ({ ...titled(each), id: `made/${index}` }));
    const input = [...all, ...made].map(renderBibtex).join('\n');
    const json = execFileSync('pandoc', ['-f', format, '-t', 'csljson'], { input, encoding: 'utf8' });
    const read = new Map((JSON.parse(json) as CslItem[]).map((item) => [item.id, compare({ ...item })]));
    // Braces it leaves out, and straight quotation marks it makes curly ones.
    const fold = ({ ...compared }: Compared) =>
      JSON.stringify(compared)
        .replaceAll(/[{}]/g, '')
        .replaceAll(/\\"|[`'‘’“”]/g, '’');
    for (const citation of [...all, ...made]) {
      const item = read.get(citation.id);
      expect(item && fold(item), citation.title).toBe(fold(meantBy(citation)));
    }
  });

  test.runIf(hasProgram('ris2xml'))('is read by bibutils', () => {
    const input = renderBibtex(citationOf('2021/07/month'));
    const xml = execFileSync('bib2xml', { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
    for (const said of [
      '<title>خبر من المرفأ</title>',
      '<namePart>آدا ليند</namePart>',
      '<dateIssued>2021-07<',
    ]) {
      expect(xml).toContain(said);
    }
  });

  test('gives BibTeX its year and month, and biblatex the whole date', () => {
    expect(renderBibtex(whole)).toContain('date = {2021-07-18},\n  year = {2021},\n  month = jul,\n');
    expect(renderBibtex(citationOf('2021/about'))).toContain('date = {2021~},\n  year = {about 2021},\n');
    expect(renderBibtex(citationOf('2021/from-to'))).toContain('date = {2021-07/2021-09~},\n');
    expect(renderBibtex(citationOf('undated/a-scrap'))).not.toMatch(/^ +(?:date|year)/m);
  });

  test('leaves nothing that TeX would take for a sign of its own', () => {
    fc.assert(
      fc.property(awkwardText, (made) => {
        const [, title = ''] = /^ +title = \{\{(.*)\}\},$/m.exec(renderBibtex(titled(made))) ?? [];
        const plain = title.replaceAll(/\\(?:text[a-z]+\{\}|[%&$#_])|\{\}/g, ' ');
        expect(plain).not.toMatch(/[\\{}~^%&$#_]|--|''|[`?!]`/);
      }),
    );
  });

  test('has keys of ASCII that are the ids, and braces that are even', () => {
    for (const citation of all) {
      const entry = renderBibtex(citation);
      expect(entry).toMatch(/^@article\{[\w/-]+,\n/);
      expect(entry.split('{')).toHaveLength(entry.split('}').length);
    }
  });
});

describe('RIS', () => {
  test('is lines of a tag and a text, from TY to ER', () => {
    for (const citation of all) {
      const lines = renderRis(citation).split('\r\n');
      expect(lines.at(0)).toBe('TY  - NEWS');
      expect(lines.slice(-2)).toEqual(['ER  - ', '']);
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\p{Cc}]*$/u);
    }
  });

  test('is read back by Citation.js letter for letter, but for days, which it does not read', () => {
    const read = new Cite(all.map(renderRis).join('')).data.map((item) => {
      const { reporter = [], ...rest } = item as { reporter?: string | string[] };
      return compare({ ...rest, author: [reporter].flat().map((literal) => ({ literal })) });
    });
    const meant = all.map((citation) => {
      const { dates, ...rest } = meantBy(citation);
      return { ...rest, dates: dates && [[dates[0]?.[0]]] };
    });
    expect(read).toEqual(meant);
  });

  test.runIf(hasProgram('ris2xml'))('is read by bibutils, dates as far as they are known', () => {
    const days = Object.entries({
      '2021/07/18/whole': '2021-07-18',
      '2021/07/month': '2021-07',
      '2021/year': '2021',
      '2021/about': '2021',
      '1999/years': '1999',
    });
    for (const [id, day] of days) {
      const input = renderRis(citationOf(id));
      const xml = execFileSync('ris2xml', { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
      expect(xml, id).toContain(`<dateIssued>${day}</dateIssued>`);
      expect(xml, id).toContain(`<url>${citationOf(id).url}</url>`);
      expect(xml, id).toContain('<genre authority="marcgt">newspaper</genre>');
    }
  });

  test('says in words what its form of a date cannot', () => {
    const dateOf = (id: string) => /^DA {2}- (.*)\r$/m.exec(renderRis(citationOf(id)))?.[1];
    expect(dateOf('2021/07/18/whole')).toBe('2021/07/18/');
    expect(dateOf('2021/07/month')).toBe('2021/07//');
    expect(dateOf('2021/year')).toBe('2021///');
    expect(dateOf('2021/about')).toBe('2021///about 2021');
    expect(dateOf('2021/from-to')).toBe('2021///July 2021 to about September 2021');
    expect(dateOf('undated/a-scrap')).toBeUndefined();
  });
});

describe('the tags in the head', () => {
  test('name each author once, and never a journal', () => {
    const meta = listCitationMeta(whole);
    expect(meta.filter(({ name }) => name === 'citation_author').map(({ content }) => content)).toEqual([
      'Lind, A.',
      'Wang, Li',
      '王莉',
      'The Harbour Board,',
      'Staff and agencies',
      'Bo Ek',
      'Reuters',
    ]);
    expect(meta.map(({ name }) => name)).not.toContain('citation_journal_title');
  });

  test.for([
    ['2021/07/18/whole', '2021-07-18'],
    ['2021/07/month', '2021-07'],
    ['2021/about', 'about 2021'],
    ['undated/a-scrap', undefined],
  ] as const)('give the date of %s as %s', ([id, date]) => {
    const meta = listCitationMeta(citationOf(id));
    expect(meta.find(({ name }) => name === 'citation_date')?.content).toBe(date);
  });
});

describe('renderCitationFiles', () => {
  test('has in the address of each just what is saved', () => {
    for (const citation of [...all, titled('lone \ud800 surrogate')]) {
      for (const [index, { href }] of renderCitationFiles(citation).entries()) {
        const [, data = ''] = /^data:[\w+./-]+,(.*)$/s.exec(href) ?? [];
        expect(decodeURIComponent(data)).toBe(citationFormats[index]?.render([citation]));
        expect(href).not.toMatch(/[\s"<>{}#\\^`|[\]]/);
      }
    }
  });

  test('names them by the article', () => {
    expect(renderCitationFiles(whole).map(({ format, name }) => [format, name])).toEqual([
      ['BibTeX', 'whole.bib'],
      ['RIS', 'whole.ris'],
      ['CSL-JSON', 'whole.json'],
    ]);
  });
});
