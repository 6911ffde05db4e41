/** What a citation has besides its facts, in one language. */
export interface CitationWords {
  /** Quotation marks. */
  open: string;
  close: string;
  /** For a date that is not known. */
  undated: string;
}

/** What a citation for readers is made of; '' stands for what is not known. */
export interface CitationFacts {
  byline: string;
  /** A supplied one stands in square brackets already. */
  title: string;
  isSupplied: boolean;
  source: string;
  /** In words. */
  date: string;
  /** The title of the archive. */
  archive: string;
  url: string;
}

/** A stretch of a citation: one of its facts, or what stands between them. */
export interface CitationPart {
  fact?: keyof CitationFacts;
  text: string;
}

/**
 * Words a citation for readers, in no school's style: byline, title, source and date, archive, permanent URL. A printed
 * title stands in quotation marks, a supplied one in its brackets alone.
 *
 * @example
 * // Ada Lind. “Harbour reopens.” The Gazette, 18 July 2021. Dateline. https://example.org/articles/…
 */
export function wordCitation(facts: CitationFacts, words: CitationWords): CitationPart[] {
  const { byline, title, isSupplied, source, archive, url } = facts;
  const date = facts.date || words.undated;
  const parts: CitationPart[] = [];
  const add = (fact: keyof CitationFacts, text: string, after: string) =>
    parts.push({ fact, text }, { text: after });
  if (byline) add('byline', byline, `${stopAfter(byline)} `);
  if (!isSupplied) parts.push({ text: words.open });
  add('title', title, `${stopAfter(title)}${isSupplied ? '' : words.close} `);
  if (source) add('source', source, ', ');
  add('date', date, `${stopAfter(date)} `);
  add('archive', archive, `${stopAfter(archive)} `);
  parts.push({ fact: 'url', text: url });
  return parts;
}

/** The full stop that a text still needs. */
function stopAfter(text: string): string {
  return /[.!?…。！？؟۔।]$/u.test(text) ? '' : '.';
}
