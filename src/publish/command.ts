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
 */
export async function runCommand(
  usage: string,
  command: (options: CommandOptions) => Promise<void>,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  let options: CommandOptions;
  try {
    const { values } = parseArgs({
      options: {
        'out-dir': { type: 'string', default: 'dist' },
        'if-changed': { type: 'boolean', default: false },
      },
    });
    options = { outDir: resolve(values['out-dir']), ifChanged: values['if-changed'] };
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
