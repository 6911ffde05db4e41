import { suggestOnFocus } from '../components/suggest-on-focus.ts';
import { wordPagePolicy } from '../exports/hosts/content-security.ts';

// Worded once for all pages.

/** What a page may do: see `wordPagePolicy`. */
export const pagePolicy = wordPagePolicy([suggestOnFocus], false);

/** What the search page may do. */
export const searchPolicy = wordPagePolicy([], true);
