import { createHandover } from '../../system/handover.ts';
import type { SitePage } from '../../views/page.ts';

/** A page to be rendered, and the route that renders it. */
export interface PageJob {
  /** The route's file in the project: `src/pages/[...article].astro`. */
  route: string;
  page: SitePage;
}

/** Pages to be rendered within one request of Astro's. */
export interface Batch {
  /** The routes of all jobs. */
  routes: ReadonlySet<string>;
  /** Each with its view computed. */
  jobs: AsyncIterable<PageJob>;
  /** Takes a page that is rendered; the next one is not rendered before that is done. */
  take(job: PageJob, html: string): Promise<void>;
}

/** The batch that is to be rendered: `Batch.astro` is bundled by Astro, out of reach of the build. */
export const currentBatch = createHandover<Batch>('batch of pages');
