import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// What the process of `openBuilder` runs: it builds with the program in the working folder whenever it is asked to.

const load = (file: string): Promise<unknown> => import(pathToFileURL(resolve(file)).href);
const { buildSite } = (await load(
  'src/build/build-site.ts',
)) as typeof import('../../../src/build/build-site.ts');
const { createReport } = (await load(
  'src/system/progress.ts',
)) as typeof import('../../../src/system/progress.ts');

process.on('message', (outDir: string) => {
  buildSite({ outDir, ifChanged: false }, createReport()).then(
    () => process.send?.(''),
    (error: Error) => process.send?.(error.stack ?? error.message),
  );
});
