import {
  immutable,
  responseKinds,
  listSecurityHeaders,
  sharing,
  type ResponseHeader,
  type HostView,
} from './host-headers.ts';

/**
 * Renders a `_headers` file, which Netlify and Cloudflare Pages read. They join the headers of all rules that a path matches,
 * so that no header may be in two of them. Revalidating a response each time is their default.
 */
export function renderHeadersFile(host: HostView): string {
  const kinds = responseKinds.map(({ pattern, type, isHashed, isShared }): [string, ResponseHeader[]] => [
    pattern,
    [
      ...(type ? [['Content-Type', type] as const] : []),
      ...(isHashed ? [['Cache-Control', immutable] as const] : []),
      ...(isShared && !host.isOneOfSeveral ? [sharing] : []),
    ],
  ]);
  return [['*', listSecurityHeaders(host)] as const, ...kinds]
    .map(([pattern, headers]) =>
      [host.home + pattern, ...headers.map((header) => `  ${header.join(': ')}`), ''].join('\n'),
    )
    .join('\n');
}
