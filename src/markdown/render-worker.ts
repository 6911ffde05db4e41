import { renderJob, type RenderJob, type Rendering } from './render-job.ts';

/** What threads run while texts are rendered. */
export function renderJobs(jobs: readonly RenderJob[]): Rendering[] {
  return jobs.map(renderJob);
}
