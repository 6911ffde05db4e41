import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';

import { CommandError } from '../../system/command-error.ts';
import { decodeSource } from '../text/decode-source.ts';
import { SourceError } from '../sources/source-error.ts';

/**
 * Reads the text of a new article: from a file, from standard input, or from the terminal.
 *
 * @param from a file's name; `-` or nothing for standard input
 * @throws {CommandError} when it cannot be read, is empty, or is not Unicode text
 */
export async function readNewText(from: string | undefined): Promise<string> {
  const isFile = from !== undefined && from !== '-';
  try {
    if (isFile) return decodeSource(await readFile(from));
    if (!process.stdin.isTTY) return decodeSource(await buffer(process.stdin));
    return decodeSource(Buffer.from(await readTerminal()));
  } catch (error) {
    const name = isFile ? from : 'The text';
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined && !(error instanceof SourceError)) throw error;
    const fix = isFile ? '' : ' Give it with --text FILE, or on standard input.';
    const what =
      code === 'ENOENT' ? 'there is no such file' : message.split('Leave it out, ', 1).join('').trim();
    throw new CommandError(`${name}: ${what}${fix}\nNothing was written.`, { cause: error });
  }
}

/**
 * Reads what is typed or pasted until Ctrl+D. In its canonical mode a terminal would truncate lines at 4096 bytes, and a
 * paragraph is one line.
 */
async function readTerminal(): Promise<string> {
  process.stderr.write('Paste or type the text; end it with Ctrl+D on a line of its own (Ctrl+C cancels).\n');
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: true,
    historySize: 0,
  });
  lines.on('SIGINT', () => process.exit(130));
  const read: string[] = [];
  for await (const line of lines) read.push(line);
  return read.join('\n');
}
