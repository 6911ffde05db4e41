import { resolve } from 'node:path';

import { ensureDemo } from '../demo/ensure-demo.ts';
import { runCommand } from './run-command.ts';
import { serveSite } from './serve-site.ts';

/** Apart from the user's own content/ and dist/, which are not touched. */
const folder = resolve('node_modules/.cache/dateline/demo');

await runCommand(
  {
    usage: 'npm run demo',
    help: `
Builds and serves a made archive: the newspapers of an invented town over 130 years. It is kept in
node_modules/.cache/dateline/demo and made again only when the program has changed; content/ and dist/ are not touched.
PORT=8080 npm run demo serves it elsewhere.`,
    options: {},
  },
  async () => {
    process.env.ARCHIVE_CONTENT = await ensureDemo(folder, 'http://localhost:4321/');
    await serveSite(resolve(folder, 'dist'), 'The invented archive');
  },
);
