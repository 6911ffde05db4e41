import { splitPages } from '../../archive/printed-place.ts';
import { knownPart } from '../../records/date/archive-date.ts';
import type { Citation } from './citation.ts';

/** Renders a citation in RIS ("RIS Format Specifications", 2011) as a newspaper article: one tag a line, each ended by CR LF. */
export function renderRis(citation: Citation): string {
  const { id, title, authors, date, source, archive, url, language, issn, printed, summary } = citation;
  const pages = printed?.page === undefined ? undefined : splitPages(printed.page);
  const names = authors.map(({ name, parts }) => (parts ? `${parts.family}, ${parts.given}` : name));
  const tags: [tag: string, value: string | undefined][] = [
    ['TY', 'NEWS'],
    ['ID', id],
    ...names.map((name): [string, string] => ['AU', name]),
    ['TI', title],
    ['T2', source ?? archive],
    ['PY', date && knownPart(date).slice(0, 4)],
    ['DA', formatRisDate(citation)],
    ['IS', printed?.issue],
    ['ET', printed?.edition],
    ['SE', printed?.section],
    ['SP', pages?.first],
    ['EP', pages?.last],
    ['SN', issn],
    ['LA', language],
    ['DB', source && archive],
    ['UR', url],
    ['AB', summary],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}\r\n`] : []));
  return `${lines.join('')}ER  - \r\n`;
}

/** `2021/07/18/`, `2021/07//`, `2021///`; for a date that is not exact, its words follow the last slash. */
function formatRisDate({ date, formattedDate }: Citation): string | undefined {
  if (!date || !formattedDate) return undefined;
  const [year = '', month = '', day = ''] = knownPart(date).split('-');
  return [year, month, day, formattedDate.datetime ? '' : formattedDate.short].join('/');
}
