import type { Element, ElementContent } from 'hast';

import type { LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import type { Notes } from './notes.ts';

/** What a reader of HTML can be told besides the HTML. */
export interface HtmlReading {
  /** Whether two line breaks in a row end a paragraph, as where an editor writes no paragraphs. */
  breaksPartParagraphs?: boolean;
  /** Whether there is a file for a relative address; missing where no files of pictures are looked for. */
  hasFile?: ((written: string) => boolean) | undefined;
}

/** What applies to the elements within an element. */
export interface Context extends HtmlReading {
  /** The address that relative addresses start from. */
  base: string | undefined;
  /** The kinds of emphasis that are open. */
  marks: readonly string[];
  notes: Notes;
  /** The addresses of the pictures that stand outside of `<noscript>`. */
  pictures: ReadonlySet<string>;
  /** The addresses of players and embedded pages that are already in the text. */
  embedded: Set<string>;
  /** The pictures that the text has, in its order; links that stand for them have their indexes. */
  media: DraftMedia[];
  leaveOut(what: string, its?: Omit<LeftOut, 'what'>): void;
  /** Converts nodes to the elements that Markdown has. */
  clean(nodes: readonly ElementContent[], context: Context): ElementContent[];
}

/** Converts an element to what Markdown has for it. */
export type Convert = (node: Element, context: Context) => ElementContent[];
