import type { Archive } from '../archive/archive.ts';
import type { WithdrawnArticle } from '../archive/article.ts';
import { formatDate, type FormattedDate } from '../archive/dates/dates.ts';
import type { SitePage } from './page.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** What the page of a withdrawn article shows: nothing of its text. */
export interface TombstoneView extends PageView {
  id: string;
  /** Why it was withdrawn, in a sentence that ends in the date. */
  reason: string;
  date: FormattedDate;
  note: string | undefined;
}

/** The pages of the articles that are no longer shown. */
export function listTombstonePages(archive: Archive): SitePage<'tombstone'>[] {
  return archive.withdrawn.map((article) => ({
    kind: 'tombstone',
    path: article.href,
    isIndexable: false,
    view: () => viewTombstone(archive, article),
  }));
}

/** What the page of a withdrawn article shows. */
function viewTombstone(archive: Archive, article: WithdrawnArticle): TombstoneView {
  const { messages } = archive;
  const { id, href, withdrawn } = article;
  return {
    ...createPageView(archive, {
      title: messages.gone.withdrawnTitle,
      description: messages.gone.description,
      path: href,
      isIndexable: false,
    }),
    id,
    reason: messages.gone.withdrawn[withdrawn.reason],
    date: formatDate(withdrawn.date, messages),
    note: withdrawn.note,
  };
}
