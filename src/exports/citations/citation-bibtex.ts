import type { Author } from '../../archive/vocabularies/authors.ts';
import type { Citation } from './citation.ts';

/**
 * Writes a citation for BibTeX and biblatex: `year` and `month` are what the former reads, `date` (EDTF, to the day) what
 * the latter does. A date that is not exact stands in `year` in words, which BibTeX allows ("(about 1984)"). There is no
 * `urldate`: a build knows no day of access.
 */
export function writeBibtex(citation: Citation): string {
  const { id, title, authors, date, dateWords, source, archive, url, language, summary } = citation;
  const [year, month] = dateWords?.datetime?.split('-') ?? [dateWords?.short];
  const fields: [name: string, value: string | undefined][] = [
    ['author', authors.length > 0 ? braced(authors.map(writeName).join(' and ')) : undefined],
    // In two pairs of braces no style changes its capitals.
    ['title', braced(braced(escape(title)))],
    ['journal', braced(escape(source ?? archive))],
    ['entrysubtype', braced('newspaper')],
    ['date', date && braced(date.edtf)],
    ['year', year && braced(year)],
    // BibTeX knows the months by name, so that each style words them.
    ['month', months[Number(month) - 1]],
    ['langid', braced(language)],
    ['note', source && braced(escape(archive))],
    // Verbatim; an address has no braces.
    ['url', braced(url)],
    ['abstract', summary && braced(escape(summary))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []));
  return `@article{${id},\n${lines.join('')}}\n`;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function writeName({ name, parts }: Author): string {
  return parts ? `${escape(parts.family)}, ${escape(parts.given)}` : braced(escape(name));
}

const braced = (text: string) => `{${text}}`;

/** What means something else to TeX. Braces as `\{` would still be counted by BibTeX. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Between signs that TeX would make one of: a dash, a quotation mark, a turned mark. */
const ligature = /(?<=-)(?=-)|(?<=')(?=')|(?<=[`?!])(?=`)/g;

function escape(text: string): string {
  return text.replaceAll(/[\\{}~^%&$#_]/g, (sign) => escapes[sign] ?? `\\${sign}`).replaceAll(ligature, '{}');
}
