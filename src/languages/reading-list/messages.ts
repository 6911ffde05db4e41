/**
 * The messages of the code of the reading list, apart from those of the search, which would otherwise be larger by them. A
 * build replaces this module by that of the site's language (`astro.config.mjs`).
 */
export { cite, readingList } from './en.ts';
