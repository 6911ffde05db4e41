import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import buildFixtures, { fixtures, type Fixture } from '../support/site-fixtures.ts';

// The web server of the browser tests: all fixture sites, each served by the command behind `npm start`, once they are built.

await buildFixtures();
await Promise.all(Object.values(fixtures).map(serve));
console.log('All sites are served.');

/** Serves a site until the process ends. @throws when it cannot be served at its port */
async function serve({ content, dist, port }: Fixture): Promise<void> {
  const env = { ...process.env, ARCHIVE_CONTENT: content, PORT: String(port) };
  const options = ['src/commands/start.ts', '--out-dir', dist];
  const server = spawn(process.execPath, options, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    if (line.includes(`http://localhost:${port}/`)) return;
    // Where the port is taken, Astro takes another.
    if (line.includes('http://localhost:')) throw new Error(`Port ${port} is not free.`);
  }
  throw new Error(`The site of ${content} could not be served.`);
}
