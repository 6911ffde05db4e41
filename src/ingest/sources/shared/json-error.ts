import { SourceError } from '../source-error.ts';

/** Finds where a text is not JSON (RFC 8259); `undefined` when it is valid. */
export function findJsonError(text: string): SourceError | undefined {
  const message = jsonErrorOf(text);
  if (message === undefined) return undefined;
  const before = text.slice(0, errorOffset(text, message)).split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const fix = 'Correct it there, or request it again: it may be truncated.';
  return new SourceError('malformed JSON', 'JSON (RFC 8259)', fix, position);
}

function jsonErrorOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** V8 does not always report the position of an error: it is after the longest valid prefix. */
function errorOffset(text: string, message: string): number {
  const reported = /at position (\d+)/.exec(message)?.[1];
  if (reported !== undefined) return Number(reported);
  if (message.includes('end of JSON')) return text.length;
  let [right, wrong] = [0, text.length];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    const error = jsonErrorOf(text.slice(0, middle));
    if (error === undefined || /end of JSON/.test(error) || error.includes(`at position ${middle} `))
      right = middle;
    else wrong = middle;
  }
  return right;
}
