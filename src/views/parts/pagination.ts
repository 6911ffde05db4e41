import type { Messages } from '../../languages/messages.ts';
import type { Link } from './links.ts';

/** The links between the pages of a list. */
export interface Pagination {
  /** `Page 2 of 3`. */
  position: string;
  previous: Link | undefined;
  next: Link | undefined;
}

/**
 * Creates the links between the pages of a list.
 *
 * @param current 1-based
 * @param hrefOf the path of a page (1-based)
 * @returns undefined when there is only one page
 */
export function paginateLinks(
  current: number,
  total: number,
  hrefOf: (page: number) => string,
  { ways }: Messages,
): Pagination | undefined {
  if (total <= 1) return undefined;
  return {
    position: ways.page(current, total),
    previous: current > 1 ? { title: ways.previous, href: hrefOf(current - 1) } : undefined,
    next: current < total ? { title: ways.next, href: hrefOf(current + 1) } : undefined,
  };
}
