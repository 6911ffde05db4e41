import type { Author } from '../../archive/vocabularies/authors.ts';
import type { Citation } from './citation.ts';

/**
 * What reference managers read in an article's head: the tags of Google Scholar and HighWire, and those by which Zotero's
 * translator "Embedded Metadata" tells a newspaper article from one of a journal. There is never a
 * `citation_journal_title`, which would make it one.
 */
export function listCitationMeta(citation: Citation): { name: string; content: string }[] {
  const { title, authors, dateWords, source, archive, language } = citation;
  const date = dateWords?.datetime ?? dateWords?.short;
  return [
    { name: 'z:itemType', content: 'newspaperArticle' },
    { name: 'DC.type', content: 'newspaperArticle' },
    { name: 'citation_title', content: title },
    ...authors.map((author) => ({ name: 'citation_author', content: writeName(author) })),
    ...(date ? [{ name: 'citation_date', content: date }] : []),
    { name: 'citation_language', content: language },
    { name: 'prism.publicationName', content: source ?? archive },
  ];
}

/** An organization's name ends in a comma, so that it is taken for a family name whole and not split before its last word. */
function writeName({ name, parts, isOrganization }: Author): string {
  if (parts) return `${parts.family}, ${parts.given}`;
  return isOrganization ? `${name},` : name;
}
