import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { createArchive } from '../archive/create-archive.ts';
import { listPublishedMedia } from '../archive/media/published-files.ts';
import { createHosts } from '../archive/hosts.ts';
import { createPaths } from '../archive/paths.ts';
import { listDataFiles } from '../exports/data/data-files.ts';
import { describeMissingRules } from '../exports/hosts/check-limits.ts';
import { viewRedirectsFile } from '../exports/hosts/host-files.ts';
import { listRedirectRules } from '../exports/hosts/redirects/redirects-file.ts';
import { rememberExtent } from '../records/check/check-removal.ts';
import { contentRoot } from '../records/content-root.ts';
import { formatCount } from '../records/format-count.ts';
import type { ArchiveContent } from '../records/read/read-archive.ts';
import { listContents } from '../records/read/read-federated.ts';
import type { Site } from '../records/schemas/site-schema.ts';
import { currentSite } from '../records/read/read-site.ts';
import { listDocuments } from '../search/document.ts';
import { openIndexThreads, openSearchIndex } from '../search/text-index/search-index.ts';
import type { Cache, OnDamage } from '../system/cache.ts';
import { CommandError } from '../system/command-error.ts';
import type { ListFolder } from '../system/folders.ts';
import { tuneGarbageCollection } from '../system/garbage-collection.ts';
import type { Report } from '../system/progress.ts';
import { listPages } from '../views/page-list.ts';
import { currentPages } from '../views/routes.ts';
import { openBundle, type OpenedBundle } from './pages/bundle.ts';
import { linkAssets } from './pages/link-assets.ts';
import type { PagesProgress } from './pages/page-writer.ts';
import { renderPages } from './pages/render-pages.ts';
import { clearAstroFolders } from './astro-folders.ts';
import type { BuildOptions } from './build-site.ts';
import { createBodyReader, writeDataFiles } from './data-sets.ts';
import type { FederatedCaches } from './federation/federated-caches.ts';
import { renderFederation } from './federation/render-federation.ts';
import { fillCollections } from './fill-collections.ts';
import type { FileStates } from './input-state.ts';
import { intoFolder, intoRelease } from './media/media-target.ts';
import { publishMedia } from './media/publish-media.ts';
import { readContent, type ReadContent } from './read.ts';
import { refuseCertainExcess, refuseExcess } from './refuse-excess.ts';
import { workFolder } from './release/file-list.ts';
import { createNamedFiles } from './release/named-files.ts';
import { divideByHost, type ReleaseTarget } from './release/host-folders.ts';
import { openRelease } from './release/release.ts';
import { renderContent } from './render.ts';
import { searchFolder } from './search-folder.ts';
import { listFilesOfHost, listSiteFiles, writeSiteFiles } from './site-files.ts';
import type { Remembered } from './up-to-date.ts';

/** With more articles, the memory of a build matters more than its time. */
const fewArticles = 50_000;

/** What a build works with. */
export interface BuildContext {
  cache: Cache;
  /** That, and those of the archives of a federation. */
  caches: FederatedCaches;
  /** Lists folders of the content. */
  listFolder: ListFolder;
  /** The state of the content folder when the build began. */
  before: FileStates;
  /** What is remembered of its files from the last build. */
  remembered: ReadonlyMap<string, Remembered>;
  /** Is called with each file of earlier builds that is damaged. */
  onDamage: OnDamage;
  report: Report;
}

/**
 * Runs the stages of a build: read, render, archive, index, pages, release. The release takes the place of the last one at
 * the very end.
 *
 * @param outDir absolute path of the folder to build into
 * @param options `allowsRemoval`: see {@link readContent}; `host`, `mediaOut`: see {@link BuildOptions}; `isJoined`: whether
 *   the cache has other caches behind it, the parts of an archive that is too large to be held in memory
 * @returns the state of the content that is published, and its digests
 * @throws {ContentError} when the content is not valid, or a source text is no longer what was checked; the last release then
 *   stays as it was
 */
