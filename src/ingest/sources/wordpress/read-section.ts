import { readHtmlLine } from '../../text/html-line.ts';
import type { Library } from './library.ts';
import { termKey, type WordpressItem } from './wordpress-export.ts';

/** The custom fields in which Yoast SEO, Rank Math and SEOPress keep the number of the primary category. */
const primaryKeys: ReadonlySet<string> = new Set([
  '_yoast_wpseo_primary_category',
  'rank_math_primary_category',
  '_seopress_robots_primary_cat',
]);

/**
 * The section of a post: its primary category or, where none is marked, the only one. WordPress sorts several by name, so
 * that the first says nothing.
 */
export function readSection(
  { terms, fields }: WordpressItem,
  library: Library,
): { section?: string | undefined; notices: string[] } {
  const categories = terms.filter(
    ({ domain, nicename, name }) =>
      domain === 'category' && nicename !== 'uncategorized' && readHtmlLine(name) !== '',
  );
  const numbers = fields.filter(({ key }) => primaryKeys.has(key)).map(({ value }) => value.trim());
  const primary = categories.find(({ nicename }) => {
    const number = library.site.terms.get(termKey('category', nicename))?.number;
    return number !== undefined && number !== '' && numbers.includes(number);
  });
  const names = [...new Set(categories.map(({ name }) => readHtmlLine(name)))];
  if (primary) return { section: readHtmlLine(primary.name), notices: [] };
  if (names.length < 2) return { section: names[0], notices: [] };
  return {
    notices: [
      `None of its categories (${names.join(', ')}) is marked as the primary one: it has no section.`,
    ],
  };
}
