import { createContext, Script } from 'node:vm';

import { renderJob, type RenderJob, type Rendering } from './render-job.ts';

/**
 * The time limit for rendering one text, in seconds. The largest texts that pass the limits of Markdown
 * (records/check/markdown-limits.ts) take a few seconds on a slow machine.
 */
export const renderingLimit = 60;

/** A text with fewer characters cannot exceed the limit, and takes less time to render than the limit takes to set up. */
const minLimitedLength = 5000;

/**
 * Renders a text, but stops when that takes too long or overflows the stack.
 *
 * @param seconds wall-clock time
 * @returns `undefined` when rendering was stopped
 */
export function renderWithinLimits(job: RenderJob, seconds = renderingLimit): Rendering | undefined {
  try {
    return job.markdown.length < minLimitedLength
      ? renderJob(job)
      : runWithin(seconds * 1000, () => renderJob(job));
  } catch (error) {
    if (isTimeout(error) || isStackOverflow(error)) return undefined;
    throw error;
  }
}

// In Node.js only `node:vm` can interrupt synchronous code, even in the main thread. The script only calls a
// function of this module, so that its own context does not matter.
const context = createContext({ work: () => {} });
const script = new Script('work()');

function runWithin<Result>(milliseconds: number, work: () => Result): Result {
  context.work = work;
  return script.runInContext(context, { timeout: milliseconds }) as Result;
}

function isTimeout(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.startsWith('Maximum call stack');
}
