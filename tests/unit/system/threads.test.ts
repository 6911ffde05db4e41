import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { openThreads, runBatches, type Threads } from '../../../src/system/threads.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

async function open(module: string): Promise<Threads> {
  const folder = await makeFolder({ 'worker.ts': module });
  const threads = openThreads(pathToFileURL(join(folder, 'worker.ts')));
  onTestFinished(() => threads.close());
  return threads;
}

test('threads do batches of jobs, and the results come in the order of the jobs', async () => {
  const threads = await open('export const double = (numbers: number[]) => numbers.map((each) => 2 * each);');
  const jobs = Array.from({ length: 1000 }, (_, index) => index);
  const results = await Array.fromAsync(
    runBatches(jobs, (batch) => threads.run<unknown, number[]>('double', batch)),
  );
  expect(results).toEqual(jobs.map((each) => 2 * each));
});

test('an error in a thread is an error of the call, and the next call is done', async () => {
  const threads = await open(
    'export const fail = () => { throw new RangeError("too much"); }; export const answer = () => 42;',
  );
  await expect(threads.run('fail', undefined)).rejects.toThrow('too much');
  expect(await threads.run('answer', undefined)).toBe(42);
});

test('a thread that is busy for ever is ended with the others', async () => {
  const threads = await open('export const spin = () => { for (;;); };');
  const spinning = threads.run('spin', undefined);
  spinning.catch(() => {});
  await threads.close();
  await expect(spinning).rejects.toThrow();
});
