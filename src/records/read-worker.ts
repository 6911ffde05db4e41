import { parentPort } from 'node:worker_threads';

import { readAhead, type ReadJob } from './frontmatter-store.ts';

// A thread of `FrontmatterStore.readAhead`.
parentPort?.on('message', (jobs: ReadJob[]) => parentPort?.postMessage(jobs.map(readAhead)));
