import type { DatePoint } from '../../records/date/archive-date.ts';
import type { Citation } from './citation.ts';

/** A name in CSL. */
type CslName = { family: string; given: string } | { literal: string };

/** The part of CSL-JSON that is used (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title: string;
  author?: CslName[];
  'container-title': string;
  issued?: { 'date-parts': number[][]; circa?: true };
  ISSN?: string;
  issue?: string;
  edition?: string;
  section?: string;
  page?: string;
  language: string;
  archive?: string;
  URL: string;
  abstract?: string;
}

/** Converts a citation to CSL. An undated article has no `issued`. */
export function convertToCsl(citation: Citation): CslItem {
  const { id, title, authors, date, source, archive, url, language, issn, printed, summary } = citation;
  const { issue, edition, section, page } = printed ?? {};
  const points = date ? [date.start, ...(date.end ? [date.end] : [])] : [];
  const isCirca = points.some(({ approximate }) => approximate);
  return {
    id,
    type: 'article-newspaper',
    title,
    ...(authors.length > 0 && {
      author: authors.map(({ name, parts }): CslName => parts ?? { literal: name }),
    }),
    'container-title': source ?? archive,
    ...(points.length > 0 && {
      issued: { 'date-parts': points.map(partsOf), ...(isCirca && { circa: true }) },
    }),
    ...(issn && { ISSN: issn }),
    ...(issue && { issue }),
    ...(edition && { edition }),
    ...(section && { section }),
    ...(page && { page }),
    language,
    ...(source && { archive }),
    URL: url,
    ...(summary && { abstract: summary }),
  };
}

/** Renders citations as CSL-JSON: a list of items, one field a line. */
export function renderCslJson(...citations: readonly Citation[]): string {
  const items = citations.map((citation) => {
    const fields = Object.entries(convertToCsl(citation)).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    return `{\n${fields.join(',\n')}\n}`;
  });
  return `[${items.join(',\n')}]\n`;
}

function partsOf({ year, month, day }: DatePoint): number[] {
  return [year, ...(month ? [month] : []), ...(day ? [day] : [])];
}
