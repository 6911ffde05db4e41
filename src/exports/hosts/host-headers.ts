import { nameIndexes } from '../../records/name-indexes.ts';
import type { MovedFolder } from '../../archive/hosts.ts';
import { openSearchType } from '../sharing/open-search.ts';
import type { Redirect } from './redirects/redirects.ts';

/** What the configuration of a web host is rendered from. */
export interface HostView {
  /** The path of the site's home page. */
  home: string;
  /** Whether the site's public URL has TLS. */
  isSecure: boolean;
  /** The Content Security Policy of all responses, from `renderSitePolicy`. */
  policy: string;
  redirects: readonly Redirect[];
  /** Whether other hosts publish parts of the site, whose pages load from this one. */
  isOneOfSeveral?: boolean | undefined;
  /** The folders whose files are all on other hosts. */
  moved?: readonly MovedFolder[] | undefined;
}

/** An HTTP header. */
export type ResponseHeader = readonly [name: string, value: string];

/** How some files are served that are not pages. No file matches two kinds. */
export interface ResponseKind {
  /** Below the site's own path; at most one `*`, which matches anything, including slashes. */
  pattern: string;
  /** The media type, with a `charset` where the format does not imply it; the host's default when left out. */
  type?: string;
  /** The name contains a hash of the content, so that the file never changes. */
  isHashed?: boolean;
  /** Scripts of other origins may read it. */
  isShared?: boolean;
}

const year = 365 * 24 * 3600;

/** `Cache-Control` of a file whose name contains a hash of its content. */
export const immutable = `public, max-age=${year}, immutable`;

/** `Cache-Control` of all other files: they may be cached, and are revalidated each time. */
const revalidated = 'public, max-age=0, must-revalidate';

/** Lets scripts of other origins read a response (Fetch standard, section 3.3). */
export const sharing: ResponseHeader = ['Access-Control-Allow-Origin', '*'];

/**
 * Lists the security headers of every response. Everything on the site is public and the same for everyone, so that other
 * sites may embed it (`Cross-Origin-Resource-Policy`).
 */
export function listSecurityHeaders({
  isSecure,
  policy,
  isOneOfSeveral = false,
}: HostView): ResponseHeader[] {
  const unused = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];
  return [
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', unused.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    // Scripts of the other hosts' pages may read everything.
    ...(isOneOfSeveral ? [sharing] : []),
    // Browsers then refuse to connect without TLS (RFC 6797).
    ...(isSecure ? [['Strict-Transport-Security', `max-age=${year}`] as const] : []),
  ];
}

const text = (type: string) => `${type}; charset=utf-8`;
const binary = 'application/octet-stream';
const rss = text('application/rss+xml');

/** All kinds of files that are not served as pages are. */
export const responseKinds: readonly ResponseKind[] = [
  { pattern: '_astro/*', isHashed: true },
  { pattern: 'pagefind/words/*', type: binary, isHashed: true },
  { pattern: 'pagefind/fragment/*', type: binary, isHashed: true },
  // Whatever format a source text has, browsers show it as plain text and never run it.
  { pattern: 'sources/*', type: text('text/plain'), isShared: true },
  { pattern: 'media/*', isHashed: true, isShared: true },
  // Viewers of other sites read manifests and their pictures (IIIF Presentation API 3.0, section 6.2).
  { pattern: 'articles/*/manifest.json', type: 'application/json', isShared: true },
  { pattern: 'feed.xml', type: rss, isShared: true },
  { pattern: 'atom.xml', type: text('application/atom+xml'), isShared: true },
  { pattern: 'feed.json', type: 'application/feed+json', isShared: true },
  ...nameIndexes.map(({ name }) => ({ pattern: `${name}/*/feed.xml`, type: rss, isShared: true })),
  { pattern: 'data/*.ndjson', type: 'application/x-ndjson', isShared: true },
  { pattern: 'data/*.json', type: 'application/json', isShared: true },
  { pattern: 'data/*.csv', type: text('text/csv'), isShared: true },
  { pattern: 'data/*.ttl', type: text('text/turtle'), isShared: true },
  { pattern: 'opensearch.xml', type: text(openSearchType) },
  { pattern: 'sitemap*.xml', type: text('application/xml') },
  { pattern: 'manifest-sha256.txt', type: text('text/plain'), isShared: true },
  { pattern: 'redirects.csv', type: text('text/csv'), isShared: true },
  { pattern: 'former/*', type: 'application/json' },
  { pattern: 'licenses.txt', type: text('text/plain') },
  { pattern: 'share.png', type: 'image/png', isShared: true },
];

/** The media types of all text files except `text/html`, which all hosts know. */
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

/** The media types, besides `text/html`, that are worth compressing. */
export const compressedTypes: readonly string[] = [
  ...textTypes,
  'application/feed+json',
  'application/json',
  'application/x-ndjson',
];

/** Removes the parameters of a media type. */
export function mediaType(type: string): string {
  return type.replace(/;.*/, '');
}

/**
 * Lists the headers of a kind except for security headers and `Content-Type`. Those of {@link listSecurityHeaders} are not
 * repeated.
 */
export function listKindHeaders(
  { isHashed, isShared }: ResponseKind,
  { isOneOfSeveral = false }: Pick<HostView, 'isOneOfSeveral'>,
): ResponseHeader[] {
  return [
    ['Cache-Control', isHashed ? immutable : revalidated],
    ...(isShared && !isOneOfSeveral ? [sharing] : []),
  ];
}

/**
 * Converts a pattern to a regular expression for the whole path, in the syntax that JavaScript, PCRE (nginx) and RE2 (Caddy)
 * share.
 *
 * @param home the path of the site's home page
 */
export function patternExpression(home: string, pattern: string): string {
  return `^${(home + pattern).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.*')}$`;
}
