import { existsSync, realpathSync } from 'node:fs';

import { inspectMedia, type MediaFile, type UnusableMedia } from '../../records/media/inspect-media.ts';
import type { Draft, LeftOut } from '../drafts/draft.ts';
import { isRelativeStandIn, type DraftMedia } from '../drafts/draft-media.ts';
import type { FindFile, ReceivedFile } from '../sources/source.ts';
import { findDamage } from './decode-picture.ts';
import { findMedia, type MediaSearch } from './find-media.ts';
import { openMediaFolder, type MediaFolder } from './media-folder.ts';
import { createPathFinder } from './path-finder.ts';
import { gatherFiles } from './gather-files.ts';
import { listFileLinks } from './place-media.ts';

/** Finds the files of what sources name. */
export interface MediaTaker {
  /** Whether there is a file for an address, whatever it holds. */
  hasFile(written: string, file: ReceivedFile): boolean;
  /** Whether a file was taken for a draft. @param path absolute */
  hasTaken(path: string): boolean;
  /**
   * Completes a draft with the files that are found, and puts pictures in their places in its text.
   *
   * @param findFile finds what the source itself has, which goes first
   */
  take(draft: Draft, file: ReceivedFile, findFile?: FindFile): Promise<Draft>;
}

/** How the names of documents, sounds and films end. */
const attachmentName = /\.(?:pdf|mp3|m4a|m4b|flac|wav|ogg|oga|opus|ogv|mp4|m4v|webm)$/i;
/** What readers say of a picture with a relative address for which there is no file. */
const relativePicture =
  /^a picture (?:with a relative address|without an address on the web, whose alternative text was kept)$/;
/** What readers say of a relative link, for which the text has only its words. */
const relativeLink = /^the address of a link (?:with|to) a relative address/;

/**
 * Indexes the folders that have the files of pictures, once for a run.
 *
 * @param names the folders of `--media`
 * @throws {UsageError} when one is no folder
 */
export async function createMediaTaker(names: readonly string[]): Promise<MediaTaker> {
  const folders: MediaFolder[] = [];
  for (const name of names) folders.push(await openMediaFolder(name));
  const findPath = createPathFinder();
  /** Several articles show the same file. */
  const inspected = new Map<string, MediaFile | UnusableMedia>();
  const inspect = async (path: string): Promise<MediaFile | UnusableMedia> => {
    const known = inspected.get(path);
    if (known) return known;
    const media = await inspectMedia(path, { isNameFree: true }).catch(describeUnreadable);
    const damage = 'kind' in media && media.kind === 'picture' ? await findDamage(path) : undefined;
    inspected.set(path, damage ?? media);
    return damage ?? media;
  };
  /** Says of a picture that a reader has left out why there is no file of it. */
  const withReason = (each: LeftOut, file: ReceivedFile): LeftOut => {
    if (!relativePicture.test(each.what) || each.address === undefined) return each;
    const found = search({ written: [each.address] }, file);
    return 'path' in found ? each : { ...each, text: [each.text, found.missing].filter(Boolean).join(': ') };
  };
  const search = (media: Pick<DraftMedia, 'written' | 'isFileName'>, file: ReceivedFile, own?: string) =>
    findMedia(media, file, folders, findPath, own);

  return {
    hasTaken: (path) => {
      if (inspected.size === 0) return false;
      const media = inspected.get(existsSync(path) ? realpathSync.native(path) : path);
      return media !== undefined && 'kind' in media;
    },
    hasFile: (written, file) => 'path' in search({ written: [written] }, file),
    async take(draft, file, findFile) {
      const links = attachmentLinks(draft, folders.length > 0 || findFile !== undefined);
      const named = [...(draft.media ?? []), ...links];
      const leftOut = draft.leftOut.map((each) => withReason(each, file));
      if (named.length === 0) return { ...draft, leftOut };
      const taken = gatherFiles();
      for (const each of named) {
        const within = findFile && (await findWithin(each.written, findFile));
        const elsewhere =
          within && 'path' in within
            ? within
            : search(each, file, each.place === undefined ? undefined : draft.url);
        const outside: MediaSearch = within && folders.length === 0 ? within : elsewhere;
        const found = each.file === undefined ? outside : { path: each.file };
        const tell = (what: string, why: string) => {
          const words = [each.alt, each.title, each.caption].find(
            (text) => text !== undefined && text !== '',
          );
          leftOut.push(...(each.untaken ?? []), {
            what: `a picture or file that ${what}${each.place === undefined ? '' : isRelativeStandIn(each.place) ? ', of which the words stay' : ', and stays a link'}`,
            text: [words, why].filter(Boolean).join(': '),
            address: each.written[0] ?? '',
          });
        };
        if ('missing' in found) {
          // Without a folder, what is on the web is only linked.
          const isSought = within !== undefined || folders.length > 0 || isRelativeStandIn(each.place ?? '');
          if (!isSought) leftOut.push(...(each.untaken ?? []));
          else tell('was not found', found.missing);
          taken.miss(each);
          continue;
        }
        const media = await inspect(found.path);
        if ('unusable' in media) {
          const { found: what, expected, fix } = media.unusable;
          tell('cannot be taken', `found ${what}; expected ${expected}. ${fix}`);
          taken.miss(each);
        } else taken.add(each, found.path, media, found.name);
      }
      const { files, body, leftOut: told, notices } = taken.settle(draft.body);
      const isTaken = ({ what, address }: LeftOut) =>
        relativeLink.test(what) &&
        address !== undefined &&
        files.some(({ addresses }) => addresses.includes(address));
      return {
        ...draft,
        body,
        ...(files.length > 0 && { files: [...(draft.files ?? []), ...files] }),
        leftOut: [...leftOut.filter((each) => !isTaken(each)), ...told],
        notices: [...draft.notices, ...notices],
      };
    },
  };
}

/** Looks for a file within its source: at each of its addresses, the best first. */
async function findWithin(written: readonly string[], findFile: FindFile): ReturnType<FindFile> {
  let first: { missing: string } | undefined;
  for (const address of written.filter((each) => URL.canParse(each))) {
    const found = await findFile(address);
    if ('path' in found) return found;
    first ??= found;
  }
  return first ?? { missing: 'it has no address on the web' };
}

function describeUnreadable(error: NodeJS.ErrnoException): UnusableMedia {
  const found = `a file that cannot be read (${error.code ?? error.message})`;
  return { unusable: { found, expected: 'a file', fix: 'Check its permissions, or copy it again.' } };
}

/** The documents, sounds and films that a text links to; relative ones are told as links that have no address. */
function attachmentLinks({ body, leftOut, media = [] }: Draft, hasFolders: boolean): DraftMedia[] {
  const known = new Set(media.flatMap(({ written }) => written));
  const inText =
    hasFolders && /\.(?:pdf|mp|m4|flac|wav|og|opus|webm)/i.test(body)
      ? listFileLinks(body, attachmentName).filter(({ address }) => !known.has(address))
      : [];
  const relative = leftOut.flatMap(({ what, text, address = '' }) =>
    relativeLink.test(what) && attachmentName.test(address) ? [{ address, words: text ?? '' }] : [],
  );
  return [
    ...inText.map(({ address, words }) => ({ written: [address], title: words === address ? '' : words })),
    // If there is no file, it is told as it was.
    ...relative.map(({ address, words }) => ({ written: [address], title: words })),
  ];
}