export async function runStages(
  outDir: string,
  {
    allowsRemoval,
    host: givenHost,
    mediaOut,
    isJoined,
    isPreview = false,
  }: Pick<BuildOptions, 'allowsRemoval' | 'host' | 'mediaOut' | 'isPreview'> & { isJoined: boolean },
  { cache, caches, listFolder, before, remembered, onDamage, report }: BuildContext,
): Promise<Pick<ReadContent, 'state' | 'digests'>> {
  tuneGarbageCollection(isJoined);
  // Test runners and some hosts set another, with which Astro would build for development.
  process.env.NODE_ENV = 'production';
  const root = contentRoot();

  report.step('Reading and checking the records');
  let content: ArchiveContent | undefined;
  let state: ReadContent['state'];
  let digests: ReadContent['digests'];
  ({ content, state, digests } = await readContent(root, {
    allowsRemoval,
    outDir,
    cache,
    listFolder,
    state: before,
    remembered,
    rereadsTexts: isJoined,
    federates: caches.of,
  }));
  const total = listContents(content, root).reduce((sum, each) => sum + each.content.articles.length, 0);
  if (total > fewArticles) tuneGarbageCollection(true);
  const host = givenHost ?? content.site.host ?? 'any';
  const spans = isPreview ? undefined : content.site.spans;
  content = { ...content, site: { ...content.site, host, spans } };
  const hosts = createHosts(content.site);
  refuseCertainExcess(host, hosts, content);
  const extents = listContents(content, root).map((each) => ({
    cache: caches.of(each.root),
    extent: { articles: each.content.articles.length, ledger: each.content.ledger },
  }));
  const { shareImage, site } = content;
  report.done('no errors');
  const paths = createPaths(content.site.url, content.site.mediaUrl, hosts);
  // It looks through the earlier releases while articles are rendered.
  const release = await openRelease(outDir, paths.canonical(paths.data), { log: report.log, onDamage });
  const { site: target, each: parts, place } = divideByHost(release, hosts);
  const indexThreads = openIndexThreads(total);
  let bundling: OpenedBundle | undefined;
  const assets = join(workFolder(outDir), 'assets');
  try {
    await clearAstroFolders(root, process.cwd(), onDamage);
    // It takes some seconds when the program has changed, in which articles are rendered.
    bundling = openBundle(process.cwd(), site, onDamage);
    report.step('Rendering the articles');
    const input = await renderFederation(content, root, (each) =>
      renderContent(each.content, caches.of(each.root), report.progress, each.root),
    );
    report.done(formatCount(total, 'article'));
    await publishAllMedia(content, target, { cache, report, mediaOut });
    const archive = createArchive(input);
    currentSite.give(site);
    await rm(assets, { recursive: true, force: true });
    const index = openSearchIndex(listDocuments(archive), cache, indexThreads);
    report.step('Preparing the pages');
    const dataFiles = await writeDataFiles(listDataFiles(archive, createBodyReader(content)), target, cache);
    const bundle = await bundling.load();
    if (!bundle) fillCollections(content, process.cwd());
    // From here on, the Markdown of all records can be garbage collected.
    content = undefined;
    const loadDataFiles = () => Promise.resolve(dataFiles);
    const pages = listPages(archive, loadDataFiles);
    currentPages.give(pages);
    const namedFiles = createNamedFiles(
      paths.home,
      pages.map(({ path }) => path),
    );
    let rendered = 0;
    const progress: PagesProgress = {
      onListed(total) {
        report.done(formatCount(total, 'page'));
        report.step('Rendering the pages that have changed');
      },
      onRendered(done, total, file, html) {
        namedFiles.add(file, html);
        rendered = done;
        report.progress(done, total);
      },
    };
    await renderPages({ pages, release: target, progress }, bundle, assets);
    report.done(formatCount(rendered, 'page'));
    report.step('Writing feeds and other files');
    // Astro has copied the files of `public/`.
    const sources = { root, shareImage, publicFolder: assets };
    const files = listSiteFiles(archive, sources, loadDataFiles);
    await writeSiteFiles(files, target);
    let written = files.length;
    for (const part of parts) {
      const own = listFilesOfHost(archive, pages, part.host);
      await writeSiteFiles(own, part.target);
      written += own.length;
    }
    report.done(formatCount(written, 'file'));
    report.step('Finishing the search index');
    await index.finish(searchFolder(target)).catch((error: Error) => {
      throw new CommandError(error.message, { cause: error });
    });
    report.done(formatCount(archive.articles.length, 'article'));
    report.step('Publishing');
    for (const part of parts) await linkAssets(assets, part.target);
    const folders = parts.map(({ folder }) => folder).filter(Boolean);
    const count = await release.publish(folders, (all) => {
      namedFiles.check((file) => all.has(place(file)));
      for (const { folder } of parts)
        refuseExcess(
          host,
          all
            .entries()
            .flatMap(([path, { size }]) => (path.startsWith(folder) ? [[path, size] as const] : [])),
        );
    });
    report.done(formatCount(count, 'file'));
    const missingRules = describeMissingRules(host, listRedirectRules(viewRedirectsFile(archive, pages)));
    if (missingRules !== undefined) report.log(missingRules);
    for (const each of extents) await rememberExtent(each.cache, each.extent);
    const format = (count: number) => count.toLocaleString('en');
    const { length: published } = archive.articles;
    // Content that is refused ends a build earlier.
    report.log(
      `Articles: read ${format(total)}, published ${format(published)}, withdrawn ${format(total - published)}, refused 0.`,
    );
    return { state, digests };
  } finally {
    await bundling?.close();
    await indexThreads.close();
    await release.close();
    await rm(assets, { recursive: true, force: true });
  }
}

/** Publishes pictures and attachments, and reports it where there are any. */
async function publishAllMedia(
  { articles, media, site }: ArchiveContent,
  release: ReleaseTarget,
  { cache, report, mediaOut }: Pick<BuildContext, 'cache' | 'report'> & Pick<BuildOptions, 'mediaOut'>,
): Promise<void> {
  refuseMediaOut(site, mediaOut);
  const files = listPublishedMedia(
    articles.map(({ data }) => data),
    media,
    site.publishOriginals === true,
  );
  if (files.length === 0 && mediaOut === undefined) return;
  if (site.mediaUrl !== undefined && mediaOut === undefined) {
    report.log(`Pictures are published at ${site.mediaUrl}: give --media-out FOLDER to write them.`);
    return;
  }
  report.step('Preparing pictures and attachments');
  const target = mediaOut === undefined ? intoRelease(release) : await intoFolder(mediaOut);
  const { made, total } = await publishMedia(files, contentRoot(), target, cache, report.progress);
  report.done(`${made.toLocaleString('en')} of ${formatCount(total, 'file')}`);
}

function refuseMediaOut({ mediaUrl }: Site, mediaOut: string | undefined): void {
  if (mediaOut !== undefined && mediaUrl === undefined)
    throw new CommandError('--media-out is for archives whose site.yaml has a mediaUrl; this one has none.');
}
