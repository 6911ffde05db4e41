import { resolve } from 'node:path';

import { findWords } from '../languages/words.ts';
import { batchSize, doInThreads } from '../system/in-threads.ts';
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

/** With fewer articles, the threads take longer to start than the work does. */
const worthThreads = 4 * batchSize;

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
  if (jobs.length >= worthThreads) yield* doInThreads<RenderJob, RenderedArticle>(script, jobs, siteLanguage);
  else yield* jobs.values().map(createJobRenderer(siteLanguage));
}
