import type { ForeignLanguage } from '../../archive/article.ts';
import type { Link } from './links.ts';

/** A neighbour of a page in the order of dates. */
export interface NeighbourLink extends Link {
  /** Above the title: `Newer · 18 July 2021`. */
  label: string;
  /** The attributes of the title where it is not in the page's language. */
  foreign: ForeignLanguage;
}

/** The ways to the pages before and after. */
export interface NewerOlder {
  /** What they are ways to. */
  label: string;
  newer: NeighbourLink | undefined;
  older: NeighbourLink | undefined;
}
