import { sep } from 'node:path';
import { dev, type AstroIntegration } from 'astro';

import { createArchive } from '../archive/archive.ts';
import { currentArchive } from '../archive/load.ts';
import { currentCollections, listCollections } from '../records/collections.ts';
import { cacheFolder } from '../records/content-root.ts';
import { openCache } from '../system/cache.ts';
import { writeEditorFiles } from './editor-files.ts';
import { readContent } from './read.ts';
import { renderContent } from './render.ts';

/** How long to wait for further changes before the content is read again, in milliseconds: editors save several files at once. */
const delay = 50;

/**
 * Starts the development server. It shows what a build would publish, by the same stages, and follows the content
 * folder: what is not valid is reported, and the last valid state stays.
 *
 * @param root absolute path of the content folder
 * @throws {ContentError} when the content is not valid to begin with
 */
export async function startDevServer(root: string): Promise<void> {
  // Before the archive is read: an editor helps to correct what is wrong in it.
  await writeEditorFiles(root, process.cwd());
  await prepareArchive(root);
  await dev({ integrations: [followContent(root)] });
}

/** Does all stages before the pages, each only for what has changed, and hands the archive to Astro. */
async function prepareArchive(root: string): Promise<void> {
  const content = await readContent(root);
  const archive = createArchive(await renderContent(content, openCache(cacheFolder(root))));
  currentCollections.give(listCollections(content));
  currentArchive.give(archive);
}

function followContent(root: string): AstroIntegration {
  return {
    name: 'dateline-content',
    hooks: {
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        let timer: NodeJS.Timeout | undefined;
        let updating = Promise.resolve();
        const update = async () => {
          await writeEditorFiles(root, process.cwd());
          await prepareArchive(root);
          await refreshContent?.({});
          server.environments.client.hot.send({ type: 'full-reload' });
        };
        server.watcher.add(root);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(root + sep)) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            updating = updating.then(update).catch((error: Error) => logger.error(error.message));
          }, delay);
        });
      },
    },
  };
}
