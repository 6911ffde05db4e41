import type { RenderJob, Rendering } from './render-job.ts';
import { renderWithinLimits } from './time-limit.ts';

/** Worker threads run this: renders texts in order; `undefined` for each text whose rendering was stopped. */
export function renderJobs(jobs: readonly RenderJob[]): (Rendering | undefined)[] {
  return jobs.map((job) => renderWithinLimits(job));
}
