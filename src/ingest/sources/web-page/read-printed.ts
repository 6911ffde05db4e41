import { readIssn } from '../../../records/schemas/issn.ts';
import type { LeftOut } from '../../drafts/draft.ts';
import type { JsonLdArticle } from './read-json-ld.ts';
import type { MetaTags } from './read-meta-tags.ts';

/** Where an article was published, as a page says it: keys as in drafts. */
export interface PrintedLines {
  publisher?: string | undefined;
  issn?: string | undefined;
  issue?: string | undefined;
  edition?: string | undefined;
  section?: string | undefined;
  page?: string | undefined;
  column?: string | undefined;
}

/**
 * Reads where an article was published: from the JSON-LD of its page (schema.org), from the tags of HighWire that Google
 * Scholar reads (`citation_journal_title`), from those of PRISM and Dublin Core.
 */
export function readPrinted(
  { textsOf, publication }: Pick<JsonLdArticle, 'textsOf' | 'publication'>,
  meta: MetaTags,
): { lines: PrintedLines; leftOut: LeftOut[] } {
  const titles = [
    ...(publication.name === undefined ? [] : [publication.name]),
    ...meta('citation_journal_title', 'citation_newspaper_title', 'prism.publicationname', 'dc.ispartof'),
  ].filter((title) => !URL.canParse(title));
  const publishers = [...textsOf('publisher'), ...meta('og:site_name', 'citation_publisher', 'dc.publisher')];
  const publisher = [...titles, ...publishers][0];
  const issns = [...(publication.issn ?? []), ...meta('citation_issn', 'prism.issn', 'prism.eissn')];
  // It is that of a periodical; a site that names none has none.
  const issn = titles.length > 0 ? issns.flatMap((each) => readIssn(each) ?? [])[0] : undefined;
  const lines = {
    publisher,
    issn,
    issue: [
      publication.issue ?? [],
      ...meta('citation_issue', 'prism.number', 'prism.issueidentifier'),
    ].flat()[0],
    edition: [...textsOf('printEdition'), ...meta('prism.edition')][0],
    section: [
      ...['printSection', 'articleSection'].flatMap(textsOf),
      ...meta('citation_section', 'prism.section', 'article:section'),
    ][0],
    page: [
      ...['printPage', 'pagination'].flatMap(textsOf),
      ...meta('prism.pagerange'),
      ...joinPages(textsOf('pageStart'), textsOf('pageEnd')),
      ...joinPages(meta('citation_firstpage'), meta('citation_lastpage')),
      ...joinPages(meta('prism.startingpage'), meta('prism.endingpage')),
    ][0],
    column: textsOf('printColumn')[0],
  };
  const rest = titles.length > 0 ? [...titles, ...publishers] : [];
  const leftOut = [
    ...rest.map((text) => ({ what: 'the publisher', text })),
    ...meta('citation_volume', 'prism.volume').map((text) => ({ what: 'a volume', text })),
    ...issns
      .filter((each) => issn === undefined || readIssn(each) !== issn)
      .map((text) => ({ what: 'an ISSN', text })),
  ].filter(({ text }) => text !== publisher);
  return { lines, leftOut: [...new Map(leftOut.map((each) => [each.text, each])).values()] };
}

/** A range of pages as printed, from its ends. */
function joinPages([first]: readonly string[], [last]: readonly string[]): string[] {
  if (first === undefined) return [];
  return [last === undefined || last === first ? first : `${first}–${last}`];
}
