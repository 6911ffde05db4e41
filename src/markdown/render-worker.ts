import { parentPort, workerData } from 'node:worker_threads';

import { createJobRenderer, type RenderJob } from './render-pool.ts';

// A thread of `renderJobs`.
const render = createJobRenderer(workerData as string);
parentPort?.on('message', (jobs: RenderJob[]) => parentPort?.postMessage(jobs.map(render)));
