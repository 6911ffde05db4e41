import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

const folder = (name: string) =>
  defineCollection({ loader: glob({ pattern: '**/*.md', base: `${process.env.ARCHIVE_CONTENT}/${name}` }) });

export const collections = {
  articles: folder('articles'),
  people: folder('people'),
  places: folder('places'),
  organizations: folder('organizations'),
  topics: folder('topics'),
};
