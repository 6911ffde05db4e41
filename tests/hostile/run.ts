import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

import { ensureChromium } from '../support/chromium.ts';
import { formatCounts, type FieldCount } from './tally.ts';

// All payloads, through every field: what `npm test` does with some of them.

const playwright = 'node_modules/@playwright/test/cli.js test --config tests/hostile/playwright.config.ts';

/** What is run, one after the other: each part adds its counts to the file that `HOSTILE_REPORT` names. */
const parts: readonly { name: string; command: string }[] = [
  { name: 'Received files', command: `${playwright} hostile-received.spec.ts` },
  { name: 'Records', command: `${playwright} hostile.spec.ts` },
  {
    name: 'Markdown',
    command:
      'node_modules/vitest/vitest.mjs run --config tests/vitest.config.ts tests/unit/markdown tests/unit/records/markdown',
  },
];

const report = resolve('node_modules/.cache/dateline/reports/hostile.ndjson');
mkdirSync(resolve(report, '..'), { recursive: true });
rmSync(report, { force: true });
const env = {
  ...process.env,
  CHROMIUM_PATH: await ensureChromium(),
  HOSTILE: process.env.HOSTILE ?? 'all',
  HOSTILE_REPORT: report,
};
const failed = parts.filter(({ name, command }) => {
  console.log(`\n── ${name}`);
  return spawnSync(process.execPath, command.split(' '), { stdio: 'inherit', env }).status !== 0;
});

const counts = existsSync(report)
  ? readFileSync(report, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as FieldCount)
  : [];
console.log(`\n── All that went through, by field\n${formatCounts(counts)}`);
console.log(`\n${parts.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
