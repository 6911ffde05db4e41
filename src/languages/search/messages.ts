/**
 * The messages of the code that runs on the search page. A build replaces this module by that of the site's language
 * (`astro.config.mjs`), so that browsers load one language only.
 */
export { citing, inflections, language, narrowing, search, suggestions, undatedName } from './en.ts';
