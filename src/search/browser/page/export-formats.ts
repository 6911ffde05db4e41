import { citationFormats } from '../../../exports/citations/citation-files.ts';
import { formatCitation } from '../../../exports/citations/format-citation.ts';
import { renderCsv } from '../../../exports/data/csv.ts';
import { citing } from '../../../languages/search/messages.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { citeHit, titleOf, type ExportedHit } from './cite-hit.ts';

/** What exports need to know besides the articles. */
export interface ExportContext {
  /** The facet of each vocabulary, whose name is that of the column with the tags: `people`. */
  singulars: Readonly<Record<string, string>>;
  /** The title of the site. */
  archive: string;
}

/** A format that results are exported in. */
interface ExportFormat {
  extension: string;
  /** Media type. */
  type: string;
  render(hits: readonly ExportedHit[], context: ExportContext): string;
}

/** The formats, by the values of their buttons. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  csv: {
    extension: 'csv',
    type: 'text/csv',
    render: (hits, context) => byteOrderMark + renderTable(hits, context),
  },
  text: { extension: 'txt', type: 'text/plain', render: renderCitations },
  ...Object.fromEntries(
    citationFormats.map(({ extension, type, render }): [string, ExportFormat] => [
      extension,
      {
        extension,
        type,
        render: (hits, { archive }) => render(hits.map((hit) => citeHit(hit, archive))),
      },
    ]),
  ),
};

/** Renders results as CSV (RFC 4180); dates are in EDTF, and tags as the filters have them. */
export function renderTable(
  hits: readonly ExportedHit[],
  { singulars }: Pick<ExportContext, 'singulars'>,
): string {
  const vocabularies = Object.entries(singulars);
  const header = [
    'title',
    'date',
    'byline',
    'publication',
    'language',
    ...vocabularies.map(([name]) => name),
    'excerpt',
    'url',
  ];
  const rows = hits.map((hit) => [
    titleOf(hit),
    hit.edtf,
    hit.byline,
    hit.source,
    hit.language,
    ...vocabularies.map(([, key]) => (hit.tags?.[key] ?? []).join('; ')),
    hit.excerpt.map(({ text }) => text).join(''),
    hit.url,
  ]);
  return renderCsv([header, ...rows]);
}

/** Renders results as a list of citations, one a line, as the articles' pages show them. */
export function renderCitations(hits: readonly ExportedHit[]): string {
  const lines = hits.map((hit) => {
    const title = titleOf(hit);
    const isSupplied = /^\[.*\]$/s.test(title);
    const parts = formatCitation({ ...hit, title, isSupplied, date: hit.cited }, citing);
    return `${parts.map(({ text }) => text).join('')}\n`;
  });
  return lines.join('');
}
