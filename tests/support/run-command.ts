import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a command may print, in bytes: some messages quote what was found. */
const maxBuffer = 64 * 1024 * 1024;

/** What a command printed and how it ended. */
export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** A command that is to be run, wherever that is. */
export interface CommandRequest {
  /** Absolute path of the command's file. */
  file: string;
  options: readonly string[];
  /** Absolute path of the folder that it is run in. */
  project: string;
  env: NodeJS.ProcessEnv;
  /** What it reads from standard input, in Base64. */
  input?: string;
}

/** The files behind the commands that the tests run. */
const commands = {
  build: 'commands/build',
  check: 'commands/check',
  ingest: 'commands/ingest',
  names: 'commands/names',
  tag: 'commands/tag',
  table: 'commands/table',
  new: 'commands/new',
  ledger: 'commands/ledger',
  bag: 'commands/bag',
} as const;

export type CommandName = keyof typeof commands;

/** @param project absolute path of the program, or a copy of it */
export function requestOf(
  command: CommandName,
  content: string,
  options: readonly string[],
  project: string,
): CommandRequest {
  const file = join(project, `src/${commands[command]}.ts`);
  return { file, options, project, env: { ...process.env, ARCHIVE_CONTENT: content } };
}

/**
 * Runs one of the project's commands on a content folder, in a process of its own.
 *
 * @param input what it reads from standard input
 */
export async function runCommand(
  command: CommandName,
  content: string,
  options: readonly string[] = [],
  variables: NodeJS.ProcessEnv = {},
  input: string | Uint8Array = '',
): Promise<CommandResult> {
  const env = { ...process.env, ARCHIVE_CONTENT: content, ...variables };
  const running = run(process.execPath, [`src/${commands[command]}.ts`, ...options], { env, maxBuffer });
  running.child.stdin?.end(input);
  try {
    const { stdout, stderr } = await running;
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as CommandResult;
    return { code, stdout, stderr };
  }
}
