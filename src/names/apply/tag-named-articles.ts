import type { Doubt } from '../../ingest/names/propose-tags.ts';
import { normalizeName } from '../../records/normalize-name.ts';
import type { ArchiveContent, Entry } from '../../records/read/read-archive.ts';
import type { ArticleData } from '../../records/schemas/schemas.ts';
import type { Tags } from '../../records/tags.ts';
import { mapVocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import { createTagger, type TagChanges } from '../tagging/create-tagger.ts';
import { createTagEditor } from '../tagging/edit-tags.ts';
import { createTermReader, withTerms } from '../terms/source-terms.ts';
import { countTags, type ArticleChange } from '../tagging/tag-articles.ts';
import { cellOf, type DecidedRow } from './decisions.ts';

/** Why a name is ambiguous only by the words around it: a person decides that for the articles that a row was made of. */
const byContext: Doubt['reason'] = 'a part of a longer name';

/**
 * Tags the articles that name the records of accepted rows, by the rules of ingest, and no others. An ambiguous name that a
 * row says to be that of a record is a tag of it.
 *
 * @param content the archive as it will be, with the records of the table
 * @param keys the record of each accepted row
 * @param onArticle called after each article
 */
export async function tagNamedArticles(
  root: string,
  content: ArchiveContent,
  keys: ReadonlyMap<DecidedRow, string>,
  onArticle: (done: number) => void,
): Promise<ArticleChange[]> {
  if (keys.size === 0) return [];
  const wanted = new Set(keys.values());
  const decide = createDoubtResolver(keys);
  const tag = createTagger(content, false);
  const edit = createTagEditor(root, content);
  // What a source has as a category, its text may not name; topics, hardly any text does.
  const readTerms = createTermReader(root);
  const none = mapVocabularies((): string[] => []);
  const changes: ArticleChange[] = [];
  const articles = content.articles.filter(({ data }) => !data.withdrawn);
  const termsOf = ({ data }: Entry<ArticleData>) => readTerms(data, data.language ?? content.site.language);
  let done = 0;
  for await (const [article, terms] of withTerms(articles, termsOf)) {
    const added = selectTags(tag(article, terms), wanted, decide);
    if (countTags(added) > 0)
      changes.push({ id: article.id, added, removed: none, ...(await edit(article, added, none)) });
    onArticle(++done);
  }
  return changes;
}

function selectTags(
  { added, doubts }: TagChanges,
  wanted: ReadonlySet<string>,
  decide: (doubt: Doubt) => string | undefined,
): Tags {
  const decided = new Set(doubts.flatMap((doubt) => decide(doubt) ?? []));
  return mapVocabularies((name) => [
    ...added[name].filter((id) => wanted.has(`${name}/${id}`)),
    ...idsIn(name, decided).filter((id) => !added[name].includes(id)),
  ]);
}

function idsIn(vocabulary: VocabularyName, keys: ReadonlySet<string>): string[] {
  return [...keys].flatMap((key) =>
    key.startsWith(`${vocabulary}/`) ? key.slice(vocabulary.length + 1) : [],
  );
}

/** Creates a function that finds the record that rows decide an ambiguous name to be that of. */
function createDoubtResolver(keys: ReadonlyMap<DecidedRow, string>): (doubt: Doubt) => string | undefined {
  const byName = new Map<string, { key: string; row: DecidedRow }>();
  for (const [row, key] of keys) {
    if (row.decision.kind !== 'same') continue;
    for (const name of [row.heading, ...row.variants]) byName.set(normalizeName(name), { key, row });
  }
  return ({ name, records, reason }) => {
    const decided = byName.get(normalizeName(name));
    if (!decided || !records.includes(decided.key)) return undefined;
    const isAsked = reason !== byContext || cellOf(decided.row.row, 'doubts').includes(byContext);
    return isAsked ? decided.key : undefined;
  };
}
