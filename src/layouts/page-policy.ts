import { suggestOnFocus } from '../components/suggest-on-focus.ts';
import { currentInlineScripts, renderPagePolicy } from '../exports/hosts/content-security.ts';

// Rendered once for all pages.

/** The Content Security Policy of a page: see `renderPagePolicy`. */
export const pagePolicy = renderPagePolicy([suggestOnFocus], false);

/** The Content Security Policy of the search page. */
export const searchPolicy = renderPagePolicy([], true);

// Only the bundled script contains the address of what it loads, and hosts must allow the script exactly as it is in pages.
currentInlineScripts.give([suggestOnFocus]);
