import type { NameKind } from '../recognize/candidate.ts';

/** A row of the table of proposals: a name that texts have and no record has. */
export interface Proposal {
  kind: NameKind | 'topic';
  heading: string;
  /** The id that its record would get. */
  id: string;
  /** Its other spellings, the most frequent first. */
  variants: string[];
  /** '' where it is not known. */
  sortName: string;
  /** What the texts or the gazetteer say; '' when they say nothing. */
  description: string;
  /** Of places; '' otherwise. */
  country: string;
  /** `lat, long` in decimal degrees (WGS 84). */
  coordinates: string;
  /** Ids of places: records, or other rows of the same table. */
  within: string[];
  sameAs: string[];
  articles: number;
  mentions: number;
  /** At most three: `sentence [article-id]`. */
  evidence: string[];
  /** What is doubtful, and why. */
  doubts: string[];
}

/** A row with its place in the order: the higher, the earlier. */
export interface RankedProposal {
  proposal: Proposal;
  rank: number;
}
