import { createHash } from 'node:crypto';

import { findWords } from '../languages/words.ts';
import { digestFiles } from '../system/digest-files.ts';
import type { CollectionName, CreateRendering } from '../records/read/loader.ts';
import type { ArchiveContent, Entry } from '../records/read/read-archive.ts';
import type { ArticleData } from '../records/schemas/schemas.ts';
import { vocabularies } from '../records/vocabularies.ts';
import type { NamedRecord } from './names.ts';
import { renderJobs } from './render-pool.ts';
import { createRenderer } from './renderer.ts';

/**
 * Decides for each record how it is rendered, and when a kept rendering is still good: as long as neither the file,
 * nor the names of the records that it is tagged with, nor the site's language, nor the program's own sources have
 * changed. So a new
 * name renders anew the articles that bear its tag and no others.
 *
 * @param hrefOf the address of a record's page, by its key (`people/wang-yi`) and the site's public URL
 */
export async function prepareRendering(
  hrefOf: (key: string, siteUrl: string) => string,
): Promise<CreateRendering> {
  const program = await digestFiles([
    'src/records',
    'src/languages',
    'src/markdown',
    'src/archive',
    'package-lock.json',
  ]);
  return ({ site, vocabularies: records }) => {
    const renderer = createRenderer((key) => hrefOf(key, site.url), findWords(site.language).text);
    const named = vocabularies.filter((vocabulary) => vocabulary.named);
    const namedRecords = new Map(
      named.flatMap(({ name, hyphenJoins }) =>
        records[name].map(({ id, data }): [string, NamedRecord] => {
          const key = `${name}/${id}`;
          return [key, { key, names: [data.name, ...data.variants], hyphenJoins }];
        }),
      ),
    );
    const namesOf = (tags: ArticleData) =>
      named.flatMap(({ name }) => tags[name].flatMap((id) => namedRecords.get(`${name}/${id}`) ?? []));

    async function* renderArticles(articles: ArchiveContent['articles']) {
      const jobs = articles.map(({ body, data }) => {
        const names = namesOf(data);
        const hrefs = Object.fromEntries(names.map(({ key }) => [key, hrefOf(key, site.url)]));
        return {
          markdown: data.withdrawn ? '' : body,
          records: names,
          hrefs,
          language: data.language ?? site.language,
        };
      });
      for await (const { html, evidence, firstSentence } of renderJobs(jobs, site.language)) {
        yield { html, metadata: { evidence, firstSentence } };
      }
    }
    async function* renderTexts(entries: readonly Entry<unknown>[]) {
      for (const { body } of entries) yield { html: renderer.renderText(body) };
    }

    return {
      keyOf(entry, collection) {
        const { digest, data } = entry;
        const context = isArticle(entry, collection) ? [namesOf(entry.data), data] : [data];
        return sha256(JSON.stringify([program, site.url, site.language, digest, context]));
      },
      render: (entries, collection) =>
        collection === 'articles'
          ? renderArticles(entries as ArchiveContent['articles'])
          : renderTexts(entries),
    };
  };
}

function isArticle(_entry: Entry<unknown>, collection: CollectionName): _entry is Entry<ArticleData> {
  return collection === 'articles';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
