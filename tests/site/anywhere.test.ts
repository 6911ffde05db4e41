import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { fixtures, type Fixture } from '../support/site-fixtures.ts';
import { listFiles } from '../support/read-site.ts';

const { variety: root, below } = fixtures;

/** Files that differ between two public URLs by more than the URLs in them, for example by checksums. */
const ownFiles =
  /^(?:manifest-sha256\.txt|share\.png|nginx\.conf|Caddyfile|data\/(?:datapackage\.json|index\.html))$/;

/** A file of a site without what depends on its public URL: host, path, and names made from them. */
async function readPlaceless({ dist, base, port }: Fixture, file: string): Promise<string> {
  const text = await readFile(join(dist, file), 'latin1');
  return text
    .replaceAll(`http://localhost:${port}${base}`, 'http://host.test/')
    .replaceAll(`http://localhost:${port}`, 'http://host.test')
    .replace(new RegExp(`([^\\w/]|^)${base}`, 'gm'), '$1/')
    .replace(/'sha256-[\w+/]+='/g, "'sha256-'")
    .replace(/((?:_astro|\.)\/[\w.-]+?)[.-][\w-]{8}(?=\.(?:js|css))/g, '$1');
}

test('a site is the same at the root of its host and below a path, but for that path', async () => {
  const nameOf = (file: string) => file.replace(/(_astro\/.*)[.-][\w-]{8}(?=\.(?:js|css))/, '$1');
  const byName = async ({ dist }: Fixture) =>
    new Map((await listFiles(dist)).sort().map((file) => [nameOf(file), file]));
  const [own, other] = [await byName(root), await byName(below)];
  // An address of a former site is above the folder of the archive, where there can be no page of its own.
  own.delete('2004/05/Ferry_again.html/index.html');
  expect([...other.keys()].toSorted()).toEqual([...own.keys()].toSorted());
  const different: string[] = [];
  for (const [name, file] of own) {
    // The search index is compressed, and its URLs are relative to the home page. On nginx, former addresses above the folder
    // of a site have blocks of their own.
    if (ownFiles.test(name) || /\.(?:pf_\w+|pagefind|fragments)$|^redirects\.nginx\.conf$/.test(name))
      continue;
    const [here, there] = [
      await readPlaceless(root, file),
      await readPlaceless(below, other.get(name) ?? ''),
    ];
    if (here !== there) different.push(name);
  }
  expect(different).toEqual([]);
});
