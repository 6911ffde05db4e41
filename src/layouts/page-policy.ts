import { suggestOnFocus } from '../components/suggest-on-focus.ts';
import { currentInlineScripts, renderPagePolicy } from '../exports/hosts/content-security.ts';

// Rendered once for all pages.

/** What a page may do: see `renderPagePolicy`. */
export const pagePolicy = renderPagePolicy([suggestOnFocus], false);

/** What the search page may do. */
export const searchPolicy = renderPagePolicy([], true);

// Only the bundled script has the address of what it loads, and hosts have to allow the script as it is in pages.
currentInlineScripts.give([suggestOnFocus]);
