import type { VocabularyName } from '../../records/vocabularies.ts';
import type { Origin } from '../sources/source.ts';
import type { DraftMedia, TakenFile } from './draft-media.ts';

/**
 * A received text that is to become an article: what its source says about it, in the archive's terms. Readers of all
 * formats produce drafts; the later stages know nothing else of a source. A draft has no more than the source says.
 */
export interface Draft {
  origin: Origin;
  /** The headline as printed, on one line. */
  title?: string;
  /** A second headline, as printed, on one line. */
  subtitle?: string;
  /** The date of publication as an archive date (EDTF), as exact as the source has it. Missing when it says none. */
  date?: string;
  /** Who wrote it, as printed. */
  byline: string[];
  /** Where it was written, as printed. */
  dateline?: string;
  /** BCP 47 tag, where the source says it. */
  language?: string;
  /** The source's own one-sentence summary. */
  summary?: string;
  /** Who published it: the name of a publication, which is looked up among the authority records. */
  publisher?: string;
  /** Its ISSN, which goes into a record that is made of it. */
  issn?: string;
  /** The issue, the edition, the section, the page and the column in which it was printed, as the source has them. */
  issue?: string;
  edition?: string;
  section?: string;
  page?: string;
  column?: string;
  /** Where it was published: an absolute web address. */
  url?: string;
  /**
   * Other addresses that it had: paths, or web addresses. Those that become former URLs are chosen when it is planned, also
   * from `url` and from what is left out as a former address.
   */
  formerUrls?: string[];
  /** Who holds the rights. */
  rights?: string;
  /**
   * Of a text that a program recognized on a picture: the program, and how sure it is of the words on average, 0 to 1, as far as
   * the source says it.
   */
  ocr?: { engine?: string; meanConfidence?: number };
  /** Categories, tags and names that the source gives it: they are looked up among the authority records. */
  terms: Term[];
  /** The text in Markdown, without any markup that was not in the source (see `renderMarkdown`). */
  body: string;
  /** The pictures and other files that the source names. */
  media?: DraftMedia[];
  /** Those of them whose files were found. */
  files?: TakenFile[];
  /** The text as it was received, which is kept. */
  received: Received;
  /** What of the source is not in the entry, each by itself. */
  leftOut: LeftOut[];
  /** What else the archivist should know about how it was read: which columns were used, what is doubtful. Whole sentences. */
  notices: string[];
}

/**
 * Something of the source that is not in the entry. Nothing is left out without one of these: an archivist has to be able to
 * find it again.
 *
 * @example
 * { what: 'a picture', text: 'The harbour at dawn', address: 'https://example.org/harbour.jpg' }
 */
export interface LeftOut {
  /** What it is, with an article: `a script`, `a term of the taxonomy "series"`. The summary counts by it. */
  what: string;
  /** Its words: a caption, a label, an alternative text. */
  text?: string;
  /** Where it is or leads. */
  address?: string;
  /** Further addresses in it: those of the links of a list. */
  addresses?: string[];
}

/** A name that a source gives an article besides its text. */
export interface Term {
  name: string;
  /** Which vocabulary it belongs to, where the source says it. */
  vocabulary?: VocabularyName;
  /** What the source says of it, on one line. */
  description?: string;
  /** The ISSN of a publication. */
  issn?: string;
  /** The term that it is a part of. */
  broader?: Term;
  /** Whether the source has another term of the same name, which is a part of something else. */
  isNamesake?: boolean;
}

/** What was received of an item. */
interface Received {
  /**
   * The bytes of the file when it is one item, else the item's part of the file, exactly as received, in UTF-8;
   * of a spreadsheet, which is packed, the header and the row as CSV.
   */
  bytes: Uint8Array;
  /** The WHATWG name of its encoding, where it came with it and is not said in it. */
  encoding?: string;
  /**
   * The file name extension with which it is kept, and published as it is (`nameSourceText`). What a browser could take for
   * a page has `.txt` as its last extension.
   */
  extension: 'txt' | 'md.txt' | 'html.txt' | 'xml.txt' | 'json' | 'csv' | 'tsv' | 'docx' | 'odt' | 'pdf';
  /** Whether the file itself is kept as an attachment of the entry, and not below `sources/`. */
  isAttached?: boolean;
}
