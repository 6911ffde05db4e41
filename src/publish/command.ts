import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** The values of a command's options. */
type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options }>
>['values'];

/** The option that names the folder that the site is built into. */
export const outDirOption = { 'out-dir': { type: 'string', default: 'dist' } } as const;

/**
 * Reads a command's arguments and runs it. A mistake in the content ends it with its message and the exit code 1,
 * one in the arguments with the usage and 2; only a fault of the program itself shows where in it that happened.
 *
 * @param usage shown when the arguments are not understood
 * @param options those that the command has; any other is refused
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  command: (values: Values<Options>) => Promise<void>,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  let values: Values<Options>;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${usage}`);
    process.exit(2);
  }
  try {
    await command(values);
  } catch (error) {
    const known = error instanceof Error && error.name === 'ContentError';
    console.error(known ? `\n${error.message}` : error);
    process.exit(1);
  }
}
