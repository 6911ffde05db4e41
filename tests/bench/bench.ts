import { parseArgs } from 'node:util';

import { benchBuild, profileBuild } from './build.ts';
import { benchIngest } from './ingest.ts';
import { benchPictures } from './pictures.ts';
import { benchNames } from './names.ts';
import { benchSearch } from './search.ts';

const usage = `Usage: npm run bench -- [build|search|ingest|pictures|names FILE] [--large] [--articles NUMBER] [--content FOLDER] [--runs NUMBER] [--json] [--profile]

  build     (when left out) time, memory and size of builds of 1,000, 5,000 and 20,000 generated articles from nothing,
            beside Hugo with Pagefind (when hugo is installed) and bare Astro; of one size, rebuilds after one change,
            the check and the development server; then which goals are met, by the median of three runs (--runs);
            --large adds 100,000, --articles takes another number, --content an archive of your own, which is copied;
            --profile says where the time of one build goes
  search    what the search page transfers and how long it takes, on 20,000 generated articles;
            --large adds 100,000, --articles takes another number
  ingest    time and memory of taking in 5,000, 10,000 and 20,000 plain texts, a WordPress export of 100 MB, and
            crawls (WARC) of 50 and 200 MB; --large makes the export 1 GB and adds a crawl of 2 GB, --articles takes another number of texts
  pictures  time and memory of builds of 2,000 articles with and without a photo of 3 megapixels each, beside sharp alone;
            --articles takes another number
  names FILE   precision, recall and F1 of the names that are recognized in texts in which people marked them:
            JSON, [{text, names: [{name, kind}]}]`;

/** The sizes that each is measured in. */
const usual: Readonly<Record<string, { sizes: readonly number[]; large: readonly number[] }>> = {
  build: { sizes: [1_000, 5_000, 20_000], large: [100_000] },
  search: { sizes: [20_000], large: [100_000] },
  ingest: { sizes: [5_000, 10_000, 20_000], large: [] },
  pictures: { sizes: [2_000], large: [] },
};

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: 'string' },
      large: { type: 'boolean', default: false },
      content: { type: 'string' },
      runs: { type: 'string' },
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const { content, large, json, profile } = values;
  const [what = 'build', file, ...others] = positionals;
  const runs = Number(values.runs ?? (what === 'build' ? 3 : 5));
  const known = what === 'names' ? { sizes: [1], large: [] } : usual[what];
  const sizes = values.articles
    ? [Number(values.articles)]
    : [...(known?.sizes ?? []), ...(large ? (known?.large ?? []) : [])];
  if (
    !known ||
    others.length > 0 ||
    (content !== undefined && what !== 'build') ||
    (file !== undefined && what !== 'names') ||
    ![...sizes, runs].every((each) => each > 0)
  ) {
    throw new TypeError('What to measure is not understood.');
  }
  if (what === 'names') await benchNames(file, json);
  else if (what === 'search') await benchSearch(sizes, runs, json);
  else if (what === 'ingest') await benchIngest(sizes, large, json);
  else if (what === 'pictures') await benchPictures(sizes.at(-1) ?? 0, json);
  else if (profile) await profileBuild(sizes.at(-1) ?? 0);
  else await benchBuild({ sizes, content, runs, json });
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
