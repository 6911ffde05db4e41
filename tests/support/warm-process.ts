import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

import type { CommandRequest, CommandResult } from './run-command.ts';

// The process behind `openWarmProcess`. It runs the file of one command after the other, as if it were each one's own.

/** How a command ends that calls `process.exit`. */
class Exit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`The command exits with ${code}.`);
    this.code = code;
  }
}

let runs = 0;

const keptThreads = new URL('kept-threads.ts', import.meta.url).href;

// Astro loads the bundle of a site from the folder that it builds into: each build loads its own. Threads are kept.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'tinypool' && context.parentURL?.endsWith('/src/system/threads.ts'))
      return nextResolve(keptThreads, context);
    const found = nextResolve(specifier, context);
    return found.url.includes('/.prerender/') ? { ...found, url: `${found.url}?run=${runs}` } : found;
  },
});

// Commands keep the heap small by collecting garbage early. With all that earlier runs have loaded in it, that is most of
// what a small archive takes, and one command's limits would be those of the next.
v8.setFlagsFromString = () => {};
syncBuiltinESMExports();

process.exit = (code) => {
  throw new Exit(Number(code ?? 0));
};

// A server that it runs would outlive the tests.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', async (request: CommandRequest) => process.send?.(await run(request)));

async function run({ file, options, project, env, input = '' }: CommandRequest): Promise<CommandResult> {
  process.chdir(project);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  process.argv = [process.execPath, file, ...options];
  const stdin = Readable.from([Buffer.from(input, 'base64')]);
  Object.defineProperty(process, 'stdin', { value: stdin, configurable: true });
  const printed = { stdout: '', stderr: '' };
  const streams = ['stdout', 'stderr'] as const;
  for (const name of streams)
    process[name].write = (text: string | Uint8Array) => {
      printed[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
      return true;
    };
  try {
    await import(`${pathToFileURL(file).href}?run=${++runs}`);
    return { code: Number(process.exitCode ?? 0), ...printed };
  } catch (error) {
    if (error instanceof Exit) return { code: error.code, ...printed };
    return { code: 1, ...printed, stderr: printed.stderr + ((error as Error).stack ?? String(error)) };
  }
}
