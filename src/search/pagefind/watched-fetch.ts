import { numberPages } from './number-pages.ts';
import { decompress } from './pagefind-file.ts';

/**
 * Creates the `fetch` with which Pagefind loads its index. It names the pages (see `numberPages`), and reports every error:
 * Pagefind itself only logs that a file of the index is missing, and returns results without it.
 *
 * @param load the browser's own `fetch`
 * @param fail is called for what could not be loaded
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
