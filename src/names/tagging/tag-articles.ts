import type { FileChange } from '../../records/edit/write-changes.ts';
import type { ArchiveContent, Entry } from '../../records/read/read-archive.ts';
import type { ArticleData } from '../../records/schemas/schemas.ts';
import type { Tags } from '../../records/tags.ts';
import { vocabularies } from '../../records/vocabularies.ts';
import { readRejectedNames } from '../rejected-names.ts';
import { createAmbiguousNames, type AmbiguousNames } from './ambiguous-names.ts';
import { createTagger } from './create-tagger.ts';
import { createTagEditor } from './edit-tags.ts';
import { createTermReader, withTerms } from '../terms/source-terms.ts';

/** What is tagged, and how. */
export interface TaggingOptions {
  /** The ids of the articles; all when left out. */
  ids?: ReadonlySet<string> | undefined;
  /** Whether tags are removed that an article's text does not name. */
  removesUnnamed: boolean;
  /** Whether the names that sources give besides the text are applied, too. */
  readsSources: boolean;
}

/** What would be changed of one article. */
export interface ArticleChange extends FileChange {
  id: string;
  added: Tags;
  removed: Tags;
}

/** What would be changed of an archive. */
export interface Tagging {
  changes: ArticleChange[];
  /** How many articles were looked at; withdrawn ones are not. */
  articles: number;
  ambiguous: AmbiguousNames;
}

/**
 * Finds out which tags the articles of an archive lack, by the records that there are and the rules of ingest. Nothing is
 * written: see `writeChanges`. Withdrawn articles stay as they are, since nobody is shown what their texts name. Tags are no
 * part of the printed text (`digestText`), so that those of published articles change without a correction.
 *
 * @param root absolute path of the content folder
 * @param content what was read from it
 * @param onArticle called after each article
 */
export async function planTagging(
  root: string,
  content: ArchiveContent,
  { ids, removesUnnamed, readsSources }: TaggingOptions,
  onArticle: (done: number) => void,
): Promise<Tagging> {
  const tag = createTagger(content, removesUnnamed);
  const edit = createTagEditor(root, content);
  const readTerms = readsSources ? createTermReader(root) : undefined;
  const tagging: Tagging = {
    changes: [],
    articles: 0,
    ambiguous: createAmbiguousNames(await readRejectedNames(root)),
  };
  const termsOf = async ({ data }: Entry<ArticleData>) =>
    (await readTerms?.(data, data.language ?? content.site.language)) ?? [];
  for await (const [article, terms] of withTerms(listArticles(content, ids), termsOf)) {
    const proposal = tag(article, terms);
    tagging.ambiguous.add(article.id, proposal);
    const { added, removed } = proposal;
    if (countTags(added) + countTags(removed) > 0)
      tagging.changes.push({ id: article.id, added, removed, ...(await edit(article, added, removed)) });
    onArticle(++tagging.articles);
  }
  return tagging;
}

/** How many tags there are. */
export function countTags(tags: Tags): number {
  return vocabularies.reduce((sum, { name }) => sum + tags[name].length, 0);
}

function listArticles({ articles }: ArchiveContent, ids?: ReadonlySet<string>): Entry<ArticleData>[] {
  return articles.filter(({ id, data }) => !data.withdrawn && (ids === undefined || ids.has(id)));
}
