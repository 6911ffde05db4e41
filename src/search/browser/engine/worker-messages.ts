import type { FacetSize } from '../../catalogue.ts';
import type { Comparison } from './compare.ts';
import type { Answer } from './engine.ts';
import type { TextRun } from './excerpt.ts';
import type { FacetOptions, FacetView } from './facet-views.ts';
import type { Tags } from './list-tags.ts';
import type { SearchState } from '../state/search-state.ts';

/** One article found. */
export interface Hit {
  /** Its URL. */
  url: string;
  title: TextRun[];
  /** The date as the archive shows it. */
  date: string;
  /** As a citation has it, and in EDTF; '' when undated. */
  cited: string;
  edtf: string;
  /** Whether it is only possibly in the range of dates. */
  isPossible: boolean;
  /** BCP 47 tag of the text. */
  language: string;
  byline: string;
  source: string;
  /** The title of the archive of a federation that it is in. */
  archive?: string;
  /** What stands beside the date, as in the search document. */
  publishedIn?: string | undefined;
  excerpt: TextRun[];
  /** The article's tags, where they were asked for. */
  tags?: Tags;
  /** The matches as they are written in the article. */
  found: string[];
}

/** A word of a search that hardly any article has. */
export interface RareWord {
  /** As it was typed. */
  text: string;
  /** Normalized. */
  word: string;
  articles: number;
}

/** What the page shows of an answer; its articles are loaded in batches. */
export interface Summary extends Pick<Answer, 'names' | 'timeline' | 'unknown' | 'relaxations'> {
  total: number;
  /** The words that were left out, as no article has all: what is shown is the answer without them. */
  without: string | undefined;
  /** When little is found: the words that it may be due to. */
  rare: RareWord[];
  /** Signs in the words that mean nothing. */
  ignored: readonly string[];
  /** Words with which so many longer ones begin that some of these were not looked for. */
  cut: readonly string[];
  /** How many of the articles found are only possibly in the range. */
  possible: number;
  /** The years that the archive covers, and how many articles have no date. */
  span: { first: number; last: number; undated: number };
  /** The facets that can be loaded. */
  facets: readonly FacetSize[];
  hits: Hit[];
}

/** Where the search finds what it needs: absolute URLs. */
export interface SearchAddresses {
  /** The folders of the index of words and of the catalogue. */
  index: string;
  catalogue: string;
  /** The home page. */
  home: string;
}

/** A message to the worker. */
export type Request =
  | { kind: 'open'; addresses: SearchAddresses }
  | { kind: 'warm' }
  | { kind: 'search'; id: number; state: SearchState; hits: number }
  | { kind: 'compare'; part: number; states: readonly SearchState[] }
  | { kind: 'facets'; id: number; part: number; options: Record<string, FacetOptions> }
  | { kind: 'load'; id: number; part: number; from: number; to: number; withTags: boolean };

/** A message from the worker. */
export type Reply =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'answer'; id: number; summary: Summary }
  /** What was asked for as a part: a comparison, or facets or articles; undefined when these are of an answer that is no longer the latest. */
  | { kind: 'part'; part: number; content: Comparison | FacetView[] | Hit[] | undefined }
  | { kind: 'failed'; reason: string };
