import type { Messages } from '../languages/messages.ts';
import type { Article } from './article.ts';

/**
 * Where in a publication an article was printed, as far as that is known; '' when it is not.
 *
 * @example
 * formatPrintedPlace({ edition: 'late edition', section: 'Business', page: 'A12' }, en)
 * // 'late edition, Business, page A12'
 */
export function formatPrintedPlace(
  source: Article['source'],
  { article: { printedAt: t } }: Messages,
): string {
  const { issue, edition, section, page, column } = source ?? {};
  return [
    issue && t.issue(issue),
    edition,
    section,
    page && t.page(page, splitPages(page).last !== undefined || /[,;&]/.test(page)),
    column && t.column(column),
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * The first and the last page of what is printed for them. A hyphen between digits is that of a range; in `B-4` it is part of
 * the number of one page.
 *
 * @example
 * splitPages('A12–A14') // { first: 'A12', last: 'A14' }
 */
export function splitPages(page: string): { first: string; last?: string } {
  const [, first, last] =
    /^(\S{1,20}) ?– ?(\S{1,20})$|^(\d{1,9})-(\d{1,9})$/.exec(page)?.filter(Boolean) ?? [];
  return first !== undefined && last !== undefined ? { first, last } : { first: page };
}
