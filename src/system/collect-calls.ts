/**
 * Has calls of one turn of the event loop done together, as one message to a thread, for instance: the answer to each message
 * waits until the main thread has time for it, and only then is the next one sent.
 *
 * @param run is called with the arguments of all, and gives their results in the same order
 */
export function collectCalls<Argument, Result>(
  run: (all: readonly Argument[]) => Promise<readonly Result[]>,
): (argument: Argument) => Promise<Result> {
  let collected: Argument[] = [];
  let running: Promise<readonly Result[]> | undefined;
  return async (argument) => {
    const index = collected.push(argument) - 1;
    running ??= Promise.resolve().then(() => {
      const all = collected;
      collected = [];
      running = undefined;
      return run(all);
    });
    return (await running)[index] as Result;
  };
}
