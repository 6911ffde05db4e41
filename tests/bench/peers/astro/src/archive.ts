import { getCollection, type CollectionEntry } from 'astro:content';

export const vocabularies = ['people', 'places', 'organizations', 'topics'] as const;

/** Articles on a page of a tag. */
export const size = 50;

type Vocabulary = (typeof vocabularies)[number];

export interface Data {
  title: string;
  date?: string | number;
  [vocabulary: string]: unknown;
}

export interface Tag {
  vocabulary: Vocabulary;
  id: string;
  name: string;
  articles: CollectionEntry<'articles'>[];
}

let loaded: Promise<{ articles: CollectionEntry<'articles'>[]; tags: Map<string, Tag> }> | undefined;

/** All articles, newest first, and the tags by `people/id`. */
export const loadArchive = () => (loaded ??= load());

async function load() {
  const tags = new Map<string, Tag>();
  for (const vocabulary of vocabularies) {
    for (const { id, data } of await getCollection(vocabulary)) {
      tags.set(`${vocabulary}/${id}`, {
        vocabulary,
        id,
        name: (data as { name: string }).name,
        articles: [],
      });
    }
  }
  const dateOf = (article: CollectionEntry<'articles'>) => String(dataOf(article).date ?? '');
  const articles = (await getCollection('articles')).sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
  for (const article of articles) for (const tag of tagsOf(article, tags)) tag.articles.push(article);
  return { articles, tags };
}

export function tagsOf(article: CollectionEntry<'articles'>, tags: ReadonlyMap<string, Tag>): Tag[] {
  const data = dataOf(article);
  return vocabularies.flatMap((name) =>
    ((data[name] ?? []) as string[]).flatMap((id) => tags.get(`${name}/${id}`) ?? []),
  );
}

function nameOf(data: unknown): string {
  return (data as { name: string }).name;
}

/** The frontmatter as it is in the file: the types are those of the project's own collections. */
export function dataOf({ data }: CollectionEntry<'articles'>): Data {
  return data as unknown as Data;
}
