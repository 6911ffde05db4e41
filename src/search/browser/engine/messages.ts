import type { Answer } from './engine.ts';
import type { Passage } from './excerpt.ts';
import type { FacetWish } from './facet-views.ts';
import type { SearchState } from '../state/search-state.ts';

/** One article found. */
export interface Hit {
  /** Its URL. */
  url: string;
  title: Passage[];
  /** The date in words. */
  date: string;
  /** As a citation words it, and in EDTF; '' when undated. */
  cited: string;
  edtf: string;
  /** It is only possibly in the range that was asked for. */
  isPossible: boolean;
  /** BCP 47 tag of the text. */
  language: string;
  byline: string;
  source: string;
  excerpt: Passage[];
  /** What was found, as it stands in the article. */
  found: string[];
}

/** What the page shows of an answer; its articles are loaded part by part. */
export interface Summary extends Pick<Answer, 'facets' | 'years' | 'unknown' | 'blame'> {
  total: number;
  /** How many of the articles found are only possibly in the range. */
  possible: number;
  /** What the archive covers. */
  span: { first: number; last: number; undated: number };
  hits: Hit[];
}

/** Where the search finds what it needs: absolute URLs. */
export interface SearchAddresses {
  /** The folder of the index of words. */
  index: string;
  catalogue: string;
  /** The home page. */
  home: string;
}

/** What the page asks of the worker. */
export type Request =
  | { kind: 'open'; addresses: SearchAddresses }
  | { kind: 'warm' }
  | { kind: 'ask'; id: number; state: SearchState; wishes: Record<string, FacetWish>; hits: number }
  | { kind: 'load'; id: number; from: number; to: number };

/** What the worker says. */
export type Reply =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'answer'; id: number; summary: Summary }
  | { kind: 'hits'; id: number; hits: Hit[] }
  | { kind: 'failed'; reason: string };
