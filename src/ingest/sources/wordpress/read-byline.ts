import { isAccountName, isSameName, withoutMail } from '../../../records/authors/account-names.ts';
import { readByline } from '../../../records/authors/read-byline.ts';
import { findByline } from '../../drafts/byline.ts';
import type { LeftOut } from '../../drafts/draft.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import { isSlug, type CustomFields } from './custom-fields.ts';
import type { Library } from './library.ts';
import { termKey, type ItemTerm, type WordpressItem } from './wordpress-export.ts';

/** Who wrote a post, and what of that is doubtful. */
export interface PostByline {
  byline: string[];
  leftOut: LeftOut[];
  notices: string[];
}

/**
 * Finds who wrote a post: the authors that Co-Authors Plus or PublishPress Authors give it (the taxonomy `author`), else the
 * byline in a custom field or printed in the text, else the name of the account that entered it. The name of an account that
 * belongs to nobody, and a slug, are no byline.
 *
 * @param html the text
 */
export function readPostByline(
  item: WordpressItem,
  fields: CustomFields,
  html: string,
  library: Library,
): PostByline {
  const leftOut: LeftOut[] = [];
  const notices: string[] = [];
  const account = accountOf(item, library);
  const { names, unknown } = readAuthorTerms(item.terms, library);
  const printed = findPrintedByline(html);
  for (const slug of unknown)
    notices.push(`The export names the author "${slug}" only by a slug: add the name to the byline.`);

  const taken = (byline: string[]): PostByline => {
    if (account.name !== '' && !byline.includes(account.name))
      leftOut.push({ what: 'the account that entered the post, as its author', text: account.name });
    return { byline: [...new Set(byline)], leftOut, notices };
  };
  if (names.length > 0 || unknown.length > 0) {
    if (fields.byline && !isSame(names, readByline(fields.byline.text).names))
      leftOut.push({ what: `the custom field "${fields.byline.key}"`, text: fields.byline.text });
    return taken(names);
  }
  if (fields.byline) {
    const { names: written, roles } = readByline(fields.byline.text);
    leftOut.push(...roles.map((text) => ({ what: 'what a byline says of its authors', text })));
    return taken(written);
  }
  if (printed) return taken(printed);
  return taken(account.isGeneric || account.name === '' ? [] : [account.name]);
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return names.join('\n') === others.join('\n');
}

/** The account that entered a post, by its display name. */
function accountOf({ values }: WordpressItem, { site }: Library): { name: string; isGeneric: boolean } {
  const login = values.get('dc:creator')?.trim() ?? '';
  const displayName = readHtmlLine(site.authors.get(login) ?? '');
  const name = displayName || readHtmlLine(login);
  const host = hostOf(site.link) ?? '';
  const own = [
    readHtmlLine(site.title ?? ''),
    host,
    host.replace(/^www\./, ''),
    host.replace(/^www\.|\.\w+$/g, ''),
  ];
  const isGeneric =
    name !== '' &&
    (isAccountName(name) ||
      withoutMail(name) === '' ||
      own.some((each) => isSameName(each, name)) ||
      // Without a display name it is the login: a name only where it is written like one.
      (displayName === '' && isSlug(name)));
  return { name, isGeneric };
}

function hostOf(address = ''): string | undefined {
  return URL.canParse(address.trim()) ? new URL(address.trim()).hostname : undefined;
}

/** The authors that a post has as terms, in their order, and those of which only a slug is known. */
function readAuthorTerms(
  terms: readonly ItemTerm[],
  library: Library,
): { names: string[]; unknown: string[] } {
  const names: string[] = [];
  const unknown: string[] = [];
  for (const { domain, nicename, name } of terms) {
    if (domain !== 'author') continue;
    const written = readHtmlLine(name);
    const slug = nicename.replace(/^cap-/, '');
    const declared = readHtmlLine(library.site.terms.get(termKey('author', nicename))?.name ?? '');
    const candidates = [
      library.guestAuthor(nicename),
      library.guestAuthor(slug),
      library.guestAuthor(written),
      readHtmlLine(library.site.authors.get(written) ?? library.site.authors.get(slug) ?? ''),
      declared,
      written,
    ];
    const known = candidates.find((each = '') => each !== '' && !isSlug(each) && !each.includes('@'));
    const isNobody = known !== undefined && isAccountName(known);
    if (known === undefined) unknown.push(slug || written);
    else if (!isNobody) names.push(known);
  }
  return { names, unknown };
}

/** The byline that is printed as the first or the last paragraph of a text. */
function findPrintedByline(html: string): string[] | undefined {
  const starts = [html.slice(0, 3000), html.slice(-1500)];
  for (const [index, part] of starts.entries()) {
    const lines = part
      .replace(/<figcaption\b[^<>]*>[^<]*/gi, '')
      .split(/<\/?(?:p|div|h[1-6]|br|figure|blockquote|ul|ol)\b[^<>]*>/i)
      .map((line) => readHtmlLine(line))
      .filter((line) => line !== '');
    const candidates = index === 0 ? lines.slice(0, 3) : lines.slice(-1);
    const byline = candidates.map(findByline).find((each) => each !== undefined);
    if (byline) return byline.names;
  }
  return undefined;
}
