import type { Problem } from '../../records/problem.ts';
import type { VocabularyName } from '../../records/vocabularies.ts';
import type { DateReading } from '../dates/source-date.ts';
import type { Draft } from '../drafts/draft.ts';
import type { TemporaryCopies } from '../read/temporary-copies.ts';
import type { JekyllConfiguration } from './markdown/jekyll/read-site.ts';

/** An input file. */
export interface ReceivedFile {
  /** As in {@link Origin.file}. */
  name: string;
  /** Absolute path; of standard input, that of a private copy. */
  path: string;
  /** Bytes. */
  size: number;
  /** Absolute path of the folder that was named, in which it was found; missing when the file itself was named. */
  root?: string;
  /** Of a crawl in several files: all of them, this one included. */
  parts?: readonly ReceivedFile[];
}

/** What an archivist can state about the sources. */
export interface SourceOptions extends DateReading {
  /** A WHATWG name of an encoding, for files that are not in Unicode. */
  encoding?: string;
  /** For tables: the column that each key of an entry is taken from. */
  columns: ReadonlyMap<string, string>;
  /** For spreadsheets: the name of the sheet that is taken; the first when left out. */
  sheet?: string | undefined;
  /** For web pages: whether each article of a page becomes one by itself. */
  split?: 'article' | undefined;
  /** For WordPress exports: whether the primary category of a post is the section in which it was published. */
  sectionFrom?: 'category' | undefined;
  /** For WordPress exports: the statuses that are taken. */
  statuses: ReadonlySet<string>;
  /** For WordPress exports: the types of items that are taken; posts when left out. */
  postTypes?: ReadonlySet<string>;
  /**
   * Whether there is a file for a relative address of the file that is read. Missing where no files of pictures are looked
   * for; then drafts do not list them.
   */
  hasFile?: ((written: string) => boolean) | undefined;
  /** For crawls: the hosts whose pages are taken; those of all hosts when there are none. */
  formerHosts?: readonly string[] | undefined;
  /** For crawls: the last day, month or year of captures that are taken (`2021-07-18`). */
  at?: string | undefined;
  /** Where a reader may put what has to be a file of its own. Missing where nothing is needed of the kind. */
  copies?: TemporaryCopies | undefined;
  /**
   * The site generator's configuration in a folder that was named. Missing where no former addresses are looked for.
   */
  siteOf?: ((root: string) => Promise<JekyllConfiguration | undefined>) | undefined;
}

/**
 * Reads a file's items in their order, without keeping them. What is wrong with an item becomes a `failed` item, after
 * which the next one follows; what is wrong with the file as a whole is thrown as a {@link SourceError}.
 */
export type ReadItems = (file: ReceivedFile, options: SourceOptions) => AsyncIterable<Item>;

/** What a source makes of one item. Exactly one of these comes of everything that was received. */
export type Item =
  | { kind: 'draft'; draft: Draft; findFile?: FindFile }
  | { kind: 'record'; origin: Origin; record: PublishedRecord }
  /**
   * Left out for a reason that the archivist chose, or that lies in the source (`a draft`). Reasons are counted; a detail
   * is that of one item.
   */
  | { kind: 'skipped'; origin: Origin; title?: string; reason: string; detail?: string }
  | { kind: 'failed'; failure: Failure };

/**
 * Finds the file of an address within what was received: its absolute path, with what it is called in reports, or why there
 * is none.
 */
export type FindFile = (address: string) => Promise<{ path: string; name: string } | { missing: string }>;

/** Where an item stands in what was received. */
export interface Origin {
  /** The file as it was named on the command line, or found in a folder named there; `-` for standard input. */
  file: string;
  /** Which of the file's items it is: `item 3`, `post 17`, `row 5`. Missing when the file is one item. */
  item?: string;
  /** The 1-based line on which it begins. */
  line: number;
}

/** A record that an archive has published, which is ingested verbatim: an article or an authority record. */
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

/** What is wrong with an item, or with a file. */
export interface Failure extends Omit<Problem, 'file'> {
  origin: Origin;
}
