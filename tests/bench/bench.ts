import { parseArgs } from 'node:util';

import { benchSearch } from './search.ts';

const usage = `Usage: npm run bench -- search [--large] [--articles NUMBER] [--runs NUMBER] [--json]

  search    what the search page transfers and how long it takes, on 20,000 generated articles;
            --large adds 100,000, --articles takes another number`;

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
  const sizes = values.articles ? [Number(values.articles)] : [20_000, ...(values.large ? [100_000] : [])];
  if (positionals.join() !== 'search' || ![...sizes, Number(values.runs)].every((each) => each > 0)) {
    throw new TypeError('What to measure is not understood.');
  }
  await benchSearch(sizes, Number(values.runs), values.json);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
