import type { Archive } from '../archive/archive.ts';
import type { ForeignLanguage } from '../archive/article.ts';
import { linkWider, type Period } from '../archive/dates/calendar.ts';
import { formatDays } from '../archive/dates/dates.ts';
import { daysBetween } from '../archive/issues/gap.ts';
import type { Issue } from '../archive/issues/issues.ts';
import type { SitePage } from './page.ts';
import { viewIssueContents, type IssueContents } from './parts/issue-contents.ts';
import { linkDownTo, linkRecord, type Link, type RecordLink } from './parts/links.ts';
import { viewIssuePages, type PrintedPages } from './parts/media.ts';
import { createPageView, type PageView } from './parts/page-view.ts';
import type { PreviousNext } from './parts/previous-next.ts';

/** What the page of a publication's issue shows. */
export interface IssueView extends PageView {
  breadcrumb: readonly Link[];
  /** Its own path. */
  href: string;
  publication: RecordLink & { issn: string | undefined; foreign: ForeignLanguage };
  /** `Thursday, 12 March 1998`, and the same for programs. */
  title: string;
  date: string;
  /** `12 articles`, and the way to search them. */
  total: string;
  search: string;
  contents: IssueContents;
  /** Its pages as printed, with the address of their IIIF manifest; missing when there are none. */
  printed?: PrintedPages | undefined;
  previousNext: PreviousNext;
  /** The days before and after it of which the archive has no issue, up to the nearest of which it has one. */
  gaps: string[];
}

/** The pages of all issues. */
export function listIssuePages(archive: Archive): SitePage<'issue'>[] {
  return archive.records.publications.flatMap((publication) => {
    const issues = archive.issuesOf(publication);
    if (!issues) return [];
    return issues.days.map((day) => ({
      kind: 'issue' as const,
      path: day.href,
      isIndexable: true,
      view: () => viewIssue(archive, issues.open(day)),
    }));
  });
}

/** What the page of an issue shows. */
function viewIssue(archive: Archive, issue: Issue): IssueView {
  const { messages, paths, foreign } = archive;
  const t = messages.issues;
  const { day, publication, articles } = issue;
  const { key, title, href } = day;
  const { vocabulary, id, name, data } = publication;
  const total = messages.articles(articles.length);
  const heading = messages.periods.partOf(name, title);
  return {
    ...createPageView(archive, { title: heading, description: t.description(heading, total), path: href }),
    breadcrumb: [...linkDownTo(archive, publication), ...linkWider(day)],
    href,
    publication: { ...linkRecord(publication), issn: data.issn, foreign },
    title,
    date: key,
    total,
    search: paths.search({ [vocabulary.singular]: id, from: key, to: key }),
    contents: viewIssueContents(archive, issue),
    printed: viewIssuePages(archive, issue),
    previousNext: {
      label: t.previousAndNext,
      previous: linkDay(t.previous, day.previous),
      next: linkDay(t.next, day.next),
    },
    gaps: [describeGap(archive, day.previous, day), describeGap(archive, day, day.next)].filter(
      (gap) => gap !== undefined,
    ),
  };
}

function linkDay(label: string, day: Period | undefined): PreviousNext['next'] {
  return day && { title: day.title, href: day.href, label, foreign: {} };
}

/** What is said of the days between two issues; only of what the archive has, not of what was printed. */
function describeGap(
  { messages }: Archive,
  before: Period | undefined,
  after: Period | undefined,
): string | undefined {
  const gap = before && after && daysBetween(before.key, after.key);
  return gap && messages.issues.gap(formatDays(gap.first, gap.last, messages), gap.first !== gap.last);
}
