import { lstatSync } from 'node:fs';
import { join } from 'node:path';

import { openCache, type Cache } from '../../system/cache.ts';
import type { ListFolder } from '../../system/folders.ts';
import { checkArticleId, checkAuthorityId } from '../check/check-ids.ts';
import { checkLedger, type ReadArticle } from '../check/check-ledger.ts';
import { checkFormerUrls } from '../former-urls/check-former-urls.ts';
import { checkFormerIds, checkTags, checkVocabulary, type Located } from '../check/check-references.ts';
import type { KnownIds } from '../schemas/known-ids.ts';
import { checkRemoval } from '../check/check-removal.ts';
import { checkMedia } from '../check/check-media.ts';
import { readShareImage } from '../check/check-share-image.ts';
import { checkSections } from '../check/check-sections.ts';
import { checkSources } from '../check/check-source.ts';
import { cacheFolder } from '../content-root.ts';
import { readLedger, type LedgerLine } from '../ledger/ledger.ts';
import type { MediaFile } from '../media/inspect-media.ts';
import { startOfFile, type Problem } from '../problem.ts';
import type { ArticleData, AuthorityData } from '../schemas/schemas.ts';
import type { Site } from '../schemas/site-schema.ts';
import type { Span } from '../span.ts';
import { mapVocabularies, vocabularies, type VocabularyName } from '../vocabularies.ts';
import { RecordEntry } from './record-entry.ts';
import { followReplacements } from './follow-replacements.ts';
import { openFrontmatterCache } from './frontmatter-cache.ts';
import { checkFolders, type RecordFile } from './list-files.ts';
import {
  readCollection,
  readRecordFile,
  type FindDigest,
  type PlannedFiles,
  type UncheckedRecord,
} from './read-collection.ts';
import { readFederated, type FederatedContent } from './read-federated.ts';
import { readSite, refuseFederation } from './read-site.ts';

/** A record, as plain data. */
export interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
  /** The Markdown below the frontmatter; of some archives it is read again whenever it is asked for. */
  readonly body: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
}

/** Everything in a content folder. */
export interface ArchiveContent {
  site: Site;
  /** The colophon, where there is one. */
  about: Entry<{ title: string }> | undefined;
  /** Sorted by id; in tags, replaced records are replaced already. */
  articles: Entry<ArticleData>[];
  /** Each sorted by id. */
  vocabularies: Record<VocabularyName, Entry<AuthorityData>[]>;
  /** Everything published so far. */
  ledger: readonly LedgerLine[];
  /** The archive's own image for sharing, where there is one. */
  shareImage: Uint8Array<ArrayBuffer> | undefined;
  /** What is known of the pictures and attachments that articles name, by their paths below `media/`. */
  media: ReadonlyMap<string, MediaFile>;
  /** The archives that a federation brings together, in their order; missing for any other archive. */
  federated?: readonly FederatedContent[];
}

/**
 * Reads and checks a whole content folder. The build, the check and ingest all read through this one function, so that
 * they accept and refuse the same files with the same messages.
 *
 * @param root absolute path of the content folder
 * @param options `savesCache`: whether to save the parsed frontmatter for the next run; `allowsRemoval`: whether most
 *   articles, and lines of the ledger, may have been removed since the last build; `cache`: that of the folder;
 *   `planned`: files that are going to be changed or added, to find out whether the archive would be valid with them;
 *   `retiring`: addresses that are about to be retired in the ledger; `span`: the years whose articles are read, when what can
 *   be checked only with all of them is not checked; `findDigest`, `rereadsTexts`, `listFolder`: see {@link readCollection}; `federates`: that
 *   the folder may be that of a federation, and finds the cache of each of its archives by its content folder
 * @returns the content if there are no problems, all problems of all files, and warnings of what may be meant so
 */
