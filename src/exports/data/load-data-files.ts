import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Archive } from '../../archive/archive.ts';
import { cacheFolder, contentRoot } from '../../records/content-root.ts';
import { readBody } from '../../records/read/read-record.ts';
import { openCache } from '../../system/cache.ts';
import { digestOf } from '../../system/digest.ts';
import { digestModules } from '../../system/module-digest.ts';
import { listDataFiles, makeAndSum, sumDataFiles, type SummedFile } from './data-files.ts';

type Sum = Awaited<ReturnType<typeof makeAndSum>>;

const loaded = new WeakMap<Archive, Promise<SummedFile[]>>();

/** The data files with their sizes and checksums, which are kept between builds. */
export function loadDataFiles(archive: Archive): Promise<SummedFile[]> {
  const own = loaded.get(archive) ?? load(archive);
  loaded.set(archive, own);
  return own;
}

async function load(archive: Archive): Promise<SummedFile[]> {
  const root = contentRoot();
  const code = digestModules(new URL('./data-files.ts', import.meta.url));
  const table = openCache(cacheFolder(root)).table<Sum>('data-sums');
  const known = await table.read();
  const sums = new Map<string, Sum>();
  const files = await sumDataFiles(
    listDataFiles(archive, (key) => readBody(readFileSync(join(root, `${key}.md`)))),
    async (file) => {
      // Files of one view in different formats have the same key.
      const key = digestOf([code, file.path, file.key]);
      const sum = known.get(key) ?? (await makeAndSum(file));
      sums.set(key, sum);
      return sum;
    },
  );
  await table.write(sums);
  return files;
}
