import { createContext, Script } from 'node:vm';

import { renderJob, type RenderJob, type Rendering } from './render-job.ts';

/**
 * How long one text may take to render, in seconds. The largest that pass the limits of Markdown
 * (records/check/markdown-limits.ts) take a few seconds on a slow machine.
 */
export const renderingLimit = 60;

/** A text of fewer characters cannot take longer, and is rendered in less time than starting the watch takes. */
const enoughToWatch = 5000;

/**
 * Renders a text, but stops where that takes too long, or where elements are nested deeper than the stack is.
 *
 * @param seconds of wall time
 * @returns `undefined` when rendering was stopped
 */
export function renderWithinLimits(job: RenderJob, seconds = renderingLimit): Rendering | undefined {
  try {
    return job.markdown.length < enoughToWatch
      ? renderJob(job)
      : runWithin(seconds * 1000, () => renderJob(job));
  } catch (error) {
    if (isTimeout(error) || isStackOverflow(error)) return undefined;
    throw error;
  }
}

// Of Node.js only `node:vm` can interrupt synchronous code, in the main thread too. The function that the script calls is
// one of this module's context, so that nothing else of the script's own context matters.
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
