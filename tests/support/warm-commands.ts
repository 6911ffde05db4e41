import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

import { requestOf, type CommandName, type CommandRequest, type CommandResult } from './run-command.ts';
import { openWarmPool } from './warm-processes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The socket that warm processes are reached by. */
    warmCommands: string;
  }
}

/** Begins to run the warm commands of all test files. */
export default async function serveWarmCommands(project: TestProject): Promise<() => Promise<void>> {
  // One more than Vitest has: a test of a copied program seldom takes the place of this one's.
  const pool = openWarmPool(3);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-warm-'));
  const socket = join(folder, 'socket');
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    text(connection)
      .then((request) => pool.run(JSON.parse(request) as CommandRequest))
      .catch((error: Error): CommandResult => ({ code: -1, stdout: '', stderr: error.message }))
      .then((result) => connection.end(JSON.stringify(result)));
  });
  await once(server.listen(socket), 'listening');
  project.provide('warmCommands', socket);
  return async () => {
    await pool.close();
    server.close();
    await rm(folder, { recursive: true });
  };
}

/**
 * Runs one of the project's commands on a content folder, as `runCommand`, in a process that has run others before. Not for
 * what ends, disturbs or limits the process itself, nor for a program whose files have changed since it ran last.
 *
 * @param project absolute path of a copy of the program; this one when left out
 * @param input what it reads from standard input
 */
export async function runWarm(
  command: CommandName,
  content: string,
  options: readonly string[] = [],
  { project = process.cwd(), input = '' }: { project?: string; input?: string | Uint8Array } = {},
): Promise<CommandResult> {
  const connection = connect({ path: inject('warmCommands'), allowHalfOpen: true });
  const request: CommandRequest = {
    ...requestOf(command, content, options, project),
    input: Buffer.from(input).toString('base64'),
  };
  connection.end(JSON.stringify(request));
  return JSON.parse(await text(connection)) as CommandResult;
}
