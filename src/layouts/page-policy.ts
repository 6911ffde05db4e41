import { zoomOnRequest } from '../components/printed/zoom-on-request.ts';
import { homeScript, missingPageScript } from '../components/former/inline-scripts.ts';
import { loadForArticle, loadOnRequest } from '../components/load-on-request.ts';
import { currentInlineScripts, renderPagePolicy } from '../exports/hosts/content-security.ts';

const policies = new Map<string, string>();

/**
 * The Content Security Policy of a page, which is rendered once for all pages of a kind: see {@link renderPagePolicy}.
 *
 * @param scripts the page's inline script, if it has one, and which others it has
 * @param mediaOrigin the origin of pictures, where they are on another host
 */
export function findPolicy(
  { inlineScript, hasWorker, canZoom }: { inlineScript: string; hasWorker: boolean; canZoom: boolean },
  mediaOrigin: string | undefined,
): string {
  const key = `${hasWorker} ${canZoom} ${mediaOrigin} ${inlineScript}`;
  const inline = [...(inlineScript === '' ? [] : [inlineScript]), ...(canZoom ? [zoomOnRequest] : [])];
  const policy = policies.get(key) ?? renderPagePolicy(inline, hasWorker, mediaOrigin);
  policies.set(key, policy);
  return policy;
}

// Only the bundled script contains the address of what it loads, and hosts must allow the script exactly as it is in pages.
currentInlineScripts.give([loadOnRequest, loadForArticle, homeScript, missingPageScript, zoomOnRequest]);
