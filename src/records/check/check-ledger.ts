import { join } from 'node:path';

import type { Located } from './check-references.ts';
import {
  articleAddress,
  digestText,
  formerAddress,
  isFormer,
  isRetired,
  latestLines,
  publishedAs,
  type LedgerLine,
} from '../ledger/ledger.ts';
import { ledgerFile } from '../content-root.ts';
import { isNamedAddress } from '../ledger/named-addresses.ts';
import { startOfFile, type Problem } from '../problem.ts';
import type { ArticleData, AuthorityData } from '../schemas/schemas.ts';
import { vocabularies, type VocabularyName } from '../vocabularies.ts';

/** An article as far as it could be read. */
export interface ReadArticle extends Located<ArticleData> {
  /** Reads the Markdown below the frontmatter; undefined when the file could not be read that far. */
  readBody(): string | undefined;
  /** Whether all keys of the frontmatter are valid. */
  isValid: boolean;
}

/**
 * Checks an archive against its ledger: everything published is still there, or leads to what has replaced it; no
 * published text has changed without a correction or redaction; and no such remark has been removed.
 *
 * @param root absolute path of the content folder
 * @param articles all articles, including invalid ones
 * @param records all authority records, including invalid ones
 * @param retiring addresses that are about to be retired, and need lead nowhere
 */
export function checkLedger(
  root: string,
  lines: readonly LedgerLine[],
  articles: readonly ReadArticle[],
  records: Readonly<Record<VocabularyName, readonly Located<AuthorityData>[]>>,
  retiring: ReadonlySet<string> = new Set(),
): Problem[] {
  const latest = latestLines(lines);
  const addresses = new Set([
    ...articles.flatMap(({ id, data }) => [id, ...(data.formerIds ?? [])].map(articleAddress)),
    ...vocabularies.flatMap(({ name }) => records[name].map(({ id }) => `${name}/${id}/`)),
    ...[...articles, ...vocabularies.flatMap(({ name }) => records[name])].flatMap(({ data }) =>
      (data.formerUrls ?? []).flatMap(formerAddress),
    ),
  ]);
  // The page of an author or a section that no article names any more is made from the ledger itself.
  const gone = [...latest.values()].filter(
    (line) =>
      !addresses.has(line.path) && !isNamedAddress(line.path) && !retiring.has(line.path) && !isRetired(line),
  );
  return [
    ...gone.map((line) => hasDisappeared(join(root, ledgerFile), line)),
    ...articles.flatMap((article) => checkText(article, latest)),
  ];
}

function hasDisappeared(file: string, { line, path, date }: LedgerLine): Problem {
  if (isFormer({ path }))
    return {
      file,
      line,
      column: 1,
      found: `${path}, a former URL that led on since ${date}, and now leads nowhere`,
      expected: 'every published address to lead somewhere',
      fix: `Add formerUrls: ["${path}"] to the record that it led to, or to what has replaced it. If the address itself may not be kept, say "npm run ledger -- --retire '${path}'".`,
    };
  const record = path.slice(0, -1);
  const isArticle = record.startsWith('articles/');
  const other = isArticle
    ? `with "withdrawn" when it may no longer be shown; or, when another article has replaced it, give that one formerIds: ["${record.slice('articles/'.length)}"]`
    : 'with "replacedBy" when another record has replaced it';
  return {
    file,
    line,
    column: 1,
    found: `${path}, published on ${date}, where there is nothing now`,
    expected: 'every published address to lead somewhere',
    fix: `Restore content/${record}.md, ${other}. If the address itself may not be kept, say "npm run ledger -- --retire ${record}".`,
  };
}

function checkText(article: ReadArticle, latest: ReadonlyMap<string, LedgerLine>): Problem[] {
  const { id, file, isValid, positionOf } = article;
  const data = article.data as ArticleData;
  if (!isValid || data.withdrawn) return [];
  const published = publishedAs({ id, data }, latest);
  if (published?.sha256 === undefined) return [];
  const body = article.readBody();
  if (body === undefined) return [];
  const remarks = (['corrections', 'redactions'] as const).map((key) => ({
    key,
    before: published[key] ?? 0,
    count: data[key].length,
  }));
  const removed = remarks.filter(({ before, count }) => count < before);
  if (removed.length > 0) {
    return removed.map(({ key, before, count }) => ({
      file,
      ...positionOf([key]),
      found: count === 0 ? `no ${key}` : `${count} of ${before} ${key}`,
      expected: `the ${before} that ${before === 1 ? 'was' : 'were'} published on ${published.date}`,
      fix: 'Restore what was removed; if a correction was wrong, add another that corrects it.',
    }));
  }
  const isExplained = remarks.some(({ before, count }) => count > before);
  if (isExplained || digestText({ data, body }) === published.sha256) return [];
  return [
    {
      file,
      ...startOfFile,
      found: `a text, date, title, subtitle, byline or dateline that differs from what was published on ${published.date}`,
      expected: 'what was published, or a correction that says what has changed since',
      fix: 'Restore it, or add to "corrections" a new {date, note} for readers; to "redactions", if something had to be taken out.',
    },
  ];
}
