import type { Archive } from '../../archive/archive.ts';
import type { SiteFile } from '../../archive/site-file.ts';
import { readSource } from '../../records/check/check-source.ts';

/**
 * Lists the source texts of the articles that are shown, byte for byte. Their keys are their checksums, which the check has
 * compared. They are not held in memory but read again, and must then be what was checked.
 *
 * @param root absolute path of the content folder
 */
export function listSourceTexts({ articles, sourceTextOf }: Archive, root: string): SiteFile[] {
  const sums = new Map(
    articles.flatMap((article): [string, string][] => {
      const text = sourceTextOf(article);
      return text?.isShown ? [[text.file, text.sha256]] : [];
    }),
  );
  return Array.from(sums, ([file, sha256]) => ({
    path: `sources/${file}`,
    prepare: () => ({ key: sha256, content: () => readSource(root, file, sha256) }),
  }));
}
