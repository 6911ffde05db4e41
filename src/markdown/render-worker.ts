import type { RenderJob, Rendering } from './render-job.ts';
import { renderWithinLimits } from './time-limit.ts';

/** What threads run: renders texts in their order, with `undefined` for each of which the rendering was stopped. */
export function renderJobs(jobs: readonly RenderJob[]): (Rendering | undefined)[] {
  return jobs.map((job) => renderWithinLimits(job));
}
