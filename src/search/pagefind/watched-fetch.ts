import { numberPages } from './number-pages.ts';
import { decompress } from './pagefind-file.ts';

/**
 * Makes the `fetch` that Pagefind loads its index with. Pagefind logs that a part of its index is missing, and answers
 * without it: an article would be missing in silence. And its pages have no names in the file that it loads them from.
 *
 * @param load the browser's own
 * @param fail told of what could not be loaded
 */
export function createWatchedFetch(load: typeof fetch, fail: (reason: Error) => void): typeof fetch {
  return async (...request) => {
    try {
      const response = await load(...request);
      if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      if (!/\.pf_meta(\?|$)/.test(response.url)) return response;
      return new Response(numberPages(await decompress(response)));
    } catch (error) {
      fail(error as Error);
      throw error;
    }
  };
}
