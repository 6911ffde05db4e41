import type { LeftOut } from '../../drafts/draft.ts';
import type { Library } from './library.ts';

/** What the parts of a post are rendered with. */
export interface PostContext {
  library: Pick<Library, 'attachment' | 'attachmentsOf' | 'block'>;
  /** The post's id; 0 when it has none. */
  post: number;
  /** The attachments that are shown in the text already. */
  shown: Set<number>;
  /** The attachments that blocks of the post say they show. */
  named: Set<number>;
  leaveOut(what: string, its?: Omit<LeftOut, 'what'>): void;
  notice(text: string): void;
}
