/**
 * The messages of the code of the page that compares. A build replaces this module by that of the site's language
 * (`astro.config.mjs`).
 */
export { compare } from './en.ts';
