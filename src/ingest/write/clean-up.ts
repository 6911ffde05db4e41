import { constants } from 'node:os';

/** Something that is of use only as long as a run lasts. */
export interface Temporary {
  /** Removes it; a second time does nothing. */
  remove(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does some work, and removes what it leaves when it is done, fails, or is ended by Ctrl+C, `kill` or a terminal that is
 * closed. After a signal the process exits, with 128 and the signal's number as shells do.
 *
 * @param work given a function by which it says what is to be removed
 */
export async function cleaningUp<Result>(
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
