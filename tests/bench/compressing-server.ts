import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What hosts compress, and what it is. */
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Serves folders as a host does that compresses texts. What it has compressed it keeps, so that its own work is not
 * measured.
 *
 * @param folders by the path that each is at
 * @returns the server, and the URL of its root
 */
export async function serveCompressed(
  folders: Readonly<Record<string, string>>,
): Promise<{ server: Server; url: string }> {
  const compressed = new Map<string, Buffer>();
  const paths = Object.keys(folders).sort((a, b) => b.length - a.length);
  const answer = async (path: string): Promise<{ body: Buffer; type: string | undefined }> => {
    const [at = '/'] = paths.filter((each) => path.startsWith(each));
    const file = join(folders[at] ?? '', path.slice(at.length), path.endsWith('/') ? 'index.html' : '');
    const type = types[extname(file)];
    const body = compressed.get(file) ?? (await readFile(file));
    if (!type || compressed.has(file)) return { body, type };
    const small = gzipSync(body);
    compressed.set(file, small);
    return { body: small, type };
  };
  const server = createServer((request, response) => {
    answer(decodeURIComponent(new URL(request.url ?? '/', 'http://bench.test').pathname)).then(
      ({ body, type }) => {
        const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')?.map(Number) ?? [];
        if (!type && start !== undefined && end !== undefined) {
          const range = `bytes ${start}-${end}/${body.length}`;
          response.writeHead(206, { 'content-range': range, 'cache-control': 'max-age=600' });
          response.end(body.subarray(start, end + 1));
          return;
        }
        const headers = type ? { 'content-type': type, 'content-encoding': 'gzip' } : {};
        response.writeHead(200, {
          ...headers,
          'content-length': body.length,
          'cache-control': 'max-age=600',
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}/` };
}
