import { sizeLimit, streamSourceText } from '../../text/decode-source.ts';
import type { ReceivedFile } from '../source.ts';

/** A line of a file; without its text when it is too long to be read. */
export interface Line {
  text?: string;
  line: number;
}

/** Reads a file line by line; white space around a line is removed. */
export async function* listLines(
  file: ReceivedFile,
  encoding: string | undefined,
): AsyncGenerator<Line, undefined> {
  let [held, isTooLong, line] = ['', false, 1];
  const take = (): Line => {
    const taken = isTooLong ? { line } : { line, text: held.trim() };
    [held, isTooLong] = ['', false];
    line++;
    return taken;
  };
  for await (const piece of streamSourceText(file, encoding)) {
    for (const [index, part] of piece.split('\n').entries()) {
      if (index > 0) yield take();
      isTooLong ||= held.length + part.length > sizeLimit;
      held = isTooLong ? '' : held + part;
    }
  }
  yield take();
}

/** The next line that is not empty. */
export async function nextLine(lines: AsyncIterator<Line>): Promise<Line | undefined> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return undefined;
    if (value.text !== '') return value;
  }
}
