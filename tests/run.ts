import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ensureChromium } from './support/chromium.ts';
import { readPlaywrightReport, readVitestReport, type TestReport } from './support/test-reports.ts';
import { formatMissing, installPrograms } from './support/system-packages.ts';

// What `npm test` does: it installs the programs that tests compare with, and builds the fixture sites. Then it runs the unit
// and site tests with Vitest, and then the browser tests with Playwright. Meanwhile it checks format, types and unused code,
// and installs Chromium: an installation leaves the processor to others for most of its time.

/** What a runner has counted. */
interface Tally {
  passed: number;
  failed: number;
  skipped?: number;
  /** The names of what failed, each with its message. */
  failures?: readonly string[];
}

const reports = 'node_modules/.cache/dateline/reports';
const env: NodeJS.ProcessEnv = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  // The tests start the project's commands some hundred times: what those load is compiled once.
  NODE_COMPILE_CACHE: resolve('node_modules/.cache/dateline/compiled'),
  // They are short, too: a small young generation saves a fifth of the memory, and the time to get it.
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=4`.trim(),
};

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const installing = installPrograms();
const chromium = installing.then(findOrInstallChromium);
const checks = runChecks();
const [missing] = await Promise.all([installing, buildFixtures()]);
if (missing.length > 0) console.warn(formatMissing(missing));
const tallies = await Promise.all([runVitest(), ...checks]);
tallies.push(await runPlaywright());
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
const skipped = tallies.reduce((sum, tally) => sum + (tally.skipped ?? 0), 0);
if (skipped > 0) console.warn(`\n${skipped} skipped. ${formatMissing(missing)}`);
// Named last, where they are found, since the tests print thousands of lines.
for (const failure of tallies.flatMap(({ failures = [] }) => failures)) console.log(`\nFailed: ${failure}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Checks what needs no build: format, types, and exports, files and packages that nothing uses (package.json, "knip"). */
function runChecks(): Promise<Tally>[] {
  return [
    runCheck('Format', 'prettier/bin/prettier.cjs', ['--check', '.']),
    runCheck('Types', 'astro/bin/astro.mjs', ['check', '--minimumFailingSeverity', 'hint']),
    runCheck('Unused code', 'knip/bin/knip.js', ['--no-progress']),
  ];
}

/** Runs a tool while others run, and shows what it has printed when it ends. */
async function runCheck(title: string, tool: string, options: readonly string[]): Promise<Tally> {
  const child = spawn(process.execPath, [join('node_modules', tool), ...options], { env });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  process.stdout.write(`\n── ${title}\n${Buffer.concat(printed).toString()}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [title] };
}

/** Where a site cannot be built, so it is in the tests, which try again and say so. */
async function buildFixtures(): Promise<void> {
  await run('Fixture sites', 'tests/support/site-fixtures.ts', []);
}

async function runVitest(): Promise<Tally> {
  const file = `${reports}/vitest.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const config = ['--config', 'tests/vitest.config.ts'];
  const code = await run('Unit and site tests', 'node_modules/vitest/vitest.mjs', [
    'run',
    ...config,
    ...reporters,
  ]);
  return settle(code, readVitestReport(file));
}

/** @returns whether there is one for the browser tests */
async function findOrInstallChromium(): Promise<boolean> {
  try {
    env.CHROMIUM_PATH = await ensureChromium();
    return true;
  } catch (error) {
    console.error((error as Error).message);
    return false;
  }
}

async function runPlaywright(): Promise<Tally> {
  if (!(await chromium)) return { passed: 0, failed: 1, failures: ['Browser tests: there is no Chromium'] };
  const file = `${reports}/playwright.json`;
  env.PLAYWRIGHT_JSON_OUTPUT_FILE = resolve(file);
  const options = ['--config', 'tests/browser/playwright.config.ts', '--reporter=list,json'];
  const code = await run('Browser tests', 'node_modules/@playwright/test/cli.js', ['test', ...options]);
  return settle(code, readPlaywrightReport(file));
}

/** Runs a tool with this Node.js, its output shown as it comes. */
async function run(title: string, tool: string, options: readonly string[]): Promise<number> {
  console.log(`\n── ${title}`);
  const child = spawn(process.execPath, [tool, ...options], { stdio: 'inherit', env });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/**
 * What did not pass has failed. Tests are only skipped for a program that is missing: where none is, a skipped test has
 * failed, too. A runner that fails without a failed test counts as one.
 */
function settle(code: number, { passed, total, ...counts }: TestReport): Tally {
  const skipped = missing.length > 0 ? counts.skipped : 0;
  const failed = total - passed - skipped;
  return {
    passed,
    skipped,
    failed: failed === 0 && (code !== 0 || total === 0) ? 1 : failed,
    failures: counts.failures,
  };
}
