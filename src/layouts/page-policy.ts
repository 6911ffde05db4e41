import { suggestOnFocus } from '../components/suggest-on-focus.ts';
import { renderPagePolicy } from '../exports/hosts/content-security.ts';

// Worded once for all pages.

/** What a page may do: see `renderPagePolicy`. */
export const pagePolicy = renderPagePolicy([suggestOnFocus], false);

/** What the search page may do. */
export const searchPolicy = renderPagePolicy([], true);
