import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { ensureChromium } from '../support/chromium.ts';
import { generateCorpus } from './corpus.ts';
import { writeNewswire } from './newswire.ts';

// Builds an archive of real news and a generated one of 2,000 articles, opens every kind of their pages in Chromium at
// three widths in two schemes, checks them with axe, and leaves screenshots to look at.
//
//   node tests/bench/browse.ts NEWSWIRE.ndjson

const [file] = process.argv.slice(2);
if (!file || !existsSync(file)) {
  console.error('Usage: node tests/bench/browse.ts NEWSWIRE.ndjson (lines of title, date, categories, text)');
  process.exit(2);
}

const cache = resolve('node_modules/.cache/dateline/browse');
await rm(cache, { recursive: true, force: true });
await writeNewswire(file, join(cache, 'newswire/content'));
await generateCorpus(join(cache, 'generated/content'), {
  articles: 2000,
  seed: 3,
  url: 'http://localhost:4706/',
});
for (const name of ['newswire', 'generated']) {
  run(['src/commands/build.ts', '--out-dir', join(cache, name, 'dist')], {
    ARCHIVE_CONTENT: join(cache, name, 'content'),
  });
}
run(['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/bench/browse.config.ts'], {
  CHROMIUM_PATH: await ensureChromium(),
});
console.log(`Screenshots: ${join(cache, 'screenshots')}`);

function run(command: readonly string[], variables: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, ...variables },
  });
  if (status !== 0) process.exit(status ?? 1);
}
