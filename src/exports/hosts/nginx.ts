import {
  compressedTypes,
  listKindHeaders,
  mediaType,
  patternExpression,
  responseKinds,
  listSecurityHeaders,
  textTypes,
  type ResponseHeader,
  type HostView,
  type ResponseKind,
} from './host-headers.ts';
import { renderNginxRedirects, type NginxRedirects } from './redirects/nginx-redirects.ts';

/**
 * Renders the configuration of nginx: a file to include in a `server` whose `root` has the site at its path. A location that
 * adds a header inherits none from the blocks around it, so that each location adds all of them.
 */
export function renderNginx(host: HostView): string {
  const { home, redirects, moved: folders = [] } = host;
  const moved = renderNginxRedirects(redirects, home);
  const add = (kind: ResponseKind) =>
    addHeaders([...listSecurityHeaders(host), ...listKindHeaders(kind, host)]);
  const pages = add({ pattern: '' });
  // A location inside another does not inherit its conditions.
  const lead = (variable: string) => block(`if (${variable})`, [`return 301 ${variable};`]);
  const redirect = lead(moved.inside);
  const lines = [
    ...redirect,
    'index index.html;',
    'autoindex off;',
    // Behind another server, nginx does not know the name of the host.
    'absolute_redirect off;',
    // nginx answers 403 for a folder without an index page; for readers it does not exist.
    `error_page 404 ${home}404.html;`,
    `error_page 403 =404 ${home}404.html;`,
    'charset utf-8;',
    `charset_types ${textTypes.join(' ')};`,
    'gzip on;',
    'gzip_vary on;',
    'gzip_min_length 1024;',
    `gzip_types ${compressedTypes.join(' ')};`,
    ...pages,
    '',
    ...block(`location = ${home}404.html`, ['internal;', ...pages]),
    ...block(`location ~ "^${home.replaceAll('.', '\\.')}(?:.*/)?\\.(?!well-known/)"`, [
      'return 404;',
      ...pages,
    ]),
    ...responseKinds.flatMap((kind) =>
      block(`location ~ "${patternExpression(home, kind.pattern)}"`, [
        ...redirect,
        ...renderType(kind),
        ...add(kind),
      ]),
    ),
  ];
  const head =
    '# nginx configuration for this archive. Include it in the server whose root has the archive at its path.';
  return [
    head,
    ...renderMapHint(moved),
    '',
    // Addresses above the folder of the archive are not in its location.
    ...(moved.outside === undefined ? [] : lead(moved.outside)),
    ...block(`location ${home}`, lines),
    // Before any location with an expression. "$request_uri" is as the browser has written it.
    ...folders.flatMap(({ from, to }) =>
      block(`location ^~ ${from}`, [`return 301 ${new URL(to).origin}$request_uri;`, ...pages]),
    ),
    '',
  ].join('\n');
}

/** What the `http` block needs for the redirects: nginx looks up long lists in maps only, which a `server` cannot contain. */
function renderMapHint({ bucketSize, maxSize }: NginxRedirects): string[] {
  return [
    '# The http block around that server needs the redirects, from wherever you put that file:',
    `#     map_hash_bucket_size ${bucketSize};`,
    `#     map_hash_max_size ${maxSize};`,
    '#     include /etc/nginx/archive/redirects.nginx.conf;',
  ];
}

function renderType({ type }: ResponseKind): string[] {
  return type ? ['types {}', `default_type ${mediaType(type)};`] : [];
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => (line === '' ? '' : `    ${line}`)), '}'];
}

function addHeaders(headers: readonly ResponseHeader[]): string[] {
  return headers.map(([name, value]) => `add_header ${name} "${value}" always;`);
}
