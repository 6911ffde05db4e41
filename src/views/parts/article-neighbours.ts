import type { Archive } from '../../archive/archive.ts';
import { languageOf, type Article } from '../../archive/article.ts';
import { areSeveralPages } from '../../archive/printed-place.ts';
import type { NeighbourLink, PreviousNext } from './previous-next.ts';

/**
 * The articles before and after one: those in its issue, in the order of pages; at the ends of an issue, and for all that was
 * not printed, those before and after it by date.
 */
export function viewNeighbours(archive: Archive, article: Article): PreviousNext {
  const { issues: t, periods, ways } = archive.messages;
  const byDate = archive.neighboursOf(article);
  const issue = archive.issueOf(article);
  const position = issue?.positionOf(article) ?? -1;
  const [before, after] = [issue?.articles[position - 1], issue?.articles[position + 1]];
  const link = (label: string, other: Article): NeighbourLink => ({
    title: other.title,
    href: other.href,
    label,
    foreign: languageOf(other, archive.language),
  });
  const linkInIssue = (label: string, other: Article) =>
    link([label, pageOf(archive, other)].filter(Boolean).join(' · '), other);
  const linkByDate = (label: string, other: Article | undefined) =>
    other && link(`${label} · ${other.formattedDate.short}`, other);
  return {
    label: ways.previousAndNextArticles,
    ...(issue && {
      within: {
        label: t.inThisIssue,
        title: periods.partOf(issue.publication.name, article.formattedDate.short),
        href: issue.day.href,
        foreign: archive.foreign,
      },
    }),
    previous: before ? linkInIssue(t.previousInIssue, before) : linkByDate(ways.previous, byDate.previous),
    next: after ? linkInIssue(t.nextInIssue, after) : linkByDate(ways.next, byDate.next),
  };
}

function pageOf({ messages }: Archive, { source }: Article): string | undefined {
  const { page } = source ?? {};
  return page && messages.article.printedAt.page(page, areSeveralPages(page));
}
