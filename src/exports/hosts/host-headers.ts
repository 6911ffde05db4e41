import { vocabularies } from '../../records/vocabularies.ts';
import { openSearchType } from '../sharing/open-search.ts';
import type { Redirect } from './redirects.ts';

/** What the configuration of a host is made of. */
export interface HostView {
  /** The path of the site's home page. */
  home: string;
  /** Whether the site's public URL has TLS. */
  isSecure: boolean;
  /** The Content Security Policy of all answers, from `renderSitePolicy`. */
  policy: string;
  redirects: readonly Redirect[];
}

/** A header of HTTP. */
export type Header = readonly [name: string, value: string];

/** How the files of an address are answered, where it is not as all others are. No address has two. */
export interface ResponseKind {
  /** Below the site's own path; at most one `*`, which stands for anything, slashes too. */
  pattern: string;
  /** The media type, with its `charset` where the format does not settle it; as the host has it, when left out. */
  type?: string;
  /** The name changes with the content, so that what was fetched once need not be asked for again. */
  isHashed?: boolean;
  /** Scripts of other sites may read it. */
  isShared?: boolean;
}

const year = 365 * 24 * 3600;

/** `Cache-Control` of a file whose name changes with its content. */
export const keptForever = `public, max-age=${year}, immutable`;

/** `Cache-Control` of all else: it may be kept, and is asked for again each time. */
export const revalidated = 'public, max-age=0, must-revalidate';

/** Lets scripts of other sites read an answer (Fetch standard, section 3.3). */
export const sharing: Header = ['Access-Control-Allow-Origin', '*'];

/**
 * The headers of every answer, for the safety of readers. Everything that the site has is public and the same for all, so
 * that other sites may show it (`Cross-Origin-Resource-Policy`); what a page may do is settled here too.
 */
export function securityHeaders({ isSecure, policy }: HostView): Header[] {
  const unused = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];
  return [
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', unused.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    // From then on, browsers ask for nothing without TLS (RFC 6797).
    ...(isSecure ? [['Strict-Transport-Security', `max-age=${year}`] as const] : []),
  ];
}

const text = (type: string) => `${type}; charset=utf-8`;
const binary = 'application/octet-stream';
const rss = text('application/rss+xml');

/** All kinds of answers that are not as those to pages. */
export const responseKinds: readonly ResponseKind[] = [
  { pattern: '_astro/*', isHashed: true },
  { pattern: 'pagefind/index/*', type: binary, isHashed: true },
  { pattern: 'pagefind/*.pf_meta', type: binary, isHashed: true },
  // Numbered, not named by their content.
  { pattern: 'pagefind/fragment/*', type: binary },
  { pattern: 'pagefind/*.pagefind', type: binary },
  // Whatever a source text was received as, it is shown as text and never run.
  { pattern: 'sources/*', type: text('text/plain'), isShared: true },
  { pattern: 'feed.xml', type: rss, isShared: true },
  { pattern: 'atom.xml', type: text('application/atom+xml'), isShared: true },
  { pattern: 'feed.json', type: 'application/feed+json', isShared: true },
  ...vocabularies.map(({ name }) => ({ pattern: `${name}/*/feed.xml`, type: rss, isShared: true })),
  { pattern: 'data/*.ndjson', type: 'application/x-ndjson', isShared: true },
  { pattern: 'data/*.json', type: 'application/json', isShared: true },
  { pattern: 'data/*.csv', type: text('text/csv'), isShared: true },
  { pattern: 'data/*.ttl', type: text('text/turtle'), isShared: true },
  { pattern: 'opensearch.xml', type: text(openSearchType) },
  { pattern: 'sitemap*.xml', type: text('application/xml') },
  { pattern: 'manifest-sha256.txt', type: text('text/plain'), isShared: true },
  { pattern: 'licenses.txt', type: text('text/plain') },
  { pattern: 'share.png', type: 'image/png', isShared: true },
];

/** The types of all files that are text, but `text/html`, which all hosts know to be. */
export const textTypes: readonly string[] = [
  ...new Set([
    'application/javascript',
    'image/svg+xml',
    'text/css',
    'text/javascript',
    'text/plain',
    'text/xml',
    ...responseKinds.flatMap(({ type }) => (type?.includes('charset') ? mediaType(type) : [])),
  ]),
].sort();

/** The types, besides `text/html`, that get smaller by compression. */
export const compressedTypes: readonly string[] = [
  ...textTypes,
  'application/feed+json',
  'application/json',
  'application/x-ndjson',
];

/** A type without its parameters. */
export function mediaType(type: string): string {
  return type.replace(/;.*/, '');
}

/** The headers of a kind besides those for safety and besides its type. */
export function headersOf({ isHashed, isShared }: ResponseKind): Header[] {
  return [['Cache-Control', isHashed ? keptForever : revalidated], ...(isShared ? [sharing] : [])];
}

/**
 * A pattern as a regular expression of the whole path, in the syntax that JavaScript, PCRE (nginx) and RE2 (Caddy) share.
 *
 * @param home the path of the site's home page
 */
export function patternExpression(home: string, pattern: string): string {
  return `^${(home + pattern).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.*')}$`;
}
