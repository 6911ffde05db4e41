import { hash } from 'node:crypto';
import { basename, dirname } from 'node:path';

import { slugOf } from '../../records/choose-id.ts';
import { wordFileOf } from '../../records/media/word-boxes.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import type { AttachmentData, FacsimileInput, PictureData } from '../../records/schemas/media-schemas.ts';
import { standInFor, type TakenFile } from '../drafts/draft-media.ts';
import type { FileContent } from '../write/staging.ts';
import type { PlannedMedia } from './outcome.ts';

/** What becomes of the pictures and other files of an article. */
interface ArticleMedia {
  /** What frontmatter says of them; a list is missing when it would be empty. */
  lists: { pictures?: PictureData[]; facsimiles?: FacsimileInput[]; attachments?: AttachmentData[] };
  /** The text, in which images have the paths of their files. */
  body: string;
  /** What is to be copied. */
  files: { path: string; content: FileContent }[];
  media: PlannedMedia[];
  notices: string[];
  /** Remembers the names, once it is certain that the article is written. */
  keep(): void;
}

/**
 * Gives files their names in `content/media/`, in the folder of the date of their article. The same file has one name, in
 * whichever article it was first; of two files of one name the second gets a numeral.
 *
 * @param existing what is in the folder already
 */
export function createMediaPlanner(
  content: ArchiveContent,
  existing: { mediaDigestOf(path: string): string | undefined },
) {
  /** Paths below `media/` by SHA-256. */
  const paths = new Map<string, string>();
  /** SHA-256 by path in lower case: there are file systems on which `A.jpg` is `a.jpg`. */
  const owners = new Map<string, string>();
  for (const { data } of content.articles) {
    for (const { file, sha256 } of [
      ...(data.pictures ?? []),
      ...(data.facsimiles ?? []),
      ...(data.attachments ?? []),
    ]) {
      if (!paths.has(sha256)) paths.set(sha256, file);
      owners.set(file.toLowerCase(), sha256);
    }
  }

  /** SHA-256 of files of words, by their paths below `media/`. */
  const boxed = new Map<string, string>();

  return {
    plan(id: string, files: readonly TakenFile[], body: string): ArticleMedia {
      const chosen = new Map<string, string>();
      const copied: ArticleMedia['files'] = [];
      const media: PlannedMedia[] = [];
      const words = new Map<string, string>();
      const notices: string[] = [];
      for (const file of files) {
        const known = paths.get(file.sha256);
        const path = known ?? choosePath(dirname(id), file, chosen);
        chosen.set(path.toLowerCase(), file.sha256);
        const isThere = known === undefined && existing.mediaDigestOf(path) === file.sha256;
        const isCopied = known === undefined && !isThere;
        if (isCopied)
          copied.push({ path: `media/${path}`, content: { from: file.from, sha256: file.sha256 } });
        media.push({ path: `media/${path}`, from: file.name ?? file.from, size: file.size, isCopied });
        if (file.facsimile?.words === undefined) continue;
        const [wordFile, sha256] = [wordFileOf(path), hash('sha256', file.facsimile.words)];
        const before = boxed.get(wordFile) ?? existing.mediaDigestOf(wordFile);
        words.set(wordFile, before ?? sha256);
        if (before === undefined) copied.push({ path: `media/${wordFile}`, content: file.facsimile.words });
        else if (before !== sha256)
          notices.push(`The file media/${wordFile} stays, though its words are others.`);
      }
      const withPath = files.map((file, index) => ({ ...file, path: (media[index]?.path ?? '').slice(6) }));
      const isPage = ({ kind, facsimile }: Named) => kind === 'picture' && facsimile !== undefined;
      const pictures = withPath.filter((each) => each.kind === 'picture' && !isPage(each)).map(toPicture);
      const facsimiles = withPath.filter(isPage).map(toFacsimile);
      const attachments = withPath.filter(({ kind }) => kind === 'attachment').map(toAttachment);
      return {
        lists: {
          ...(pictures.length > 0 && { pictures }),
          ...(facsimiles.length > 0 && { facsimiles }),
          ...(attachments.length > 0 && { attachments }),
        },
        body: withPath.reduce((text, file) => text.replaceAll(standInFor(file), addressOf(file.path)), body),
        files: copied,
        media,
        notices,
        keep() {
          for (const [path, sha256] of words) boxed.set(path, sha256);
          for (const { path, sha256 } of withPath) {
            paths.set(sha256, path);
            owners.set(path.toLowerCase(), sha256);
          }
        },
      };
    },
  };

  function choosePath(
    folder: string,
    { from, sha256, extension }: TakenFile,
    own: ReadonlyMap<string, string>,
  ) {
    const stem = slugOf(basename(from).replace(nameEnd, ''), 'file');
    for (let number = 1; ; number++) {
      const path = `${folder}/${stem}${number > 1 ? `-${number}` : ''}${extension}`;
      const owner = own.get(path) ?? owners.get(path) ?? existing.mediaDigestOf(path);
      if (owner === undefined || owner === sha256) return path;
    }
  }
}

/** The address of a file in a text. Names that were not chosen here may have signs that end an address in Markdown. */
function addressOf(path: string): string {
  const encoded = path.replace(
    /[^\p{L}\p{M}\p{N}/._~-]/gu,
    (sign) => `%${Buffer.from(sign).toString('hex').match(/../g)?.join('%') ?? ''}`,
  );
  return `/media/${encoded}`;
}

/** How the names of files end that have an extension: that of `harbour.2021` is none. */
const nameEnd = /\.[a-z][a-z\d]{1,4}$/i;

type Named = TakenFile & { path: string };

function toPicture({ path, sha256, alt = '', caption, credit, rights }: Named): PictureData {
  return {
    ...{ file: path, sha256, alt },
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(rights && { rights }),
  } as PictureData;
}

function toFacsimile({ path, sha256, facsimile, credit, rights }: Named): FacsimileInput {
  const { label = '', regions = [] } = facsimile ?? {};
  return {
    ...{ file: path, sha256, label },
    ...(regions.length > 0 && { region: regions.length === 1 ? regions[0] : regions }),
    ...(credit && { credit }),
    ...(rights && { rights }),
  };
}

function toAttachment({ path, from, sha256, title, alt, caption, credit, rights }: Named): AttachmentData {
  return {
    ...{ file: path, sha256, title: title || alt || caption || basename(from) },
    ...(credit && { credit }),
    ...(rights && { rights }),
  } as AttachmentData;
}
