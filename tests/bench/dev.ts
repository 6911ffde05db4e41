import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

import { basePath } from '../../src/archive/paths.ts';
import { readSite } from '../../src/records/read/read-site.ts';
import { anArticle } from './changes.ts';
import { nodeArgumentsOf } from './measure.ts';

const port = 4917;

/** How often a page is asked for, in milliseconds: answering takes the server some itself. */
const interval = 50;

/**
 * Measures the development server.
 *
 * @returns the seconds from the command to the first page, an article's, and from saving the article to its page
 */
export async function measureDev(content: string): Promise<{ first: number; edited: number }> {
  const { site } = await readSite(content);
  const { id, file } = await anArticle(content);
  const url = `http://localhost:${port}${basePath(site?.url ?? '/')}articles/${id}/`;
  let start = performance.now();
  const server = spawn(process.execPath, nodeArgumentsOf('dev'), {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ARCHIVE_CONTENT: content, PORT: String(port) },
    stdio: 'ignore',
  });
  const closed = new Promise((resolve) => server.on('close', resolve));
  const untilShown = async (text: string) => {
    for (;;) {
      const page = await fetch(url).then(
        (response) => response.text(),
        () => '',
      );
      if (page.includes(text)) return (performance.now() - start) / 1000;
      if (server.exitCode !== null) throw new Error('The development server has ended.');
      await setTimeout(interval);
    }
  };
  const text = await readFile(file, 'utf8');
  try {
    const first = await untilShown('</html>');
    start = performance.now();
    await writeFile(file, `${text}\nThis is seen in dev.\n`);
    return { first, edited: await untilShown('This is seen in dev.') };
  } finally {
    await writeFile(file, text);
    server.kill();
    await closed;
  }
}
