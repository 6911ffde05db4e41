import type { Archive } from '../../archive/archive.ts';
import { keptForever, responseKinds, securityHeaders, sharing, type Header } from './host-headers.ts';

/**
 * The headers as a `_headers` file, which Netlify and Cloudflare Pages read. They join the headers of all rules that an
 * address matches, so that none may be in two of them; what is to be asked for again each time is so there by itself.
 */
export function wordHeaders(archive: Pick<Archive, 'site' | 'paths'>, policy: string): string {
  const { home } = archive.paths;
  const kinds = responseKinds.map(({ pattern, type, isHashed, isShared }): [string, Header[]] => [
    pattern,
    [
      ...(type ? [['Content-Type', type] as const] : []),
      ...(isHashed ? [['Cache-Control', keptForever] as const] : []),
      ...(isShared ? [sharing] : []),
    ],
  ]);
  return [['*', securityHeaders(archive, policy)] as const, ...kinds]
    .map(([pattern, headers]) =>
      [home + pattern, ...headers.map((header) => `  ${header.join(': ')}`), ''].join('\n'),
    )
    .join('\n');
}
