import type { Author } from '../../archive/vocabularies/authors.ts';
import { splitPages } from '../../archive/printed-place.ts';
import type { Citation } from './citation.ts';

/**
 * Renders a citation for BibTeX, which reads `year` and `month`, and for biblatex, which reads `date` (EDTF). A date that is
 * not exact is given in words in `year`, which BibTeX allows ("(about 1984)"). There is no `urldate`, since the day of
 * access is not known.
 */
export function renderBibtex(citation: Citation): string {
  const { id, title, authors, date, formattedDate, source, archive, url, language, issn, printed, summary } = citation;
  const { issue, edition, section, page } = printed ?? {};
  const note = [edition, section, source && archive].filter((each) => each !== undefined).join(', ');
  const [year, month] = formattedDate?.datetime?.split('-') ?? [formattedDate?.short];
  const fields: [name: string, value: string | undefined][] = [
    ['author', authors.length > 0 ? braced(authors.map(formatName).join(' and ')) : undefined],
    // Two pairs of braces keep bibliography styles from changing the case.
    ['title', braced(braced(escape(title)))],
    ['journal', braced(escape(source ?? archive))],
    ['entrysubtype', braced('newspaper')],
    ['date', date && braced(date.edtf)],
    ['year', year && braced(year)],
    // BibTeX has a macro for each month, which styles define.
    ['month', months[Number(month) - 1]],
    ['number', issue && braced(escape(issue))],
    ['pages', page && braced(formatPages(page))],
    ['issn', issn && braced(issn)],
    ['langid', braced(language)],
    ['note', note && braced(escape(note))],
    // A URL contains no braces, and needs no other escapes in this field.
    ['url', braced(url)],
    ['abstract', summary && braced(escape(summary))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []));
  return `@article{${id},\n${lines.join('')}}\n`;
}

/** BibTeX writes a range with two hyphens. */
function formatPages(page: string): string {
  const { first, last } = splitPages(page);
  return last === undefined ? escape(first) : `${escape(first)}--${escape(last)}`;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function formatName({ name, parts }: Author): string {
  return parts ? `${escape(parts.family)}, ${escape(parts.given)}` : braced(escape(name));
}

const braced = (text: string) => `{${text}}`;

/** Characters that are special in TeX. BibTeX would count braces that are escaped as `\{`. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Between characters that TeX joins to a ligature: a dash, a quotation mark, an inverted mark. */
const ligature = /(?<=-)(?=-)|(?<=')(?=')|(?<=[`?!])(?=`)/g;

function escape(text: string): string {
  return text
    .replaceAll(/[\\{}~^%&$#_]/g, (character) => escapes[character] ?? `\\${character}`)
    .replaceAll(ligature, '{}');
}
