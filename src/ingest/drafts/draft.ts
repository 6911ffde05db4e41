import type { Problem } from '../../records/problem.ts';
import type { VocabularyName } from '../../records/vocabularies.ts';
import type { DateReading } from './source-date.ts';

/** Where an item stands in what was received. */
export interface Origin {
  /** The file as it was named on the command line, or found in a folder named there; `-` for standard input. */
  file: string;
  /** Which of the file's items it is: `item 3`, `post 17`, `row 5`. Missing when the file is one item. */
  item?: string;
  /** The 1-based line on which it begins. */
  line: number;
}

/**
 * A received text on its way to become an entry: what its source says of it, in the archive's terms. Every kind of
 * source makes drafts, and the rest of the program knows nothing else of it. A draft holds no more than the source says:
 * what is missing stays missing.
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
  /** Who published it. */
  publisher?: string;
  /** Where it was published: an absolute web address. */
  url?: string;
  /** Who holds the rights. */
  rights?: string;
  /** Categories, tags and names that the source gives it: they are looked up among the authority records. */
  terms: Term[];
  /** The text in Markdown, in which nothing is live that was not in the source (see `writeMarkdown`). */
  body: string;
  /** The text as it was received, which is kept. */
  received: Received;
  /** What the archivist should know of how it was taken: what was left out, and which keys went where. Whole sentences. */
  notices: string[];
}

/** A name that a source gives an article besides its text. */
export interface Term {
  name: string;
  /** Which vocabulary it belongs to, where the source says it. */
  vocabulary?: VocabularyName;
}

/** What was received of an item. */
interface Received {
  /**
   * The bytes of the file when it is one item, else the item's own part of the file, letter for letter, in UTF-8.
   */
  bytes: Uint8Array;
  /**
   * The file name extension that it is kept under, and published. What a browser would run when it is given it as a page
   * is a text by its last extension.
   */
  extension: 'txt' | 'md' | 'html.txt' | 'xml.txt' | 'json' | 'csv' | 'tsv';
}

/** What is wrong with an item, or with a file. */
export interface Failure extends Omit<Problem, 'file'> {
  origin: Origin;
}

/** A record as an archive has published it, which is taken word for word: an article, or an authority record. */
export interface PublishedRecord {
  collection: 'articles' | VocabularyName;
  id: string;
  /** Its frontmatter. */
  data: Readonly<Record<string, unknown>>;
  /** Markdown. */
  body: string;
  /** The text as it was received, with its path below `sources/`, where the archive has published it. */
  source?: { file: string; bytes: Uint8Array };
}

/** What a source makes of one item. Exactly one of these comes of everything that was received. */
export type Item =
  | { kind: 'draft'; draft: Draft }
  | { kind: 'record'; origin: Origin; record: PublishedRecord }
  /** Left out for a reason that the archivist chose, or that lies in the source (`a draft`). */
  | { kind: 'skipped'; origin: Origin; title?: string; reason: string }
  | { kind: 'failed'; failure: Failure };

/** A file to be taken in. */
export interface ReceivedFile {
  /** As in {@link Origin.file}. */
  name: string;
  /** Absolute path; of standard input, that of a private copy. */
  path: string;
  /** Bytes. */
  size: number;
}

/** What an archivist may say of the sources. */
export interface SourceOptions extends DateReading {
  /** A WHATWG name of an encoding, for files that are not in Unicode. */
  encoding?: string;
  /** For tables: the column that each key of an entry is taken from. */
  columns: ReadonlyMap<string, string>;
  /** For WordPress exports: the statuses that are taken. */
  statuses: ReadonlySet<string>;
}

/**
 * Reads a file's items in their order, without keeping them. What is wrong with an item becomes a `failed` item, after
 * which the next one follows; what is wrong with the file as a whole is thrown as a {@link SourceError}.
 */
export type ReadItems = (file: ReceivedFile, options: SourceOptions) => AsyncIterable<Item>;

/** Thrown when what was received cannot be read. Its place is in the file, or in the item that its catcher knows. */
export class SourceError extends Error {
  override name = 'SourceError';
  readonly problem: Omit<Problem, 'file'>;

  /**
   * @param found completes "found …"; names the element or key (`the date "31 February" in <pubDate>`)
   * @param expected completes "expected …"
   * @param fix one or two whole sentences that say what to do
   */
  constructor(
    found: string,
    expected: string,
    fix: string,
    place: { line: number; column: number } = { line: 1, column: 1 },
  ) {
    super(`found ${found}; expected ${expected}. ${fix}`);
    this.problem = { ...place, found, expected, fix };
  }
}
