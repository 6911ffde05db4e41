import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

import { schemas, type ReadAhead, type ReadJob } from './frontmatter-store.ts';
import { readMarkdownRecord } from './read-record.ts';

// A thread of `FrontmatterStore.readAhead`.
parentPort?.on('message', (jobs: ReadJob[]) => parentPort?.postMessage(jobs.map(read)));

/** @returns nothing of a file that is not right: it is read again by who words what is wrong */
function read({ file, schema: number }: ReadJob): ReadAhead | undefined {
  const schema = schemas[number];
  if (!schema) return undefined;
  try {
    const bytes = readFileSync(file);
    const { data, body, bodyStart, problems } = readMarkdownRecord(bytes, schema);
    if (data === undefined || body === undefined || bodyStart === undefined || problems.length > 0)
      return undefined;
    return { digest: hash('sha256', bytes), record: { data, bodyStart }, body };
  } catch {
    return undefined;
  }
}
