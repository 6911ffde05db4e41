import { hash } from 'node:crypto';

import { createNameInTextFinder } from '../../ingest/names/names-in-texts.ts';
import { renderArticle, type EntryData } from '../../ingest/write/render-entry.ts';
import { readRunningText } from '../../markdown/running-text.ts';
import type { Tags } from '../../records/tags.ts';
import { mapVocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import type { WrittenArticle } from '../issues/create-articles.ts';
import { findPaper } from '../town/papers.ts';
import type { ArticleMedia } from './media.ts';
import { publicationIdOf, records, type ArchiveFile } from './records.ts';

/** The day on which the archive says that it received its texts. */
const received = '2023-11-20';

const findNames = createNameInTextFinder(records.filter(({ vocabulary }) => vocabulary !== 'publications'));

/** Renders an article's entry, and the text as received where it has one. */
export function renderEntry(article: WrittenArticle, media: ArticleMedia): ArchiveFile[] {
  const {
    byline = [],
    corrections,
    date,
    formerSlugs = [],
    id,
    language,
    noindex,
    redactions,
    rights,
    subtitle,
    summary,
    text,
    title,
    titleSupplied = false,
    withdrawn,
  } = article;
  const sourceText = article.hasSourceText && renderSourceText(article);
  const data = {
    ...{ title, titleSupplied, subtitle, summary, rights, language, byline },
    ...(date !== undefined && { date }),
    tags: findTags(article),
    ...describePrinted(article, media),
    source: sourceText ? { file: `${id}.txt`, sha256: hash('sha256', sourceText), received } : undefined,
    ...media,
    ...{ corrections, withdrawn, redactions, noindex },
    formerIds:
      formerSlugs.length > 0
        ? formerSlugs.map((slug) => `${id.slice(0, id.lastIndexOf('/'))}/${slug}`)
        : undefined,
  } satisfies EntryData & Record<string, unknown>;
  return [
    { path: `articles/${id}.md`, content: renderArticle(data, text) },
    ...(sourceText ? [{ path: `sources/${id}.txt`, content: sourceText }] : []),
  ];
}

/** Where an article was printed. What a front page shows stood there, whatever the usual page of its section. */
function describePrinted({ printed }: WrittenArticle, { facsimiles }: ArticleMedia): Partial<EntryData> {
  const { column, edition, issue, page, section } = facsimiles
    ? { ...printed, page: 1, column: undefined }
    : printed;
  return {
    ...{ section, edition },
    issue: issue?.toString(),
    page: page?.toString(),
    column: column?.toString(),
  };
}

/** Who and what is named in a text or its captions, its topics, and its paper. */
function findTags({ language = 'en', paper, pictures = [], text, topics }: WrittenArticle): Tags {
  const tags: Tags = mapVocabularies(() => []);
  tags.topics.push(...topics);
  tags.publications.push(publicationIdOf(findPaper(paper)));
  const passages = [
    ...readRunningText(text).map((passage) => passage.text),
    ...pictures.map(({ caption }) => caption),
  ];
  for (const { records: keys, isPart } of findNames(passages, language)) {
    const [key = '', ...others] = keys;
    const [vocabulary, id = ''] = key.split('/') as [VocabularyName, string];
    if (others.length === 0 && !isPart && !tags[vocabulary].includes(id)) tags[vocabulary].push(id);
  }
  return tags;
}

/** The text as it was typed off the page, with the lines that such files begin with. */
function renderSourceText({ date, paper, text, title }: WrittenArticle): string {
  return `Title: ${title}\nDate: ${date}\nSource: ${findPaper(paper).name}\n\n${text}\n`;
}
