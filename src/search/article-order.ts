import { hash } from 'node:crypto';

/**
 * Identifies the order of articles by which the search numbers them: files of the search that are of another one, since the site
 * was published anew, would name other articles.
 *
 * @param paths of the articles below the site's home, in that order
 * @returns 10 hexadecimal digits
 */
export function identifyOrder(paths: readonly string[]): string {
  return hash('sha256', paths.join('\n')).slice(0, 10);
}
