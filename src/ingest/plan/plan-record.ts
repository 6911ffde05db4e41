import { checkArticleId, checkAuthorityId, checkIds } from '../../records/check/check-ids.ts';
import { startOfFile } from '../../records/problem.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { readMarkdownRecord, type RecordSchema } from '../../records/read/read-record.ts';
import { articleSchema, authoritySchemas, type ArticleData } from '../../records/schemas/schemas.ts';
import { listTagKeys } from '../../records/tags.ts';
import { vocabularies } from '../../records/vocabularies.ts';
import type { Failure, Origin, PublishedRecord } from '../sources/source.ts';
import type { Outcome } from './outcome.ts';
import { renderRecord } from '../write/render-entry.ts';

/**
 * Decides about records that an archive has published: they keep their ids, and are written when the ids are free and the
 * records of all tags exist.
 *
 * @returns a function that decides about one item after the other, and remembers its decisions
 */
export function createRecordPlanner(
  content: ArchiveContent,
): (record: PublishedRecord, origin: Origin) => Outcome {
  const taken = new Set([
    ...content.articles.flatMap(({ id, data }) => [id, ...data.formerIds].map((each) => `articles/${each}`)),
    ...vocabularies.flatMap(({ name }) => content.vocabularies[name].map(({ id }) => `${name}/${id}`)),
  ]);

  return (record, origin) => {
    const { collection, id, source } = record;
    const key = `${collection}/${id}`;
    const title = String(record.data.title ?? record.data.name ?? id);
    if (taken.has(key))
      return { kind: 'skipped', origin, title, reason: 'already in the archive under its id' };
    const { language, ...rest } = record.data;
    const data = language === content.site.language ? rest : record.data;
    const text = renderRecord(data, record.body);
    const { failure, article } = checkRecord(record, origin, text);
    if (failure) return { kind: 'failed', failure };
    const missing = article && findMissingTag(article);
    if (missing !== undefined) return { kind: 'failed', failure: noRecord(origin, missing) };
    taken.add(key);
    for (const former of article?.formerIds ?? []) taken.add(`articles/${former}`);
    return {
      kind: 'planned',
      origin,
      planned: {
        id,
        path: `${key}.md`,
        title,
        files: [
          ...(source ? [{ path: `sources/${source.file}`, content: source.bytes }] : []),
          { path: `${key}.md`, content: text },
        ],
        likeness: undefined,
        doubts: [],
        unmatched: [],
        media: [],
        leftOut: [],
        notices: [],
      },
    };
  };

  function findMissingTag(article: ArticleData): string | undefined {
    return listTagKeys(article).find((key) => !taken.has(key));
  }
}

/** Checks a record as the reader of the content folder would. */
function checkRecord(
  { collection, id, body }: PublishedRecord,
  origin: Origin,
  text: string,
): { failure?: Failure; article?: ArticleData } {
  const schema: RecordSchema<unknown> =
    collection === 'articles' ? articleSchema : authoritySchemas[collection];
  const { data, problems } = readMarkdownRecord(new TextEncoder().encode(text), schema);
  const article = collection === 'articles' ? (data as ArticleData | undefined) : undefined;
  const file = { file: origin.file, id };
  const [problem] = [
    ...problems,
    ...checkIds([file]),
    ...(collection === 'articles' ? [] : checkAuthorityId(file)),
    ...(article ? checkArticleId(file, article.date, () => startOfFile) : []),
  ];
  const isEmpty = article && !article.withdrawn && body === '';
  if (!problem && !isEmpty) return article ? { article } : {};
  const { found, expected, fix } = problem ?? {
    found: 'an article without a text',
    expected: 'its text',
    fix: 'Request the file again.',
  };
  return { failure: { origin, line: origin.line, column: 1, found, expected, fix } };
}

function noRecord(origin: Origin, key: string): Failure {
  return {
    origin,
    line: origin.line,
    column: 1,
    found: `the tag "${key}", which has no record`,
    expected: 'tags that have a record',
    fix: 'Ingest the vocabularies first: give vocabularies.ttl before the articles.',
  };
}
