import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { fixtures } from '../support/site-fixtures.ts';
import { readPages } from '../support/read-site.ts';

const { dist } = fixtures.variety;

/** The targets of the pages that redirect, by their path. */
async function pagesThatLeadOn(): Promise<string[][]> {
  const pages = await readPages(dist, '/');
  return pages.flatMap(({ path, document }) => {
    const refresh = document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
    return refresh ? [[path, refresh.replace('0; url=', '')]] : [];
  });
}

test('every former URL has a page that redirects, and a line in the files for hosts', async () => {
  const pages = await pagesThatLeadOn();
  expect(pages).toContainEqual(['/articles/2004/05/17/same-day/', '/articles/2004/05/18/same-day/']);
  expect(pages).toContainEqual(['/people/a-brook/', '/people/ada-brook/']);

  const redirects = await readFile(join(dist, '_redirects'), 'utf8');
  const lines = redirects
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '));
  const plain = lines.filter((words) => words.length === 3);
  // Without its slash an address leads on at once, too.
  const others = pages.map(([from = '', to]) => [from.slice(0, -1), to]);
  const sorted = (rows: readonly (readonly (string | undefined)[])[]) =>
    rows.map((row) => row.join(' ')).sort();
  expect(sorted(plain.map(([from, to]) => [from, to]))).toEqual(sorted([...pages, ...others]));
  expect(plain.every(([, , code]) => code === '301')).toBe(true);
  expect(lines.filter((words) => words.length > 3)).toEqual([
    ['/', 'p=417', '/articles/2004/05/18/same-day/', '301!'],
  ]);

  const map = await readFile(join(dist, 'redirects.nginx.conf'), 'utf8');
  for (const [from, to] of [...pages, ...others]) expect(map).toContain(`    ${from} ${to};\n`);
});
