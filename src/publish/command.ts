import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

/** The options that the commands of this folder share. */
export interface CommandOptions {
  /** Absolute path of the folder that the site is built into. */
  outDir: string;
  /** Leaves a site alone that a build would make the same again. */
  ifChanged: boolean;
}

/**
 * Reads a command's arguments and runs it. A mistake in the content or the arguments ends it with its message and
 * the exit code 1; only a fault of the program itself shows where in the program it happened.
 *
 * @param usage shown when the arguments are not understood
 * @param flags options without a value that this command alone has: `tags` is `--tags`
 */
export async function runCommand<Flag extends string = never>(
  usage: string,
  command: (options: CommandOptions & Record<Flag, boolean>) => Promise<void>,
  flags: readonly Flag[] = [],
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  let options: CommandOptions & Record<Flag, boolean>;
  try {
    const own = flags.map((flag) => [flag, { type: 'boolean', default: false }] as const);
    const { values } = parseArgs({
      options: {
        'out-dir': { type: 'string', default: 'dist' },
        'if-changed': { type: 'boolean', default: false },
        ...Object.fromEntries(own),
      },
    });
    const given: Readonly<Record<string, unknown>> = values;
    const set = Object.fromEntries(flags.map((flag) => [flag, given[flag] === true]));
    options = {
      ...(set as Record<Flag, boolean>),
      outDir: resolve(values['out-dir']),
      ifChanged: values['if-changed'],
    };
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${usage}`);
    process.exit(2);
  }
  try {
    await command(options);
  } catch (error) {
    const known = error instanceof Error && error.name === 'ContentError';
    console.error(known ? `\n${error.message}` : error);
    process.exit(1);
  }
}
