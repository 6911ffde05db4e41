import type { LeftOut } from '../drafts/draft.ts';
import type { Duplicate } from '../duplicates/find-duplicates.ts';
import type { Doubt } from '../names/propose-tags.ts';
import type { UnmatchedTerm } from '../names/term-sorter.ts';
import type { Failure, Origin } from '../sources/source.ts';
import type { FileContent } from '../write/staging.ts';

/** A picture or attachment of an article. */
export interface PlannedMedia {
  /** Below the content root. */
  path: string;
  /** The file that it is copied from: its absolute path, or what else it is called. */
  from: string;
  /** In bytes. */
  size: number;
  /** Whether it is copied; else the archive, or this run, has it already. */
  isCopied: boolean;
}

/** What will be written for an item. */
interface PlannedRecord {
  /** The id of the article, or of the authority record. */
  id: string;
  /** Its file: a path below the content root. */
  path: string;
  title: string;
  /**
   * All files to write, by their paths below the content root; its own file is the last. In this order no file ever refers
   * to one that does not exist.
   */
  files: { path: string; content: FileContent }[];
  /** Another article that it is similar to. */
  likeness: Duplicate | undefined;
  doubts: Doubt[];
  /** Names in the source that no record has. */
  unmatched: UnmatchedTerm[];
  /** The pictures and attachments that it names: paths below the content root, and where the files are. */
  media: PlannedMedia[];
  /** As in {@link Draft.leftOut}. */
  leftOut: LeftOut[];
  /** As in {@link Draft.notices}. */
  notices: string[];
}

/** What is decided about an item. */
export type Outcome =
  | { kind: 'planned'; origin: Origin; planned: PlannedRecord }
  | { kind: 'skipped'; origin: Origin; title?: string | undefined; reason: string; detail?: string }
  | { kind: 'failed'; failure: Failure };

/** An item that fails as a whole. */
export function failed(origin: Origin, problem: Pick<Failure, 'found' | 'expected' | 'fix'>): Outcome {
  const { found, expected, fix } = problem;
  return { kind: 'failed', failure: { origin, line: origin.line, column: 1, found, expected, fix } };
}
