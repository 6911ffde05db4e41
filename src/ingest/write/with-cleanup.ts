import { constants } from 'node:os';

/** Something that is needed only while a run lasts. */
export interface Temporary {
  /** Removes it; a second time does nothing. */
  remove(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does some work and removes its temporary files when it is done, fails, or is stopped by Ctrl+C, `kill` or the closing of
 * the terminal. After a signal the process exits with 128 plus the number of the signal, as is the convention of shells.
 *
 * @param work is given a function that registers something to be removed
 */
export async function withCleanup<Result>(
  work: (removeLater: <Thing extends Temporary>(thing: Thing) => Thing) => Promise<Result>,
): Promise<Result> {
  const things: Temporary[] = [];
  const removeAll = () => {
    for (const thing of things) thing.remove();
  };
  const stop = (signal: NodeJS.Signals) => {
    removeAll();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work((thing) => {
      things.push(thing);
      return thing;
    });
  } finally {
    for (const signal of signals) process.off(signal, stop);
    removeAll();
  }
}
