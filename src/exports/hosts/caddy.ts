import {
  compressedTypes,
  listKindHeaders,
  patternExpression,
  responseKinds,
  listSecurityHeaders,
  type ResponseHeader,
  type HostView,
} from './host-headers.ts';
import { renderCaddyRedirects } from './redirects/caddy-redirects.ts';
import { partByHome } from './redirects/redirects.ts';

/**
 * Renders the configuration of Caddy: a file to import into a site block whose `root` has the site at its path. Directives
 * in a `route` are run in the order in which they are written, so that the headers of a kind replace those of pages.
 */
export function renderCaddyfile(host: HostView): string {
  const { home, redirects, moved = [] } = host;
  const { inside, outside } = partByHome(redirects, home);
  const within = `path ${home}*`;
  const pages = listKindHeaders({ pattern: '' }, host);
  const kinds = responseKinds.flatMap((kind, index) => {
    const headers: ResponseHeader[] = [
      ...(kind.type ? [['Content-Type', kind.type] as const] : []),
      ...listKindHeaders(kind, host),
    ];
    return [
      `@archive-kind-${index} path_regexp ${patternExpression(home, kind.pattern)}`,
      ...setHeaders(headers, `@archive-kind-${index}`),
    ];
  });
  return [
    '# Caddy configuration for this archive. Import it into the site block whose root has the archive at its path.\n',
    // Addresses above the folder of the archive are not in its route.
    ...(outside.length > 0 ? [renderBlock('route', renderCaddyRedirects(outside))] : []),
    renderBlock(`@archive`, [within]),
    renderBlock('route @archive', [
      ...setHeaders([...listSecurityHeaders(host), ...pages]),
      ...kinds,
      ...renderCaddyRedirects(inside),
      ...moved.map(({ from, to }) => `redir ${from}* ${new URL(to).origin}{uri} 301`),
      // Certificate authorities request files from this folder.
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
    renderBlock('handle_errors', [
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

function renderBlock(head: string, lines: readonly string[]): string {
  return indent(`${head} {`, lines, '}\n').join('\n');
}

function indent(head: string, lines: readonly string[], end: string): string[] {
  return [head, ...lines.map((line) => `\t${line}`), end];
}

function setHeaders(headers: readonly ResponseHeader[], matcher = ''): string[] {
  return headers.map(([name, value]) => ['header', matcher, name, `"${value}"`].filter(Boolean).join(' '));
}
