import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';

/** Called when Pagefind's process ends, which its library starts and keeps running. */
const onEnd = new Set<() => void>();

// https://nodejs.org/docs/latest/api/diagnostics_channel.html#child-process
subscribe('child_process', (message) => {
  const { process } = message as { process: ChildProcess };
  process.once('exit', () => {
    for (const end of onEnd) end();
  });
});

/**
 * Runs work that uses Pagefind's library. If its process ended meanwhile, the library's promises would stay pending forever.
 *
 * @throws when the process ends before the work is done
 */
export async function withPagefind<Result>(work: () => Promise<Result>): Promise<Result> {
  const ended = Promise.withResolvers<never>();
  const end = () =>
    ended.reject(new Error('Pagefind ended before the index was finished; its output is shown above.'));
  onEnd.add(end);
  try {
    return await Promise.race([work(), ended.promise]);
  } finally {
    onEnd.delete(end);
  }
}
