import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

export const webHosts = {
  nginx: {
    command: 'nginx',
    file: 'nginx.conf',
    configure: (folder, root, site, port) => `
daemon off;
user root;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  map_hash_bucket_size 512;
  map $uri $moved { include ${site}/redirects.nginx.map; }
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${site}/nginx.conf;
  }
}`,
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

/** A host that runs. */
export interface RunningHost {
  /** Of its root, without a slash at the end. */
  origin: string;
  stop(): Promise<void>;
}

/**
 * Serves a site.
 *
 * @throws when the host finds its configuration wrong, with what it says
 */
export async function serve(host: WebHost, folder: string, root: string, site: string): Promise<RunningHost> {
  const port = await findPort();
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
