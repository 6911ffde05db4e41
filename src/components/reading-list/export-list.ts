import { renderCsv } from '../../exports/data/csv.ts';
import { byteOrderMark } from '../../search/browser/page/byte-order-mark.ts';
import { parseCsl, type ListEntry } from './entry.ts';

/** A format that a list is exported in. */
interface ListFormat {
  extension: string;
  /** Media type. */
  type: string;
  render(entries: readonly ListEntry[]): string;
}

/** The formats, by the values of their buttons. Citations are put together as `citationFormats` does. */
export const listFormats: Readonly<Record<string, ListFormat>> = {
  csv: { extension: 'csv', type: 'text/csv', render: (entries) => byteOrderMark + renderTable(entries) },
  ris: {
    extension: 'ris',
    type: 'application/x-research-info-systems',
    render: (entries) => entries.map(({ ris }) => ris).join(''),
  },
  bib: {
    extension: 'bib',
    type: 'application/x-bibtex',
    render: (entries) => entries.map(({ bib }) => bib).join('\n'),
  },
  json: {
    extension: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    // Each is a list of one.
    render: (entries) => `[${entries.map(({ json }) => json.trim().slice(1, -1)).join(',\n')}]\n`,
  },
  text: {
    extension: 'txt',
    type: 'text/plain',
    render: (entries) => entries.map(({ citation }) => `${citation}\n`).join(''),
  },
};

/** Renders a list as CSV, with columns that the export of search results has too; dates are in EDTF. */
function renderTable(entries: readonly ListEntry[]): string {
  const rows = entries.flatMap(({ bib, json }) =>
    parseCsl(json).map(({ title, author = [], language, URL, ...item }) => [
      title,
      // CSL has no EDTF; biblatex has.
      /^ {2}date = \{(.*)\},$/m.exec(bib)?.[1] ?? '',
      author.map((name) => ('literal' in name ? name.literal : `${name.given} ${name.family}`)).join(', '),
      // The archive stands apart only where the publication is known.
      item.archive === undefined ? '' : item['container-title'],
      language,
      URL,
    ]),
  );
  return renderCsv([['title', 'date', 'byline', 'publication', 'language', 'url'], ...rows]);
}
