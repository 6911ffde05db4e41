import { parseArgs } from 'node:util';

import { benchIngest } from './ingest.ts';
import { benchSearch } from './search.ts';

const usage = `Usage: npm run bench -- search|ingest [--large] [--articles NUMBER] [--runs NUMBER] [--json]

  search    what the search page transfers and how long it takes, on 20,000 generated articles;
            --large adds 100,000, --articles takes another number
  ingest    time and memory of taking in 5,000, 10,000 and 20,000 plain texts, and a WordPress export of 100 MB;
            --large makes it 1 GB, --articles takes another number of texts`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: 'string' },
      large: { type: 'boolean', default: false },
      runs: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const what = positionals.join();
  const usual = what === 'ingest' ? [5_000, 10_000, 20_000] : [20_000, ...(values.large ? [100_000] : [])];
  const sizes = values.articles ? [Number(values.articles)] : usual;
  if (!/^(?:search|ingest)$/.test(what) || ![...sizes, Number(values.runs)].every((each) => each > 0)) {
    throw new TypeError('What to measure is not understood.');
  }
  if (what === 'search') await benchSearch(sizes, Number(values.runs), values.json);
  else await benchIngest(sizes, values.large, values.json);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
