import { join } from 'node:path';

import type { KnownIds } from '../schemas/known-ids.ts';
import type { Located } from './check-references.ts';
import {
  articleAddress,
  digestText,
  latestLines,
  ledgerFile,
  publishedAs,
  type LedgerLine,
} from '../ledger/ledger.ts';
import { startOfFile, type Problem } from '../problem.ts';
import type { ArticleData } from '../schemas/schemas.ts';
import { vocabularies } from '../vocabularies.ts';

/** An article as far as it could be read. */
export interface ReadArticle extends Located<ArticleData> {
  /** The Markdown below the frontmatter; missing when the file could not be read that far. */
  body: string | undefined;
  /** Whether all keys of the frontmatter are valid. */
  isValid: boolean;
}

/**
 * Checks an archive against its ledger: everything published is still there, or leads to what has replaced it; no
 * published text has changed without a correction; and no correction has been removed.
 *
 * @param root absolute path of the content folder
 * @param articles all articles, including invalid ones
 * @param known the ids of all authority records
 */
export function checkLedger(
  root: string,
  lines: readonly LedgerLine[],
  articles: readonly ReadArticle[],
  known: KnownIds,
): Problem[] {
  const latest = latestLines(lines);
  const addresses = new Set([
    ...articles.flatMap(({ id, data }) => [id, ...(data.formerIds ?? [])].map(articleAddress)),
    ...vocabularies.flatMap(({ name }) => known[name].map((id) => `${name}/${id}/`)),
  ]);
  const gone = [...latest.values()].filter(({ path }) => !addresses.has(path));
  return [
    ...gone.map((line) => hasDisappeared(join(root, ledgerFile), line)),
    ...articles.flatMap((article) => checkText(article, latest)),
  ];
}

function hasDisappeared(file: string, { line, path, date }: LedgerLine): Problem {
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
    fix: `Restore content/${record}.md, ${other}.`,
  };
}

function checkText(article: ReadArticle, latest: ReadonlyMap<string, LedgerLine>): Problem[] {
  const { id, file, body, isValid, positionOf } = article;
  const data = article.data as ArticleData;
  if (!isValid || body === undefined || data.withdrawn) return [];
  const published = publishedAs({ id, data }, latest);
  if (published?.sha256 === undefined) return [];
  const { corrections: before = 0, date } = published;
  const count = data.corrections.length;
  if (count < before) {
    return [
      {
        file,
        ...positionOf(['corrections']),
        found: count === 0 ? 'no corrections' : `${count} of ${before} corrections`,
        expected: `the ${before} that ${before === 1 ? 'was' : 'were'} published on ${date}`,
        fix: 'Restore what was removed; if a correction was wrong, add another that corrects it.',
      },
    ];
  }
  if (count > before || digestText({ data, body }) === published.sha256) return [];
  return [
    {
      file,
      ...startOfFile,
      found: `a text, date, title, subtitle, byline or dateline that differs from what was published on ${date}`,
      expected: 'what was published, or a correction that says what has changed since',
      fix: 'Restore it, or add to "corrections" a new {date, note} for readers.',
    },
  ];
}
