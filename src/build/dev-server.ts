import { rm } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

import type { Archive } from '../archive/archive.ts';
import { createArchive } from '../archive/create-archive.ts';
import { listPublishedMedia } from '../archive/media/published-files.ts';
import type { SiteFile } from '../archive/site-file.ts';
import { listDataFiles, sumDataFiles } from '../exports/data/data-files.ts';
import type { Rendering } from '../markdown/render-job.ts';
import { currentCollections, emptyCollections } from '../records/collections.ts';
import { cacheFolder, listContentRoots } from '../records/content-root.ts';
import { ContentError } from '../records/problem.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import { currentSite } from '../records/read/read-site.ts';
import { openCache, type Cache } from '../system/cache.ts';
import { rememberFolders, type ListFolder } from '../system/folders.ts';
import { keepInMemory } from '../system/memory-cache.ts';
import { listPages } from '../views/page-list.ts';
import { currentPages } from '../views/routes.ts';
import { clearAstroFolders } from './astro-folders.ts';
import { writeEditorFiles } from './editor-files.ts';
import { createBodyReader } from './data-sets.ts';
import { openFederatedCaches, type FederatedCaches } from './federation/federated-caches.ts';
import { renderFederation } from './federation/render-federation.ts';
import { fillCollections } from './fill-collections.ts';
import { createTextKeeper } from './keep-texts.ts';
import { listMediaFiles } from './media/publish-media.ts';
import { createQuietTask } from './quiet-task.ts';
import { readContent } from './read.ts';
import { renderOnDemand } from './render-on-demand.ts';
import { listFilesOfHost, listSiteFiles } from './site-files.ts';
import { listRemembered, type Remembered } from './up-to-date.ts';
import { watchContent, type ContentChanges } from './watch-content.ts';

/** How long to wait for more changes before the content is read again, in milliseconds: editors save several files at once. */
const delay = 50;

/** How long there must have been no request before what editors need is written, in milliseconds: pages come first. */
const quiet = 1000;

/** The file in which Astro finds the collections. */
const contentConfig = fileURLToPath(new URL('../content.config.ts', import.meta.url));

/** Finds a file that is not a page, by its path on the host. */
type FindFile = (path: string) => SiteFile | undefined;

/** The media types of files that are not pages, by their extensions (RFC 2046 and others); text for all others. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
};

/**
 * Starts the development server. By the same stages as a build it shows what a build would publish, and follows the
 * content folder: invalid content is reported, and the last valid state stays.
 *
 * @param root absolute path of the content folder
 * @throws {ContentError} when the content is not valid to begin with
 */
export async function startDevServer(root: string): Promise<void> {
  await clearAstroFolders(root, process.cwd());
  // In development Astro keeps the records here.
  await rm('.astro/data-store.json', { recursive: true, force: true });
  const cache = keepInMemory(openCache(cacheFolder(root)));
  const caches = openFederatedCaches(root, cache, cacheFolder(root), (folder) =>
    keepInMemory(openCache(folder)),
  );
  const prepareSite = createPreparation(root, cache, caches);
  const listFolder = rememberFolders();
  const changes = watchContent(await listContentRoots(root), listFolder);
  // Astro takes a second to load, in which threads read the records.
  const [prepared, { dev }] = await Promise.all([prepareSite(listFolder), import('astro')]).catch(
    async (error: Error) => {
      changes.end();
      if (error instanceof ContentError) await writeForInvalidContent(root);
      throw error;
    },
  );
  let findFile = prepared;
  const update = async () => {
    findFile = await prepareSite(rememberFolders());
  };
  await dev({ integrations: [serveSite(root, changes, update, (path) => findFile(path))] });
}

/** Writes what editors need without any content: with that, an editor helps to correct content that is not valid. */
async function writeForInvalidContent(root: string): Promise<void> {
  await writeEditorFiles(root, process.cwd());
  currentCollections.give(emptyCollections);
  const { sync } = await import('astro');
  await sync({ logLevel: 'error' });
}

/**
 * Creates the function that goes through the stages before the pages, and hands their result to Astro. Of the content, only
 * files that have changed since the last time are read, and only texts that a page shows are rendered.
 */
