import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

import { findWords } from '../languages/words.ts';
import type { NamedRecord } from './names.ts';
import { createRenderer, type RenderedArticle } from './renderer.ts';

/** An article to be rendered: plain data, for a thread of its own. */
export interface RenderJob {
  markdown: string;
  /** The article's tags of the vocabularies whose names are looked for. */
  records: readonly NamedRecord[];
  /** The addresses of those records' pages, by their keys. */
  hrefs: Readonly<Record<string, string>>;
  /** BCP 47 tag of the text. */
  language: string;
}

/** Articles that a thread is given at a time: enough that talking costs nothing beside the work. */
const batch = 64;

/** With fewer articles, the threads take longer to start than the work does. */
const worthThreads = 4 * batch;

/** By its path, since Astro bundles what calls it. */
const script = resolve('src/markdown/render-worker.ts');

/**
 * Makes the function that renders jobs one by one.
 *
 * @param siteLanguage the language of what is added to the texts (BCP 47)
 */
export function createJobRenderer(siteLanguage: string): (job: RenderJob) => RenderedArticle {
  let hrefs: RenderJob['hrefs'] = {};
  const { renderArticle } = createRenderer((key) => hrefs[key] ?? '', findWords(siteLanguage).text);
  return (job) => {
    ({ hrefs } = job);
    return renderArticle(job.markdown, job.records, job.language);
  };
}

/**
 * Renders articles, on all cores when there are many.
 *
 * @param siteLanguage the language of what is added to the texts (BCP 47)
 * @returns the renderings in the order of the jobs, as they come
 */
export async function* renderJobs(
  jobs: readonly RenderJob[],
  siteLanguage: string,
): AsyncGenerator<RenderedArticle> {
  if (jobs.length >= worthThreads) yield* renderInThreads(jobs, siteLanguage);
  else yield* jobs.values().map(createJobRenderer(siteLanguage));
}

async function* renderInThreads(
  jobs: readonly RenderJob[],
  siteLanguage: string,
): AsyncGenerator<RenderedArticle> {
  const batches = Array.from({ length: Math.ceil(jobs.length / batch) }, (_, index) => ({
    jobs: jobs.slice(index * batch, (index + 1) * batch),
    done: Promise.withResolvers<RenderedArticle[]>(),
  }));
  // What goes wrong is told when its turn comes.
  for (const { done } of batches) done.promise.catch(() => {});
  const waiting = batches.values();
  const workers = Array.from({ length: availableParallelism() }, () => {
    const worker = new Worker(script, { workerData: siteLanguage });
    let current: (typeof batches)[number] | undefined;
    const takeNext = () => {
      current = waiting.next().value;
      if (current) worker.postMessage(current.jobs);
    };
    worker.on('message', (rendered: RenderedArticle[]) => {
      current?.done.resolve(rendered);
      takeNext();
    });
    worker.on('error', (error) => current?.done.reject(error));
    takeNext();
    return worker;
  });
  try {
    for (const { done } of batches) yield* await done.promise;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
