import type { MovedFolder } from '../../../archive/hosts.ts';
import type { WebHostName } from '../../../records/schemas/web-hosts.ts';
import { formatParameter } from '../../../records/former-urls/normalize-former-url.ts';
import { hostLimits } from '../host-limits.ts';
import { foldRedirects } from './fold-redirects.ts';
import { listForms, type Redirect } from './redirects.ts';

/** What a `_redirects` file is rendered from. */
export interface RedirectsFileView {
  redirects: readonly Redirect[];
  /** The host that it is for. */
  host: WebHostName;
  /** The path of the site's home page. */
  home: string;
  /** The paths of its pages that do not lead on, where there are so many redirects that they have to be folded. */
  pages: readonly string[];
  /** The folders that are on other hosts. */
  moved?: readonly MovedFolder[] | undefined;
}

/** The rules of a `_redirects` file, and what they leave out. */
export interface RedirectRules {
  /** For one address each, one a line. */
  fixed: string[];
  /** With placeholders. */
  patterns: string[];
  /** Redirects that need a query, which the host cannot compare. */
  withoutRule: readonly Redirect[];
}

/** Whether there are so many redirects that their patterns are folded, for which the paths of pages are needed. */
export function needsFolding(redirects: readonly Redirect[]): boolean {
  return redirects.length * 2 > hostLimits['cloudflare-pages'].fixedRules;
}

/**
 * Lists the rules for Netlify and Cloudflare Pages. Both know the status 301; where the file is ignored, the page at the old
 * address leads on. Only Netlify compares queries (`name=value` after the path), and there a rule has to be forced with `!`
 * where there is a page. A host that takes only so many lines has all addresses before it has their other form, without the
 * slash.
 */
export function listRedirectRules({
  redirects,
  host,
  home,
  pages,
  moved = [],
}: RedirectsFileView): RedirectRules {
  const queried = redirects.filter(({ query }) => query.length > 0);
  const plain = redirects.filter(({ query }) => query.length === 0);
  // Of paths on other hosts, patterns would have to be of one host each.
  const [elsewhere, foldable] = [true, false].map((is) => plain.filter(({ to }) => URL.canParse(to) === is));
  const folded = needsFolding(redirects) ? foldRedirects(foldable ?? [], pages, home) : undefined;
  const rest = folded ? [...folded.rest, ...(elsewhere ?? [])] : plain;
  const [whole, others] = [1, 0].map((index) =>
    rest.flatMap(({ from, to }) => {
      const forms = listForms(from);
      const form = forms.length > 1 ? forms[index] : index === 1 ? from : undefined;
      return form === undefined ? [] : [`${escapePath(form)} ${to} 301`];
    }),
  ) as [string[], string[]];
  const isComparable = ({ query }: Redirect) =>
    host !== 'cloudflare-pages' && query.every(([, value]) => value !== undefined && value !== '');
  const byNumber = queried.filter(isComparable).sort((a, b) => b.query.length - a.query.length);
  const compared = byNumber.flatMap(({ from, query, to }) =>
    // Netlify takes a path with a final slash and without for the same.
    [`${escapePath(from)} ${query.map(renderParameter).join(' ')} ${to} 301!`],
  );
  return {
    fixed: [...compared, ...whole, ...others],
    patterns: [
      ...(folded?.patterns ?? []).map(({ from, to }) => `${from} ${to} 301`),
      ...moved.map(({ from, to }) => `${from}* ${to}:splat 301`),
    ],
    withoutRule: queried.filter((each) => !isComparable(each)),
  };
}

/** Renders redirects as a `_redirects` file; see {@link listRedirectRules}. */
export function renderRedirectsFile(view: RedirectsFileView): string {
  const { fixed, patterns } = listRedirectRules(view);
  return [...fixed, ...patterns].map((line) => `${line}\n`).join('');
}

/** A colon begins a placeholder, and an asterisk stands for anything. */
function escapePath(path: string): string {
  return path.replaceAll(':', '%3A').replaceAll('*', '%2A');
}

function renderParameter(parameter: Redirect['query'][number]): string {
  return escapePath(formatParameter(parameter));
}
