/**
 * The messages of what the search page loads after its results. A build replaces this module by that of the site's language
 * (`astro.config.mjs`).
 */
export { refining } from './en.ts';
