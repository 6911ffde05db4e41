import type { ForeignLanguage } from '../../archive/article.ts';
import type { Link } from './links.ts';

/** A neighbour of a page in the order of dates. */
export interface NeighbourLink extends Link {
  /** Above the title: `Next · 18 July 2021`. */
  label: string;
  /** The attributes of the title where it is not in the page's language. */
  foreign: ForeignLanguage;
}

/** Links to the pages before and after in chronological order. */
export interface PreviousNext {
  /** What the pages are: `Previous and next articles`. */
  label: string;
  /** What they are neighbours in: `In this issue: Evening Post, 12 March 1998`. */
  within?: (Link & { label: string; foreign: ForeignLanguage }) | undefined;
  previous: NeighbourLink | undefined;
  next: NeighbourLink | undefined;
}
