import { knownPart } from '../../records/date/archive-date.ts';
import type { Citation } from './citation.ts';

/** Writes a citation in RIS ("RIS Format Specifications", 2011): a newspaper article, a line a tag, ended by CR LF. */
export function writeRis(citation: Citation): string {
  const { id, title, authors, date, source, archive, url, language, summary } = citation;
  const names = authors.map(({ name, parts }) => (parts ? `${parts.family}, ${parts.given}` : name));
  const tags: [tag: string, value: string | undefined][] = [
    ['TY', 'NEWS'],
    ['ID', id],
    ...names.map((name): [string, string] => ['AU', name]),
    ['TI', title],
    ['T2', source ?? archive],
    ['PY', date && knownPart(date).slice(0, 4)],
    ['DA', writeDate(citation)],
    ['LA', language],
    ['DB', source && archive],
    ['UR', url],
    ['AB', summary],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}\r\n`] : []));
  return `${lines.join('')}ER  - \r\n`;
}

/** `2021/07/18/`, `2021/07//`, `2021///`; what cannot be said so is said in words after the last slash. */
function writeDate({ date, dateWords }: Citation): string | undefined {
  if (!date || !dateWords) return undefined;
  const [year = '', month = '', day = ''] = knownPart(date).split('-');
  return [year, month, day, dateWords.datetime ? '' : dateWords.short].join('/');
}
