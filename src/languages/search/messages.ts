/**
 * The words of the search page's own code. In a build, the module of the site's language takes the place of the English
 * one (`astro.config.mjs`), so that a browser loads the words of one language only.
 */
export { citing, narrowing, search, suggestions, undatedName } from './en.ts';
