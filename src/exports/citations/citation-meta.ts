import type { Author } from '../../archive/vocabularies/authors.ts';
import { splitPages } from '../../archive/printed-place.ts';
import type { Meta } from '../sharing/render-meta.ts';
import type { Citation } from './citation.ts';

/**
 * Lists the `meta` elements that reference managers read in an article's head: the tags of Google Scholar and HighWire, and
 * those that Zotero's translator "Embedded Metadata" recognizes a newspaper article by. There is no
 * `citation_journal_title`, which would make it a journal article.
 */
export function listCitationMeta(citation: Citation): Meta[] {
  const { title, authors, formattedDate, source, archive, language, issn, printed } = citation;
  const { issue, edition, section, page } = printed ?? {};
  const pages = page === undefined ? undefined : splitPages(page);
  const date = formattedDate?.datetime ?? formattedDate?.short;
  return [
    { name: 'z:itemType', content: 'newspaperArticle' },
    { name: 'citation_title', content: title },
    ...authors.map((author) => ({ name: 'citation_author', content: formatName(author) })),
    ...(date ? [{ name: 'citation_date', content: date }] : []),
    { name: 'citation_language', content: language },
    { name: 'prism.publicationName', content: source ?? archive },
    ...[
      { name: 'citation_issn', content: issn },
      { name: 'citation_issue', content: issue },
      { name: 'citation_firstpage', content: pages?.first },
      { name: 'citation_lastpage', content: pages?.last },
      { name: 'prism.edition', content: edition },
      { name: 'article:section', content: section },
    ].flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content }])),
  ];
}

/** The comma after an organization's name marks all of it as a family name; otherwise it is split before its last word. */
function formatName({ name, parts, isOrganization }: Author): string {
  if (parts) return `${parts.family}, ${parts.given}`;
  return isOrganization ? `${name},` : name;
}
