import { getSystemErrorMessage, getSystemErrorName, parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import { CommandError, UsageError } from '../system/command-error.ts';

/** The values of a command's options. */
export type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options }>
>['values'];

/** The command line of a command. */
export interface CommandLine<Options extends ParseArgsOptionsConfig> {
  /** How it is called, in one line; also shown when its arguments are invalid. */
  usage: string;
  /** What `--help` prints after the usage. */
  help?: string;
  /** The options that the command has; any others are rejected. */
  options: Options;
  /** Whether it takes positional arguments: files or folders. */
  takesFiles?: boolean;
}

/** The option that names the folder that the site is built into. */
export const outDirOption = { 'out-dir': { type: 'string', default: 'dist' } } as const;

/**
 * Parses a command's arguments and runs it. It exits with 1 and a message for errors in the content, and with 2 and the
 * usage for errors in the arguments; only a bug in the program prints a stack trace.
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

/** How to fix errors of the operating system, by their POSIX names. */
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space on the disk, then run it again.',
  EDQUOT: 'Free some space in your quota of the disk, then run it again.',
  EFBIG: 'Raise the limit on the size of files, then run it again.',
  EROFS: 'Choose a folder that can be written to.',
  EACCES: 'Give yourself permission for that, then run it again.',
  EPERM: 'Give yourself permission for that, then run it again.',
};

/** Formats an error with a cause outside the program as its message; any other is printed with its stack trace. */
function formatError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof CommandError || error.name === 'ContentError') return `\n${error.message}`;
  // Astro and Vite have errors of their own for those of the system.
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    // Errors from other threads have lost their code.
    const [, said, code = ''] = /^((E[A-Z]+): .*)/m.exec(cause.message) ?? [];
    if (said && remedies[code]) return `\n${said}. ${remedies[code]}`;
    const ofBundler = readBundlerError(cause.message);
    if (ofBundler) return `\n${ofBundler}`;
  }
  return error;
}

/** Reads an error of the operating system in the words of Rolldown, which bundles for Vite. It has the number alone. */
function readBundlerError(message: string): string | undefined {
  const [, file] = /^Failed to write file in (.+)$/m.exec(message) ?? [];
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  if (file === undefined || number === undefined) return undefined;
  const code = getSystemErrorName(-Number(number));
  return `${code}: ${getSystemErrorMessage(-Number(number))}, write '${file}'. ${remedies[code] ?? ''}`.trim();
}

function readArguments(options: ParseArgsOptionsConfig, allowPositionals: boolean) {
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
