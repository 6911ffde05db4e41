import {
  keptForever,
  responseKinds,
  securityHeaders,
  sharing,
  type Header,
  type HostView,
} from './host-headers.ts';

/**
 * The headers as a `_headers` file, which Netlify and Cloudflare Pages read. They join the headers of all rules that an
 * address matches, so that none may be in two of them; what is to be asked for again each time is so there by itself.
 */
export function renderHeadersFile(host: HostView): string {
  const kinds = responseKinds.map(({ pattern, type, isHashed, isShared }): [string, Header[]] => [
    pattern,
    [
      ...(type ? [['Content-Type', type] as const] : []),
      ...(isHashed ? [['Cache-Control', keptForever] as const] : []),
      ...(isShared ? [sharing] : []),
    ],
  ]);
  return [['*', securityHeaders(host)] as const, ...kinds]
    .map(([pattern, headers]) =>
      [host.home + pattern, ...headers.map((header) => `  ${header.join(': ')}`), ''].join('\n'),
    )
    .join('\n');
}
