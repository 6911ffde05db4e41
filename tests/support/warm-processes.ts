import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { CommandRequest, CommandResult } from './run-command.ts';

// Most of what a build of a small archive takes is loading Astro and Vite. A warm process has loaded them: it runs one
// command after the other.

/** A process that runs one command after the other, begun when the first one is to be run. */
export interface WarmProcess {
  /** @throws when the process ends before the command does */
  run(request: CommandRequest): Promise<CommandResult>;
  /** The process ends, so that the next command is run by another one: with a program that has changed. */
  close(): Promise<void>;
}

/** Runs commands in a process each, as many at a time as there are. */
export type WarmPool = WarmProcess;

/** After so many commands, a process makes place for another: it keeps the bundles of all sites that it has built. */
const mostRuns = 40;

const file = fileURLToPath(new URL('warm-process.ts', import.meta.url));

export function openWarmProcess(): WarmProcess {
  let child: ChildProcess | undefined;
  let runs = 0;
  let last: Promise<unknown> = Promise.resolve();
  const close = async () => {
    const closed = child;
    child = undefined;
    runs = 0;
    if (closed?.kill()) await once(closed, 'exit');
  };
  const run = async (request: CommandRequest) => {
    if (runs === mostRuns) await close();
    runs++;
    child ??= fork(file, { env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
    const stop = new AbortController();
    const answer = once(child, 'message', { signal: stop.signal });
    const end = once(child, 'exit', { signal: stop.signal });
    child.send(request);
    const [result] = (await Promise.race([answer, end])) as [unknown];
    stop.abort();
    await Promise.allSettled([answer, end]);
    if (typeof result === 'object' && result !== null) return result as CommandResult;
    await close();
    throw new Error(`The process ended with ${String(result)} while it ran ${request.file}.`);
  };
  return {
    run(request) {
      const result = last.then(() => run(request));
      last = result.catch(() => {});
      return result;
    },
    close,
  };
}

export function openWarmPool(many: number): WarmPool {
  const processes = Array.from({ length: many }, openWarmProcess);
  const idle = [...processes];
  const waiting: ((process: WarmProcess) => void)[] = [];
  const next = () => idle.pop() ?? new Promise<WarmProcess>((resolve) => void waiting.push(resolve));
  return {
    async run(request) {
      const process = await next();
      try {
        return await process.run(request);
      } finally {
        const taker = waiting.shift();
        if (taker) taker(process);
        else idle.push(process);
      }
    },
    async close() {
      await Promise.all(processes.map((process) => process.close()));
    },
  };
}
