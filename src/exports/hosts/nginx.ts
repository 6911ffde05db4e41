import {
  compressedTypes,
  headersOf,
  mediaType,
  patternExpression,
  responseKinds,
  securityHeaders,
  textTypes,
  type Header,
  type HostView,
  type ResponseKind,
} from './host-headers.ts';

/**
 * How nginx serves the site: a file to be included in a `server` whose `root` has the site at its path. A location takes
 * over no header from around it as soon as it adds one, so that each adds them all.
 */
export function renderNginx(host: HostView): string {
  const { home, redirects } = host;
  const add = (kind: ResponseKind) => addHeaders([...securityHeaders(host), ...headersOf(kind)]);
  const pages = add({ pattern: '' });
  const lines = [
    ...block('if ($moved)', ['return 301 $moved;']),
    'index index.html;',
    'autoindex off;',
    // Behind another server, nginx does not know what the host is called.
    'absolute_redirect off;',
    // A folder without a page is not there, as far as readers go.
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
      block(`location ~ "${patternExpression(home, kind.pattern)}"`, [...wordType(kind), ...add(kind)]),
    ),
  ];
  const head =
    '# How nginx serves this archive. Include this in the server whose root has the site at its path.';
  return [
    head,
    ...wordMapHint(redirects.map(({ from }) => from)),
    '',
    ...block(`location ${home}`, lines),
    '',
  ].join('\n');
}

/** What the `http` block needs for the redirects: nginx looks long lists up in maps only, which no server can have. */
function wordMapHint(addresses: readonly string[]): string[] {
  const size = (least: number, needed: number) => Math.max(least, 2 ** Math.ceil(Math.log2(needed + 1)));
  // A bucket holds whole keys, with pointers beside them.
  const longest = addresses.reduce((most, address) => Math.max(most, address.length), 0);
  return [
    '# Its http block needs the addresses that have moved, from wherever you keep that file:',
    `#     map_hash_bucket_size ${size(512, longest + 32)};`,
    `#     map_hash_max_size ${size(2048, addresses.length)};`,
    '#     map $uri $moved { include /etc/nginx/archive/redirects.nginx.map; }',
  ];
}

function wordType({ type }: ResponseKind): string[] {
  return type ? ['types {}', `default_type ${mediaType(type)};`] : [];
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => (line === '' ? '' : `    ${line}`)), '}'];
}

function addHeaders(headers: readonly Header[]): string[] {
  return headers.map(([name, value]) => `add_header ${name} "${value}" always;`);
}
