import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { CommandRequest, CommandResult } from './run-command.ts';

// Most of what a build of a small archive takes is loading Astro and Vite. A warm process has loaded them: it runs one
// command after the other.

/** A process that runs commands of one program, one after the other; it is begun when the first one is to be run. */
export interface WarmProcess {
  /**
   * Runs a command. Options of Node.js in its environment are those of the first one.
   *
   * @throws when the process ends before the command does
   */
  run(request: CommandRequest): Promise<CommandResult>;
  /** The process ends, so that the next command is run by another one: with a program that has changed. */
  close(): Promise<void>;
  /** The folder of the program whose commands it runs. */
  readonly project: string | undefined;
}
/** After so many commands, a process makes place for another: it keeps the bundles of all sites that it has built. */
const mostRuns = 40;

const file = fileURLToPath(new URL('warm-process.ts', import.meta.url));

export function openWarmProcess(): WarmProcess {
  let child: ChildProcess | undefined;
  let runs = 0;
  let project: string | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const close = async () => {
    const closed = child;
    child = undefined;
    runs = 0;
    if (closed?.kill()) await once(closed, 'exit');
  };
  const run = async (request: CommandRequest) => {
    // Packages are shared by all copies of the program; some can be initialized only once.
    if (runs === mostRuns || project !== request.project) await close();
    project = request.project;
    runs++;
    child ??= fork(file, { env: request.env });
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
    get project() {
      return project;
    },
    run(request) {
      const result = last.then(() => run(request));
      last = result.catch(() => {});
      return result;
    },
    close,
  };
}

/** Opens several of them, which run as many commands at a time. */
export function openWarmPool(many: number): Pick<WarmProcess, 'run' | 'close'> {
  const processes = Array.from({ length: many }, openWarmProcess);
  const idle = new Set(processes);
  const waiting: (() => void)[] = [];
  return {
    async run(request) {
      while (idle.size === 0) await new Promise<void>((resolve) => void waiting.push(resolve));
      // One of this program, or else one that is not begun, or else any.
      const rankOf = ({ project }: WarmProcess) => [request.project, undefined].indexOf(project) >>> 0;
      const [process] = [...idle].sort((a, b) => rankOf(a) - rankOf(b)) as [WarmProcess];
      idle.delete(process);
      try {
        return await process.run(request);
      } finally {
        idle.add(process);
        waiting.shift()?.();
      }
    },
    async close() {
      await Promise.all(processes.map((process) => process.close()));
    },
  };
}
