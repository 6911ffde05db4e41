import { isCollectiveName } from '../../../records/authors/read-byline.ts';
import type { MetaTags } from './read-meta-tags.ts';

/** The meta tags that name authors; the first that is there is used. */
const authorTags = ['author', 'article:author', 'citation_author', 'dc.creator', 'parsely-author'];

/** Those that may have the family name first (Google Scholar, "Inclusion Guidelines"; Dublin Core, "Creator"). */
const turnedTags = ['citation_author', 'dc.creator'];

/** Lists the authors that the meta tags of a page name. The address of a profile is not a name. */
export function listMetaAuthors(meta: MetaTags): string[] {
  const named = authorTags.map((tag) => ({ tag, names: meta(tag).filter((name) => !URL.canParse(name)) }));
  const { tag = '', names = [] } = named.find((each) => each.names.length > 0) ?? {};
  return turnedTags.includes(tag) ? names.map(putGivenNameFirst) : names;
}

/**
 * Puts the given name first, as bylines have it. Two parts of several words are two names; a comma at the end marks the name of
 * an organization.
 *
 * @example
 * putGivenNameFirst('van der Meer, Ada') // 'Ada van der Meer'
 */
function putGivenNameFirst(name: string): string {
  const [family = '', given, ...more] = name.split(',').map((part) => part.trim());
  if (given === '' && more.length === 0) return family;
  const areTwo = given?.includes(' ') && family.includes(' ');
  if (given === undefined || more.length > 0 || areTwo || isCollectiveName(family) || isCollectiveName(given))
    return name;
  return `${given} ${family}`;
}
