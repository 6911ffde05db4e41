/** What a citation contains besides its facts, in one language. */
export interface CitationMarks {
  /** Quotation marks. */
  open: string;
  close: string;
  /** In place of an unknown date. */
  undated: string;
}

/** The facts in a citation for readers; '' for what is not known. */
export interface CitationFacts {
  byline: string;
  /** A supplied title has its square brackets already. */
  title: string;
  isSupplied: boolean;
  source: string;
  /** As formatted for readers. */
  date: string;
  /** Where in the source it was printed: `late edition, Business, page A12`. */
  printed?: string;
  /** The title of the archive. */
  archive: string;
  url: string;
}

/** A part of a citation: one of its facts, or the punctuation between them. */
export interface CitationPart {
  fact?: keyof CitationFacts;
  text: string;
}

/**
 * Formats a citation for readers, in no particular citation style: byline, title, source, date and page, archive, permanent URL.
 * A printed title is in quotation marks; a supplied one has its brackets only.
 *
 * @example
 * // Ada Lind. “Harbour reopens.” The Gazette, 18 July 2021. Dateline. https://example.org/articles/…
 */
export function formatCitation(facts: CitationFacts, marks: CitationMarks): CitationPart[] {
  const { byline, title, isSupplied, source, printed = '', archive, url } = facts;
  const date = facts.date || marks.undated;
  const parts: CitationPart[] = [];
  const add = (fact: keyof CitationFacts, text: string, after: string) =>
    parts.push({ fact, text }, { text: after });
  if (byline) add('byline', byline, `${stopAfter(byline)} `);
  if (!isSupplied) parts.push({ text: marks.open });
  add('title', title, `${stopAfter(title)}${isSupplied ? '' : marks.close} `);
  if (source) add('source', source, ', ');
  add('date', date, printed ? ', ' : `${stopAfter(date)} `);
  if (printed) add('printed', printed, `${stopAfter(printed)} `);
  add('archive', archive, `${stopAfter(archive)} `);
  parts.push({ fact: 'url', text: url });
  return parts;
}

/** A full stop, unless the text ends in a mark that takes its place. */
function stopAfter(text: string): string {
  return /[.!?…。！？؟۔।]$/u.test(text) ? '' : '.';
}
