import type { Archive } from '../../archive/archive.ts';
import type { SourceText } from '../../archive/find-source-text.ts';
import type { SiteFile } from '../../archive/site-file.ts';
import { readCheckedFile } from '../../records/read/read-checked-file.ts';

/** A source text that is published. */
type PublishedText = SourceText & { publishedAs: string };

function isPublished(text: SourceText | undefined): text is PublishedText {
  return text?.publishedAs !== undefined;
}

/** The source texts of the articles that are shown, each once, by their paths below `content/sources/`. */
function findPublished({ articles, sourceTextOf }: Archive): PublishedText[] {
  const texts = articles.map(sourceTextOf).filter(isPublished);
  return [...new Map(texts.map((text) => [text.file, text])).values()];
}

/**
 * Lists the source texts of the articles that are shown, byte for byte. Their keys are their checksums, which the check has
 * compared. They are not held in memory but read again, and must then be what was checked.
 *
 * @param root absolute path of the content folder
 */
export function listSourceTexts(archive: Archive, root: string): SiteFile[] {
  // Files that are published under their checksums may be one.
  const texts = new Map(findPublished(archive).map((text) => [text.publishedAs, text]));
  return Array.from(texts.values(), ({ file, sha256, publishedAs }) => ({
    path: `sources/${publishedAs}`,
    prepare: () => ({
      key: sha256,
      content: () => readCheckedFile(root, `sources/${file}`, sha256, 'a source text'),
    }),
  }));
}

/**
 * Lists the addresses at which source texts would be under their own names, and used to be published: earlier versions of
 * this program published all names. What is not plain ASCII in a name could be syntax in the configuration of a host.
 */
export function listFormerSources(archive: Archive): { path: string; leadsTo: string }[] {
  const { paths } = archive;
  const texts = findPublished(archive);
  const inUse = new Set(texts.map(({ publishedAs }) => publishedAs));
  return texts
    .filter(({ file }) => !inUse.has(file) && /^[\w./-]+$/.test(file))
    .map(({ file, publishedAs }) => ({ path: paths.source(file), leadsTo: paths.source(publishedAs) }));
}
