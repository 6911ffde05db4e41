import { join } from 'node:path';

import { authorIdOf } from '../authors/author-id.ts';
import { createAuthorRecords } from '../authors/author-records.ts';
import { authorIdIn, listAuthors, listNamedRecords } from '../authors/list-authors.ts';
import { ledgerFile } from '../content-root.ts';
import { latestLines } from '../ledger/ledger.ts';
import { startOfFile, type Problem } from '../problem.ts';
import type { ArchiveContent } from '../read/read-archive.ts';

/**
 * Finds what may be wrong about authors: names in bylines that several records have, so that none is taken for the author;
 * and, where names were taken out of articles, the addresses that still have the name of an author whom no byline names.
 *
 * @param root absolute path of the content folder
 */
export function checkAuthors(root: string, content: ArchiveContent): Problem[] {
  const { articles, ledger, vocabularies } = content;
  const named = listAuthors(content);
  const isRedacted = articles.some(({ data }) => data.redactions.length > 0);
  if (named.length === 0 && !isRedacted) return [];
  const records = createAuthorRecords(listNamedRecords(vocabularies));
  const ids = new Set(named.map(({ author }) => author.id));
  const names = new Map(named.map(({ text }) => [text, authorIdOf(text)]));
  const shared = [...names].flatMap(([name, id]): Problem[] => {
    const sharing = records.shared.get(id);
    const last = sharing?.at(-1);
    if (!sharing || !last) return [];
    return [
      {
        file: join(root, last.vocabulary, `${last.id}.md`),
        ...startOfFile,
        found: `the name "${name}" of an author, which ${sharing.map((each) => `${each.vocabulary}/${each.id}`).join(' and ')} have`,
        expected: 'one record that has it',
        fix: `Leave it in the record of whoever wrote as "${name}"; until then the author is none of them.`,
      },
    ];
  });
  if (!isRedacted) return shared;
  const gone = [...latestLines(ledger).values()].flatMap(({ path, line, date }): Problem[] => {
    const id = authorIdIn(path);
    if (id === undefined || ids.has(id) || records.find(id)) return [];
    return [
      {
        file: join(root, ledgerFile),
        line,
        column: 1,
        found: `${path}, published on ${date}, the address of an author whom no byline names now`,
        expected: 'no address with a name that was taken out',
        fix: `If that is such a name, say "npm run ledger -- --retire ${path.slice(0, -1)}"; otherwise its page says that there is no article.`,
      },
    ];
  });
  return [...shared, ...gone];
}
