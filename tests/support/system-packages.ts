import { execFileSync, spawnSync } from 'node:child_process';

/** How long an installation may take, in milliseconds. */
const patience = 300_000;

/** Installs packages of Debian's, where this is Debian and it may. What goes wrong shows when they are used. */
export function installFromDebian(...packages: string[]): void {
  if (!locate('apt-get') || process.getuid?.() !== 0) return;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', timeout: patience });
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
    timeout: patience,
  });
}

/** The path of a command; `undefined` when there is none. */
export function locate(command: string): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'command -v "$0"', command], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