export async function readArchive(
  root: string,
  {
    savesCache = false,
    allowsRemoval = false,
    cache: kept = openCache(cacheFolder(root)),
    planned,
    retiring,
    span,
    findDigest,
    rereadsTexts = false,
    listFolder,
    federates,
  }: {
    savesCache?: boolean;
    allowsRemoval?: boolean;
    cache?: Cache;
    planned?: PlannedFiles;
    retiring?: ReadonlySet<string>;
    span?: Span | undefined;
    findDigest?: FindDigest | undefined;
    rereadsTexts?: boolean;
    listFolder?: ListFolder | undefined;
    federates?: ((root: string) => Cache) | undefined;
  } = {},
): Promise<{ content?: ArchiveContent; problems: Problem[]; warnings: Problem[] }> {
  const cache = await openFrontmatterCache(kept);
  const { site, problems, positionOf } = await readSite(root);
  const federated =
    federates && site?.archives
      ? await readFederated(root, site, positionOf, (of) =>
          readArchive(of, {
            ...{ savesCache, allowsRemoval, cache: federates(of) },
            ...{ findDigest, rereadsTexts, listFolder },
          }),
        )
      : undefined;
  problems.push(...(federated?.problems ?? (site?.archives ? refuseFederation(root, positionOf) : [])));
  const shareImage = readShareImage(root);
  problems.push(...checkFolders(root), ...shareImage.problems);
  const aboutFile = { file: join(root, 'about.md'), id: 'about' };
  // A link that leads nowhere is there, too.
  const about = lstatSync(aboutFile.file, { throwIfNoEntry: false })
    ? readRecordFile<{ title: string }>(aboutFile, 'about', cache, problems)
    : undefined;
  const articles = await readCollection<ArticleData>(join(root, 'articles'), 'articles', cache, problems, {
    planned,
    findDigest,
    rereadsTexts,
    listFolder,
    isFolderWanted: span && ((name) => span.includes(name)),
  });
  const authorities = {} as Record<VocabularyName, UncheckedRecord<AuthorityData>[]>;
  for (const { name } of vocabularies)
    authorities[name] = await readCollection<AuthorityData>(join(root, name), name, cache, problems, {
      planned,
      findDigest,
      listFolder,
    });
  if (savesCache) await cache.save();

  const known: KnownIds = mapVocabularies((name) => authorities[name].map(({ id }) => id));
  for (const vocabulary of vocabularies) {
    const records = authorities[vocabulary.name];
    problems.push(
      ...records.flatMap(checkAuthorityId),
      ...checkVocabulary(vocabulary, records.map(locate), known),
    );
  }
  for (const article of articles) {
    const { date, undated } = article.partial;
    if (date || undated)
      problems.push(...checkArticleId(article, date, () => article.positionOf([date ? 'date' : 'undated'])));
    if (article.isEmpty && !article.partial.withdrawn) problems.push(emptyBody(article));
  }
  const located = articles.map(locate);
  problems.push(
    ...checkTags(located, known),
    ...checkFormerIds(located, new Set(articles.map(({ id }) => id))),
  );
  const everything = {
    articles: located,
    vocabularies: mapVocabularies((name) => authorities[name].map(locate)),
  };
  if (site) problems.push(...checkFormerUrls(everything, site));
  problems.push(...checkSources(root, located));
  const { media, warnings, problems: mediaProblems } = await checkMedia(root, located, kept);
  problems.push(...mediaProblems);

  const ledger = await readLedger(root);
  problems.push(...ledger.problems);
  if (!allowsRemoval && !span)
    problems.push(...(await checkRemoval(root, kept, { articles: articles.length, ledger: ledger.lines })));
  // With an incomplete ledger, the check would report consequences of its invalid lines.
  if (ledger.problems.length === 0 && !span) {
    problems.push(
      ...checkLedger(root, ledger.lines, articles.map(readForLedger), everything.vocabularies, retiring),
    );
  }

  warnings.push(...checkSections(located), ...(federated?.warnings ?? []));
  if (problems.length > 0 || !site) return { problems, warnings };
  const content = followReplacements({
    site,
    about: about && isValid(about) ? toEntry(about) : undefined,
    articles: articles.filter(isValid).map(toEntry),
    vocabularies: mapVocabularies((name) => authorities[name].filter(isValid).map(toEntry)),
    ledger: ledger.lines,
    shareImage: shareImage.image,
    media,
    ...(federated && { federated: federated.archives }),
  });
  return { content, problems, warnings };
}

function emptyBody({ file }: RecordFile): Problem {
  const fix = 'Put the article\'s text below the second line "---".';
  return {
    file,
    ...startOfFile,
    found: 'no text below the frontmatter',
    expected: "the article's text",
    fix,
  };
}

function locate<Data>({ id, file, partial, positionOf }: UncheckedRecord<Data>): Located<Data> {
  return { id, file, data: partial, positionOf };
}

function readForLedger(article: UncheckedRecord<ArticleData>): ReadArticle {
  return { ...locate(article), readBody: () => article.body, isValid: isValid(article) };
}

function isValid<Data>(record: UncheckedRecord<Data>): record is UncheckedRecord<Data> & { data: Data } {
  return record.data !== undefined;
}

function toEntry<Data>(record: UncheckedRecord<Data> & { data: Data }): Entry<Data> {
  return new RecordEntry(record.id, record.data, record.digest, record);
}
