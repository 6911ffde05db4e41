import { join } from 'node:path';

import buildFixtures, { fixtures, type Fixture } from '../support/site-fixtures.ts';
import { openWarmProcess } from '../support/warm-processes.ts';

// The web server of the browser tests: all fixture sites, each served by the command behind `npm start`, once they are built.
// One process runs the command for all of them: most of what it takes is loading Astro.

await buildFixtures();
const server = openWarmProcess();
for (const fixture of Object.values(fixtures)) await serve(fixture);
console.log('All sites are served.');

/** Serves a site until the process ends. @throws when it cannot be served at its port */
async function serve({ content, dist, base, port }: Fixture): Promise<void> {
  const { code, stdout, stderr } = await server.run({
    file: join(process.cwd(), 'src/commands/start.ts'),
    options: ['--out-dir', dist],
    project: process.cwd(),
    env: { ...process.env, ARCHIVE_CONTENT: content, PORT: String(port) },
  });
  // Where the port is taken, Astro takes another.
  if (code !== 0 || !stdout.includes(`http://localhost:${port}${base} `))
    throw new Error(
      `The site of ${content} is not at http://localhost:${port}${base}. End what uses the port, if anything does. ${stdout}${stderr}`,
    );
}
