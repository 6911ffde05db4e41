import { parentPort } from 'node:worker_threads';

import { createJobRenderer, type RenderJob } from './render-pool.ts';

// A thread of `renderJobs`.
const render = createJobRenderer();
parentPort?.on('message', (jobs: RenderJob[]) => parentPort?.postMessage(jobs.map(render)));
