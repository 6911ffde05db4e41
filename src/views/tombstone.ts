import type { Archive } from '../archive/archive.ts';
import type { WithdrawnArticle } from '../archive/article.ts';
import type { FormerAuthor } from '../archive/vocabularies/former-authors.ts';
import { formatDate, type FormattedDate } from '../archive/dates/dates.ts';
import type { SitePage } from './page.ts';
import { createPageView, type PageView } from './parts/page-view.ts';

/** What the page of a withdrawn article shows, nothing of its text; or that of an author whom no byline names any more. */
export interface TombstoneView extends PageView {
  /** `Article`. */
  label: string;
  id: string;
  heading: string;
  /** Why there is nothing; in a sentence that ends in the date, where there is one. */
  reason: string;
  date: FormattedDate | undefined;
  note: string | undefined;
}

/** The pages of the articles that are no longer shown, and of the authors of whom no article is. */
export function listTombstonePages(archive: Archive): SitePage<'tombstone'>[] {
  const tombstone = (path: string, view: () => TombstoneView): SitePage<'tombstone'> => ({
    kind: 'tombstone',
    path,
    isIndexable: false,
    view,
  });
  return [
    ...archive.withdrawn.map((article) => tombstone(article.href, () => viewTombstone(archive, article))),
    ...archive.formerAuthors
      .filter(({ by }) => !by)
      .map((author) => tombstone(author.href, () => viewFormerAuthor(archive, author))),
  ];
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
    label: messages.gone.article,
    id,
    heading: messages.gone.heading,
    reason: messages.gone.withdrawn[withdrawn.reason],
    date: formatDate(withdrawn.date, messages),
    note: withdrawn.note,
  };
}

/** What the page of an author shows whom no byline names any more. */
function viewFormerAuthor(archive: Archive, { id, href }: FormerAuthor): TombstoneView {
  const { noAuthor, noAuthorReason, author } = archive.messages.gone;
  return {
    ...createPageView(archive, {
      title: noAuthor,
      description: noAuthorReason,
      path: href,
      isIndexable: false,
    }),
    label: author,
    id,
    heading: noAuthor,
    reason: noAuthorReason,
    date: undefined,
    note: undefined,
  };
}
