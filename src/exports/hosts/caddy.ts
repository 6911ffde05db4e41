import {
  compressedTypes,
  headersOf,
  patternExpression,
  responseKinds,
  securityHeaders,
  type Header,
  type HostView,
} from './host-headers.ts';
import type { Redirect } from './redirects.ts';

/**
 * How Caddy serves the site: a file to be imported into a site block whose `root` has the site at its path. In a `route`,
 * what stands later comes later, so that the headers of a kind take the place of those of pages.
 */
export function renderCaddyfile(host: HostView): string {
  const { home, redirects } = host;
  const within = `path ${home}*`;
  const pages = headersOf({ pattern: '' });
  const kinds = responseKinds.flatMap((kind, index) => {
    const headers: Header[] = [
      ...(kind.type ? [['Content-Type', kind.type] as const] : []),
      ...headersOf(kind),
    ];
    return [
      `@archive-kind-${index} path_regexp ${patternExpression(home, kind.pattern)}`,
      ...setHeaders(headers, `@archive-kind-${index}`),
    ];
  });
  return [
    '# How Caddy serves this archive. Import this into the site whose root has it at its path.\n',
    wordBlock(`@archive`, [within]),
    wordBlock('route @archive', [
      ...setHeaders([...securityHeaders(host), ...pages]),
      ...kinds,
      ...wordMoved(redirects),
      // The host answers the requests of certificate authorities itself.
      ...indent('@archive-hidden {', ['path */.*', `not path ${home}.well-known/*`], '}'),
      'error @archive-hidden 404',
      ...indent(
        'encode zstd gzip {',
        indent(
          'match {',
          ['text/html', ...compressedTypes].map((type) => `header Content-Type ${type}*`),
          '}',
        ),
        '}',
      ),
      'file_server',
    ]),
    wordBlock('handle_errors', [
      ...indent('@archive-missing {', [within, 'expression {http.error.status_code} == 404'], '}'),
      ...indent(
        'route @archive-missing {',
        [
          ...setHeaders([...pages, ['Content-Type', 'text/html; charset=utf-8']]),
          `rewrite * ${home}404.html`,
          'file_server',
        ],
        '}',
      ),
    ]),
  ].join('\n');
}

function wordMoved(redirects: readonly Redirect[]): string[] {
  if (redirects.length === 0) return [];
  return [
    ...indent(
      'map {path} {archive-moved} {',
      [...redirects.map(({ from, to }) => `${from} ${to}`), 'default ""'],
      '}',
    ),
    '@archive-moved expression `{archive-moved} != ""`',
    'redir @archive-moved {archive-moved} 301',
  ];
}

function wordBlock(head: string, lines: readonly string[]): string {
  return indent(`${head} {`, lines, '}\n').join('\n');
}

function indent(head: string, lines: readonly string[], end: string): string[] {
  return [head, ...lines.map((line) => `\t${line}`), end];
}

function setHeaders(headers: readonly Header[], matcher = ''): string[] {
  return headers.map(([name, value]) => ['header', matcher, name, `"${value}"`].filter(Boolean).join(' '));
}
