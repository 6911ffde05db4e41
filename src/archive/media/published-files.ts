import type { MediaFile } from '../../records/media/inspect-media.ts';
import { listWithheldMedia } from '../../records/media/withheld-media.ts';
import type { ArticleData } from '../../records/schemas/schemas.ts';
import { listPublishedFiles, listSizes, nameOriginal, type PublishedSize } from './published-sizes.ts';

/** What is published of a file of `content/media/`. */
export interface PublishedFile {
  /** Its path below `content/media/`. */
  file: string;
  media: MediaFile;
  /** The sizes of a picture; none of an attachment. */
  sizes: readonly PublishedSize[];
  /** The name under which it is published as it is; undefined when it is not. */
  original: string | undefined;
}

/**
 * Lists what is published of the media of articles that are shown. Nothing is left of what only withdrawn articles name, nor
 * of what may hold something that was taken out.
 *
 * @param articles the frontmatter of all articles
 * @param media what is known of the files that they name
 */
export function listPublishedMedia(
  articles: readonly ArticleData[],
  media: ReadonlyMap<string, MediaFile>,
  publishesOriginals: boolean,
): PublishedFile[] {
  const withheld = listWithheldMedia(articles);
  const published = new Map<string, PublishedFile>();
  const add = (file: string, list: (media: MediaFile) => readonly PublishedSize[], isWhole: boolean) => {
    const known = media.get(file);
    if (!known || withheld.has(known.sha256)) return;
    const before = published.get(known.sha256);
    const sizes = new Map([...(before?.sizes ?? []), ...list(known)].map((size) => [size.name, size]));
    const original = isWhole ? nameOriginal(known) : before?.original;
    published.set(known.sha256, { file, media: known, ...before, sizes: [...sizes.values()], original });
  };
  for (const { withdrawn, pictures, facsimiles, attachments } of articles) {
    if (withdrawn) continue;
    for (const { file } of pictures)
      add(file, (known) => listPublishedFiles(listSizes(known, 'picture')), publishesOriginals);
    for (const { file } of facsimiles)
      add(file, (known) => listPublishedFiles(listSizes(known, 'facsimile')), publishesOriginals);
    for (const { file } of attachments) add(file, () => [], true);
  }
  return [...published.values()];
}
