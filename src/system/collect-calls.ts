/**
 * Combines the calls that are made in one turn of the event loop into one: into one message to a thread, for instance, since
 * each answer waits until the main thread is free, and only then is the next message sent.
 *
 * @param run is given the arguments of these calls, and returns their results in the same order
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
