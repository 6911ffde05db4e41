import { createHash } from 'node:crypto';

import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { createDigestIndex, readDigest, type Digest } from './digest-index.ts';
import {
  createTextCollection,
  fingerprintOf,
  type Duplicate,
  type TextFingerprint,
} from './find-duplicates.ts';

/** What is compared of an article. */
interface ComparedArticle {
  /** SHA-256 of its source text. */
  sha256: string | undefined;
  /** As the source gives it: a supplied title is derived from the text, and adds nothing to the comparison. */
  title: string | undefined;
  /** EDTF. */
  date: string | undefined;
  fingerprint: TextFingerprint;
}

/** The articles of an archive and of the run, to find duplicates among them. Articles are named by their ids. */
export interface KnownArticles {
  /** The article with the same source text. */
  findSource(sha256: string): string | undefined;
  /** The article that a reader cannot tell apart: it has the same title, date and words. */
  findCopy(article: Omit<ComparedArticle, 'sha256'>): string | undefined;
  /** The article whose text is most similar, if any is similar enough. */
  findSimilar(fingerprint: TextFingerprint): Duplicate | undefined;
  add(id: string, article: ComparedArticle): void;
}

/** Lists the articles of an archive for comparison. */
export function createKnownArticles({ articles }: Pick<ArchiveContent, 'articles'>): KnownArticles {
  const ids: string[] = [];
  const bySource = createDigestIndex();
  const byContent = createDigestIndex();
  const texts = createTextCollection();
  const known: KnownArticles = {
    findSource: (sha256) => ids[bySource.find(readDigest(sha256)) ?? -1],
    findCopy(article) {
      const digest = contentDigest(article);
      return digest && ids[byContent.find(digest) ?? -1];
    },
    findSimilar: (fingerprint) => texts.find(fingerprint),
    add(id, article) {
      const index = ids.push(id) - 1;
      const digest = contentDigest(article);
      if (article.sha256 !== undefined) bySource.add(readDigest(article.sha256), index);
      if (digest) byContent.add(digest, index);
      texts.add(id, article.fingerprint);
    },
  };
  for (const { id, data, body } of articles) {
    known.add(id, {
      sha256: data.source?.sha256,
      title: data.titleSupplied ? undefined : data.title,
      date: data.date?.edtf,
      fingerprint: fingerprintOf(body),
    });
  }
  return known;
}

/** The same for the same title, date and words; `undefined` when there are no words. */
function contentDigest({ fingerprint, title, date }: Omit<ComparedArticle, 'sha256'>): Digest | undefined {
  if (fingerprint.digest === undefined) return undefined;
  const line = createHash('sha256').update(JSON.stringify([title, date]));
  return [fingerprint.digest, readDigest(line.digest('hex'))[0]];
}
