import type { Archive } from '../../archive/archive.ts';
import type { Period } from '../../archive/dates/calendar.ts';
import { formatDays } from '../../archive/dates/dates.ts';
import type { PublicationIssues } from '../../archive/issues/issues.ts';
import type { Authority } from '../../archive/vocabularies/authority.ts';
import type { Messages } from '../../languages/messages.ts';
import type { Link } from './links.ts';
import { viewYear, type SmallMonth } from './month-calendar.ts';
import { viewYears, type Years } from './years.ts';

/** The issues of a publication by year. */
export interface IssueCalendar {
  /** `1,204 issues`. */
  total: string;
  first: Link & { label: string };
  /** Missing where there is only one. */
  last: (Link & { label: string }) | undefined;
  years: Years;
  /** The months of the only year, with its days. */
  months: SmallMonth[] | undefined;
  /** The years of which there is no issue, and what is undated: `1999: 1 article`. */
  others: (Link & { total: string })[];
}

/** The issues of a publication by year; undefined for a record that has none. */
export function viewIssueCalendar(archive: Archive, record: Authority): IssueCalendar | undefined {
  const issues = archive.issuesOf(record);
  const [last] = issues?.days ?? [];
  const first = issues?.days.at(-1);
  if (!issues || !first || !last) return undefined;
  const { messages, paths } = archive;
  const t = messages.issues;
  const { count, days, parts } = issues;
  const { years } = parts.calendar;
  const [only] = years.length === 1 ? years : [];
  const link = (label: string, { key, href }: Period) => ({
    label,
    title: formatDays(key, key, messages),
    href,
  });
  const dated = days.flatMap((day) => Array.from({ length: count(day) }, () => ({ period: day.key })));
  const describe = createIssueCounter(issues, messages);
  const counting = { dated, countIn: count, describe, counted: t };
  const { undated } = parts.calendar;
  const others = [...years.filter((year) => count(year) === 0), ...(undated ? [undated] : [])];
  return {
    total: t.count(dated.length),
    first: link(t.first, first),
    last: first === last ? undefined : link(t.last, last),
    years: only
      ? { chart: undefined, few: [] }
      : viewYears(parts.calendar, messages, (key) => paths.recordPart(record.key, key), counting),
    months: only && viewYear(only, messages, describe),
    others: others.map((period) => ({ title: period.title, href: period.href, total: describe(period) })),
  };
}

/**
 * Creates the function that says how many issues there are in a period, or how many articles where only their days are not
 * known.
 */
export function createIssueCounter(
  { count }: PublicationIssues,
  messages: Messages,
): (period: Period) => string {
  return (period) => {
    const issues = count(period);
    return issues > 0 ? messages.issues.count(issues) : messages.articles(period.articles.length);
  };
}
