import type { Messages } from '../../languages/messages.ts';
import { partByTime, partPageCount, type ListParts } from '../dates/list-parts.ts';
import type { Paths } from '../paths.ts';
import type { Authority } from '../vocabularies/authority.ts';
import type { FormerList } from '../vocabularies/sections.ts';
import type { PublicationIssues } from './issues.ts';

/**
 * Lists the addresses that the list of a publication had as long as none of its articles said that it was printed, and that
 * its issues do not have: a decade leads to the calendar of the issues, a later page of a day to the issue.
 */
export function listFormerParts(
  { name, href, key, articles }: Authority,
  { days, parts }: PublicationIssues,
  paths: Paths,
  messages: Messages,
): FormerList[] {
  const hrefsOf = (each: ListParts) =>
    each.pages.flatMap((part) =>
      Array.from({ length: partPageCount(each, part) }, (_, index) => ({
        part,
        href: paths.recordPart(key, part.key, index + 1),
      })),
    );
  const byTime = partByTime(articles, (period) => paths.recordPart(key, period), messages);
  if (!byTime) return [];
  const present = new Set([...hrefsOf(parts), ...days].map((each) => each.href));
  const periods = new Map([...parts.pages, ...days].map((period) => [period.key, period]));
  return hrefsOf(byTime)
    .filter((former) => !present.has(former.href))
    .map((former) => {
      const period = periods.get(former.part.key);
      const title = period && messages.periods.partOf(name, period.title);
      return { href: former.href, to: { name: title ?? name, href: period?.href ?? href } };
    });
}
