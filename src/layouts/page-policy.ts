import { suggestOnFocus } from '../components/suggest-on-focus.ts';
import { currentInlineScripts, renderPagePolicy } from '../exports/hosts/content-security.ts';

const policies = new Map<string, string>();

/**
 * The Content Security Policy of a page, which is rendered once for all pages: see {@link renderPagePolicy}.
 *
 * @param mediaOrigin the origin of pictures, where they are on another host
 */
export function findPolicy(isSearch: boolean, mediaOrigin: string | undefined): string {
  const key = `${isSearch} ${mediaOrigin}`;
  const policy =
    policies.get(key) ?? renderPagePolicy(isSearch ? [] : [suggestOnFocus], isSearch, mediaOrigin);
  policies.set(key, policy);
  return policy;
}

// Only the bundled script contains the address of what it loads, and hosts must allow the script exactly as it is in pages.
currentInlineScripts.give([suggestOnFocus]);
