import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that builds one site after the other, which saves the time in which Astro is loaded. */
export interface Builder {
  /** @throws when the build fails */
  build(dist: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a process that builds with a copied program.
 *
 * @param project absolute path of the copy, whose program must not be changed until the builder is closed
 */
export function openBuilder(project: string, content: string): Builder {
  const script = fileURLToPath(new URL('build-on-request.ts', import.meta.url));
  const env = { ...process.env, ARCHIVE_CONTENT: content };
  const child = fork(script, {
    cwd: project,
    env,
    execPath: process.execPath,
    execArgv: [],
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  return {
    async build(dist) {
      child.send(dist);
      const [error] = (await Promise.race([once(child, 'message'), ended])) as [string];
      if (error !== '') throw new Error(`The build failed: ${error}`);
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}
