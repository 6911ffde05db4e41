import type { Citation } from '../../../exports/citations/citation.ts';
import { readKnownDate } from '../../../records/date/archive-date.ts';
import type { Hit } from '../engine/worker-messages.ts';

/** An article found, as it is exported. */
export interface ExportedHit extends Hit {
  /** The title of its archive: in a federation, one of several. */
  archive: string;
}

/** The title of an article found, without the marks of what matches. */
export function titleOf({ title }: Hit): string {
  return title.map(({ text }) => text).join('');
}

/**
 * Collects what citations of an article found contain. Names of authors are not divided into family and given names, which
 * only the article's page does, from the records of people.
 *
 * @param site the title of this site: an article of another archive, which a federation brings together with others, is
 *   identified by its address, since the ids of two archives may be the same
 */
export function citeHit(hit: ExportedHit, site: string): Citation {
  const { archive, url, date, cited, edtf, language, byline } = hit;
  const title = titleOf(hit);
  const isExact = !/[~/]/.test(edtf);
  return {
    id: archive === site ? idOf(url) : url.replace(/^\w+:\/\/|\/$/g, ''),
    title,
    isSupplied: /^\[.*\]$/s.test(title),
    authors: byline ? byline.split(', ').map((name) => ({ name, isOrganization: false })) : [],
    date: edtf ? readKnownDate(edtf) : undefined,
    formattedDate: edtf ? { long: date, short: cited, ...(isExact && { datetime: edtf }) } : undefined,
    source: hit.source || undefined,
    archive,
    url,
    language,
    summary: undefined,
  };
}

/** The id of an article by its address, whose host and path above the articles may be those of another site. */
function idOf(url: string): string {
  return new URL(url).pathname.replaceAll(/^.*\/articles\/(?=.)|\/$/g, '');
}