function createPreparation(
  root: string,
  cache: Cache,
  caches: FederatedCaches,
): (listFolder: ListFolder) => Promise<FindFile> {
  let remembered: ReadonlyMap<string, Remembered> = new Map();
  const keepTexts = createTextKeeper();
  const renderings = new Map<string, Rendering>();
  return async (listFolder) => {
    const begun = Date.now();
    // Nothing is published here.
    const read = await readContent(root, {
      ...{ allowsRemoval: true, cache, remembered, isFollowed: true, listFolder },
      federates: caches.of,
    });
    remembered = new Map(listRemembered(read.state, read.digests, begun));
    // Nothing has been put on other hosts yet.
    const site = { ...read.content.site, mediaUrl: undefined, spans: undefined };
    const content = keepTexts({ ...read.content, site });
    const input = await renderFederation(content, root, (each) =>
      renderOnDemand(each.content, renderings, each.root),
    );
    return giveSite(content, createArchive(input), { root, cache });
  };
}

function giveSite(
  content: ArchiveContent,
  archive: Archive,
  { root, cache }: { root: string; cache: Cache },
): FindFile {
  const media = listPublishedMedia(
    content.articles.map(({ data }) => data),
    content.media,
    content.site.publishOriginals === true,
  );
  const dataFiles = listDataFiles(archive, createBodyReader(content));
  let listed: ReturnType<typeof sumDataFiles> | undefined;
  // Made only for a page or file that needs them.
  const loadDataFiles = () => (listed ??= sumDataFiles(dataFiles));
  const pages = listPages(archive, loadDataFiles);
  const sources = { root, shareImage: content.shareImage, publicFolder: resolve('public') };
  const listFiles = () => {
    const files = [
      ...dataFiles,
      ...listMediaFiles(media, root, cache),
      ...listSiteFiles(archive, sources, loadDataFiles),
      ...listFilesOfHost(archive, pages),
    ];
    return new Map(files.map((file) => [archive.paths.home + file.path, file]));
  };
  let files: ReturnType<typeof listFiles> | undefined;
  fillCollections(content, process.cwd());
  currentSite.give(content.site);
  currentPages.give(pages);
  const { home } = archive.paths;
  // Listing all files takes long. Pages, whose paths end with a slash, and what Vite serves for them are none of them.
  const isOther = (path: string) =>
    path.endsWith('/') || /^(?:@|src\/|node_modules\/)/.test(path.slice(home.length));
  return (path) => (isOther(path) ? undefined : (files ??= listFiles()).get(path));
}

/**
 * @param root absolute path of the content folder
 * @param changes of it, and of the archives of a federation
 * @param update prepares the site again after a change of the content
 */
function serveSite(
  root: string,
  changes: ContentChanges,
  update: () => Promise<void>,
  findFile: FindFile,
): AstroIntegration {
  return {
    name: 'dateline-dev',
    hooks: {
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const report = (error: Error) => logger.error(error.message);
        let hasUpdated = false;
        const forEditors = createQuietTask(quiet, () => {
          writeEditorFiles(root, process.cwd())
            .then((hasChanged) => {
              // With other files there are other ids, also when one is not valid yet: Astro writes the JSON Schemas again. When
              // the server starts, it has just written them.
              if (hasChanged && hasUpdated) server.watcher.emit('change', contentConfig);
            })
            .catch(report);
        });
        server.httpServer?.once('listening', forEditors.run);
        server.middlewares.use((request, response, next) => {
          response.once('close', forEditors.interrupt());
          const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost');
          const file = findFile(decodeURI(pathname));
          if (!file) return next();
          response.setHeader('Content-Type', mediaTypes[extname(file.path)] ?? 'text/plain; charset=utf-8');
          Promise.resolve(file.prepare().content()).then((content) => response.end(content), next);
        });
        let timer: NodeJS.Timeout | undefined;
        let updating = Promise.resolve();
        const show = async () => {
          await update();
          await refreshContent?.({});
          // Astro then lists the pages again, even if no collection has changed.
          for (const name of ['ssr', 'prerender'] as const)
            server.environments[name]?.hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        };
        const onUpdated = () => {
          hasUpdated = true;
          forEditors.run();
        };
        const onChange = () => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            updating = updating.then(show).catch(report).finally(onUpdated);
          }, delay);
        };
        changes.listen(onChange, report);
      },
    },
  };
}
