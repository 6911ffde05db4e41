import { publishersOf } from '../../records/authors/list-authors.ts';
import { isCollectiveName } from '../../records/authors/read-byline.ts';
import { createAuthorNamer, type BylinePart } from '../../records/authors/name-authors.ts';
import type { NamedRecord } from '../../records/authors/author-records.ts';
import { authors as index } from '../../records/name-indexes.ts';
import type { Site } from '../../records/schemas/site-schema.ts';
import type { Article } from '../article.ts';
import type { Paths } from '../paths.ts';
import type { Authority } from './authority.ts';
import { sortByName } from './records.ts';
import { sortSpellings } from './spellings.ts';

/** What bylines say of who wrote the articles. */
export interface Authorship {
  /** The authors, by sort name. */
  authors: Authority[];
  /** The byline of an article as printed, in parts, with the authors whom it names. */
  bylineOf(article: Article): readonly AuthoredPart[];
}

/** A part of a byline: the name of an author, or what stands between names. */
export interface AuthoredPart {
  text: string;
  author?: Authority;
}

/**
 * Creates the authors of an archive from the bylines of its articles. An author who has a record goes by its name, and each
 * is the `counterpart` of the other; any other goes by the name as it is printed most often.
 *
 * @param articles in the order of the lists
 * @param records of people and organizations
 */
export function createAuthorship(
  articles: readonly Article[],
  records: readonly Authority[],
  site: Site,
  paths: Paths,
): Authorship {
  // A byline of one archive of a federation does not name the record of another that happens to have the same name.
  const nameAuthors = createAuthorNamer(records.filter(({ origin }) => !origin).map(toNamedRecord));
  const publications = new Map(
    records.filter(({ vocabulary }) => vocabulary.name === 'publications').map((each) => [each.id, each]),
  );
  const found = new Map<string, FoundAuthor>();
  const bylines = new Map<Article, BylinePart<ReturnType<typeof toNamedRecord>>[]>();
  for (const article of articles) {
    if (article.byline.length === 0) continue;
    const parts = nameAuthors(
      article.byline,
      publishersOf(site, publications.get(article.source?.publication ?? '')),
    );
    bylines.set(article, parts);
    for (const { text, author } of parts) {
      if (!author) continue;
      const known = found.get(author.id) ?? {
        record: author.record?.authority,
        spellings: new Map<string, number>(),
        articles: new Set<Article>(),
      };
      found.set(author.id, known);
      known.spellings.set(text, (known.spellings.get(text) ?? 0) + 1);
      known.articles.add(article);
    }
  }
  const byId = new Map([...found].map(([id, each]) => [id, createAuthor(id, each, paths)]));
  return {
    authors: sortByName([...byId.values()], site.language),
    bylineOf: (article) =>
      (bylines.get(article) ?? []).map(({ text, author: named }) => {
        const author = named && byId.get(named.id);
        return author ? { text, author } : { text };
      }),
  };
}

/**
 * What an author is in schema.org: as far as a record or the name says so. One word may be anything.
 *
 * @param publishers the names of whoever published the articles
 */
export function findAuthorType(
  { name, counterpart }: Authority,
  publishers: readonly string[],
): 'Person' | 'Organization' | undefined {
  if (counterpart) return counterpart.vocabulary.name === 'people' ? 'Person' : 'Organization';
  if (publishers.includes(name)) return 'Organization';
  const isPersonal = /\s/.test(name) || /^\p{Script=Han}{2,4}(?<![社报報网網局部台会會])$/u.test(name);
  return isPersonal && !isCollectiveName(name) ? 'Person' : undefined;
}

/** What bylines say of an author. */
interface FoundAuthor {
  record: Authority | undefined;
  /** How often each spelling is printed. */
  spellings: Map<string, number>;
  articles: Set<Article>;
}

/** A record as bylines may name it. */
export function toNamedRecord(authority: Authority): NamedRecord & { authority: Authority } {
  const { vocabulary, id, data } = authority;
  return { vocabulary: vocabulary.name as NamedRecord['vocabulary'], id, data, authority };
}

function createAuthor(id: string, { record, spellings, articles }: FoundAuthor, paths: Paths): Authority {
  const printed = sortSpellings(spellings);
  const name = record?.name ?? printed[0] ?? id;
  const key = `${index.name}/${id}`;
  const variants = printed.filter((spelling) => spelling !== name);
  const author: Authority = {
    vocabulary: index,
    id,
    digest: '',
    key,
    href: paths.record(key),
    name,
    sortName: record?.sortName ?? name,
    variants,
    description: record?.description ?? '',
    sameAs: [],
    html: '',
    data: { name, description: '', variants, sameAs: [], formerUrls: [] },
    broader: [],
    narrower: [],
    place: undefined,
    continues: [],
    continuedBy: [],
    articles: [...articles],
    directCount: articles.size,
    counterpart: record,
  };
  if (record) record.counterpart = author;
  return author;
}
