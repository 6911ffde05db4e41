import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import { CommandError, UsageError } from '../system/command-error.ts';

/** The values of a command's options. */
export type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options }>
>['values'];

/** What a command understands. */
export interface CommandLine<Options extends ParseArgsOptionsConfig> {
  /** How it is called, in one line; shown too when its arguments are not understood. */
  usage: string;
  /** What `--help` says below that. */
  help?: string;
  /** Those that the command has; any other is refused. */
  options: Options;
  /** Whether it is given files. */
  takesFiles?: boolean;
}

/** The option that names the folder that the site is built into. */
export const outDirOption = { 'out-dir': { type: 'string', default: 'dist' } } as const;

/**
 * Reads a command's arguments and runs it. A mistake in the content ends it with its message and the exit code 1,
 * one in the arguments with the usage and 2; only a fault of the program itself shows where in it that happened.
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  { usage, help = '', options, takesFiles = false }: CommandLine<Options>,
  command: (values: Values<Options>, files: string[]) => Promise<void>,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  try {
    const { values, positionals } = readArguments(options, takesFiles);
    if ((values as { help?: boolean }).help) console.log(`Usage: ${usage}\n${help}`);
    else await command(values as Values<Options>, positionals);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\nUsage: ${usage}`);
      process.exit(2);
    }
    console.error(formatError(error));
    process.exit(1);
  }
}

/** What is to be done about what the system refuses, by the error numbers of POSIX. */
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space on the disk, then run it again.',
  EDQUOT: 'Free some space in your quota of the disk, then run it again.',
  EFBIG: 'Raise the limit on the size of files, then run it again.',
  EROFS: 'Choose a folder that can be written to.',
  EACCES: 'Give yourself permission for that, then run it again.',
  EPERM: 'Give yourself permission for that, then run it again.',
};

/** An error that lies outside of the program is its message; any other is shown whole. */
function formatError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof CommandError || error.name === 'ContentError') return `\n${error.message}`;
  // An error of another thread has lost its code.
  const remedy = remedies[/^(E[A-Z]+): /.exec(error.message)?.[1] ?? ''];
  return remedy ? `\n${error.message}. ${remedy}` : error;
}

function readArguments(options: ParseArgsOptionsConfig, allowPositionals: boolean) {
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
