import type { Archive } from '../../archive/archive.ts';
import { belowHome, type SiteFile } from '../../archive/site-file.ts';
import { readCheckedFile } from '../../records/read/read-checked-file.ts';

/**
 * Lists the files of the words of facsimiles that articles show, byte for byte, under names made of their checksums, which the
 * check has computed. They are read again, and must then be what was checked.
 *
 * @param root absolute path of the content folder
 */
export function listWordFiles(archive: Archive, root: string): SiteFile[] {
  const { articles, mediaOf, paths } = archive;
  const words = articles.flatMap((article) =>
    mediaOf(article).facsimiles.flatMap((each) => each.words ?? []),
  );
  // The articles of a page show the same one.
  const byAddress = new Map(words.map((each) => [each.href, each]));
  return Array.from(byAddress.values(), ({ file, href, sha256 }) => ({
    path: belowHome(paths, href),
    prepare: () => ({
      key: sha256,
      content: () => readCheckedFile(root, `media/${file}`, sha256, 'a file of words'),
    }),
  }));
}
