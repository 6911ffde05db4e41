import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** A program of others that tests compare this project's output with. */
export type Program = keyof typeof packages;

/** The package of Debian's that has each. */
const packages = {
  caddy: 'caddy',
  feedparser: 'python3-feedparser',
  nginx: 'nginx',
  pandoc: 'pandoc',
  rapper: 'raptor2-utils',
  ris2xml: 'bibutils',
  wget: 'wget',
  xmllint: 'libxml2-utils',
};

/** How long an installation may take, in milliseconds. */
const patience = 300_000;

/** Whether a program is installed. */
export function hasProgram(program: Program): boolean {
  if (program === 'feedparser')
    return spawnSync('/usr/bin/python3', ['-c', 'import feedparser']).status === 0;
  return locate(program) !== undefined;
}

/**
 * Installs the programs that are missing, where this is Debian and the user may. Called before tests begin, never by a
 * test: a test of a program that is missing is skipped.
 *
 * @returns those that are still missing
 */
export async function installPrograms(): Promise<Program[]> {
  const listMissing = () =>
    (Object.keys(packages) as Program[]).filter((program) => !hasProgram(program)).sort();
  const missing = listMissing();
  if (missing.length === 0) return [];
  await installPackages(...missing.map((program) => packages[program]));
  return listMissing();
}

/** Says which programs are missing, and what installs them. */
export function formatMissing(programs: readonly Program[]): string {
  const names = programs.map((program) => packages[program]).join(' ');
  return [
    `Not installed: ${programs.join(', ')}. The tests that compare with them are skipped. They could not be installed,`,
    `which needs Debian or Ubuntu, root and a network. To install them yourself: sudo apt-get install ${names}`,
  ].join('\n');
}

/** The lists of packages, read once by each process. */
let updating: Promise<void> | undefined;
/** Only one installation can be at work. */
let installing: Promise<void> = Promise.resolve();

/** Installs packages of Debian's, where this is Debian and the user may. */
export async function installPackages(...names: string[]): Promise<void> {
  if (!locate('apt-get') || process.getuid?.() !== 0) return;
  installing = installing.then(async () => {
    console.log(`Installing ${names.join(', ')} with apt-get …`);
    await (updating ??= runSilently('apt-get', ['update', '-q']));
    await runSilently('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...names]);
  });
  await installing;
}

/** Runs what installs something, while others run; whether it did is seen by what is there afterwards. */
export async function runSilently(command: string, options: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(command, options, { env, stdio: 'ignore', timeout: patience });
  await once(child, 'close').catch(() => undefined);
}

/** The path of a command; `undefined` when there is none. */
export function locate(command: string): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'command -v "$0"', command], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
