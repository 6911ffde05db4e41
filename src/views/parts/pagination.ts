import type { Messages } from '../../languages/messages.ts';
import type { Link } from './links.ts';

/** The way through the pages of a list. */
export interface Pagination {
  /** `Page 2 of 3`. */
  position: string;
  previous: Link | undefined;
  next: Link | undefined;
}

/**
 * Makes the way through the pages of a list.
 *
 * @param current 1-based
 * @param hrefOf the path of a page (1-based)
 * @param names what the pages before and after are called
 * @returns nothing when there is one page only
 */
export function paginateLinks(
  current: number,
  total: number,
  hrefOf: (page: number) => string,
  { ways }: Messages,
  names: { previous: string; next: string } = { previous: ways.newer, next: ways.older },
): Pagination | undefined {
  if (total <= 1) return undefined;
  return {
    position: ways.page(current, total),
    previous: current > 1 ? { title: names.previous, href: hrefOf(current - 1) } : undefined,
    next: current < total ? { title: names.next, href: hrefOf(current + 1) } : undefined,
  };
}
