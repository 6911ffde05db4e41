import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { findPort } from './find-port.ts';
import type { Program } from './system-packages.ts';

/** A program that serves folders on the web, and how it is told to serve a site with the file that its build has made. */
export interface WebHost {
  command: string;
  /** The file of a site that is for this host. */
  file: string;
  /**
   * Its whole configuration.
   *
   * @param folder absolute path of a folder for what it writes
   * @param root absolute path of the folder that has the site at its path
   * @param site absolute path of the site
   */
  configure(folder: string, root: string, site: string, port: number): string;
  /** The options with which it says whether a configuration is right. */
  check(config: string): string[];
  run(config: string): string[];
}

/**
 * nginx with its own list of media types.
 *
 * @param http lines for its `http` block
 * @param server lines for its `server` block
 */
function configureNginx(folder: string, root: string, port: number, http: string, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
user root;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  ${http}
  server {
    listen 127.0.0.1:${port};
    root ${root};
    ${server}
  }
}`;
}

export const webHosts = {
  nginx: {
    command: 'nginx',
    file: 'nginx.conf',
    configure: (folder, root, site, port) =>
      configureNginx(
        folder,
        root,
        port,
        `map_hash_bucket_size 512; include ${site}/redirects.nginx.conf;`,
        `include ${site}/nginx.conf;`,
      ),
    check: (config) => ['-t', '-q', '-c', config],
    run: (config) => ['-c', config],
  },
  caddy: {
    command: 'caddy',
    file: 'Caddyfile',
    configure: (_folder, root, site, port) => `
{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${root}
  import ${site}/Caddyfile
}
`,
    check: (config) => ['validate', '--adapter', 'caddyfile', '--config', config],
    run: (config) => ['run', '--adapter', 'caddyfile', '--config', config],
  },
} satisfies Partial<Record<Program, WebHost>>;

/** nginx that is told nothing of the site. */
export const plainNginx: WebHost = {
  ...webHosts.nginx,
  configure: (folder, root, _site, port) => configureNginx(folder, root, port, '', ''),
};

/** A host that runs. */
export interface RunningHost {
  /** Of its root, without a slash at the end. */
  origin: string;
  stop(): Promise<void>;
}

/**
 * Serves a site.
 *
 * @param given the port, when it matters
 * @throws when the host finds its configuration wrong, with what it says
 */
export async function serve(
  host: WebHost,
  folder: string,
  root: string,
  site: string,
  given?: number,
): Promise<RunningHost> {
  const port = given ?? (await findPort());
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'config');
  await writeFile(config, host.configure(folder, root, site, port));
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const { status, stderr } = spawnSync(host.command, host.check(config), { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${host.command} refuses ${host.file}:\n${stderr}`);
  const child = spawn(host.command, host.run(config), { stdio: 'ignore', env });
  const ended = once(child, 'close');
  const origin = `http://127.0.0.1:${port}`;
  await waitForAnswer(origin, ended);
  return {
    origin,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Asks until the host answers or has ended. */
async function waitForAnswer(origin: string, ended: Promise<unknown>): Promise<void> {
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  while (isRunning) {
    if (await fetch(origin, { redirect: 'manual' }).catch(() => undefined)) return;
    await setImmediate();
  }
  throw new Error(`The host of ${origin} has ended.`);
}

/** Media types by extensions, as Apache's own list has them (`docs/conf/mime.types` of httpd), of files that browsers show or run. */
const apacheTypes: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html', '.htm': 'text/html', '.shtml': 'text/html', '.txt': 'text/plain' },
  ...{ '.xhtml': 'application/xhtml+xml', '.xht': 'application/xhtml+xml' },
  ...{
    '.xml': 'application/xml',
    '.xsl': 'application/xml',
    '.svg': 'image/svg+xml',
    '.svgz': 'image/svg+xml',
  },
  ...{ '.js': 'application/javascript', '.css': 'text/css', '.json': 'application/json' },
  ...{ '.csv': 'text/csv', '.tsv': 'text/tab-separated-values', '.pdf': 'application/pdf' },
  ...{ '.wasm': 'application/wasm', '.swf': 'application/x-shockwave-flash' },
};

/**
 * Serves a folder as a host does that reads no configuration of the site. Like Apache, it sends no media type with a file
 * whose extension it does not know, and leaves browsers to guess.
 */
export async function servePlainly(root: string): Promise<RunningHost> {
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    readFile(join(root, path.replace(/\/$/, '/index.html'))).then(
      (body) => {
        const type = path.endsWith('/') ? 'text/html' : apacheTypes[extname(path).toLowerCase()];
        if (type) response.setHeader('Content-Type', type);
        if (path.endsWith('.svgz')) response.setHeader('Content-Encoding', 'gzip');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
