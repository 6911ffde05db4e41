import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';

/** Settles when Pagefind's process, which its library starts and keeps running, has ended. */
let ended = Promise.withResolvers<void>();

// https://nodejs.org/docs/latest/api/diagnostics_channel.html#child-process
subscribe('child_process', (message) => {
  const { process } = message as { process: ChildProcess };
  const own = (ended = Promise.withResolvers<void>());
  process.once('exit', () => own.resolve());
});

/**
 * Does something with Pagefind's library. When its process ends meanwhile, the library's promises would stay pending for
 * ever.
 *
 * @throws when the process ends before the work is done
 */
export async function withPagefind<Result>(work: () => Promise<Result>): Promise<Result> {
  const working = work();
  const hasEnded = ended.promise.then(() => {
    throw new Error('Pagefind ended before the index was finished; what it said stands above.');
  });
  return Promise.race([working, hasEnded]);
}
