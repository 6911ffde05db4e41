import { extname } from 'node:path';

import { formatCount } from '../../records/format-count.ts';
import { inspectMedia, type MediaFile, type UnusableMedia } from '../../records/media/inspect-media.ts';
import type { Draft, LeftOut } from '../drafts/draft.ts';
import { isRelativeStandIn, standInFor, type DraftMedia, type TakenFile } from '../drafts/draft-media.ts';
import type { ReceivedFile } from '../sources/source.ts';
import { toLine } from '../text/lines.ts';
import { partCredit } from './credit.ts';
import { findDamage } from './decode-picture.ts';
import { findMedia } from './find-media.ts';
import { openMediaFolder, type MediaFolder } from './media-folder.ts';
import { listFileLinks, placeMedia, type Below } from './place-media.ts';

/** Finds the files of what sources name. */
export interface MediaTaker {
  /** Whether there is a file for an address, whatever it holds. */
  hasFile(written: string, file: ReceivedFile): boolean;
  /** Completes a draft with the files that are found, and puts pictures in their places in its text. */
  take(draft: Draft, file: ReceivedFile): Promise<Draft>;
}

/** How the names of documents, sounds and films end. */
const attachmentName = /\.(?:pdf|mp3|m4a|m4b|flac|wav|ogg|oga|opus|ogv|mp4|m4v|webm)$/i;
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
  /** Several articles show the same file. */
  const inspected = new Map<string, MediaFile | UnusableMedia>();
  const inspect = async (path: string): Promise<MediaFile | UnusableMedia> => {
    const known = inspected.get(path);
    if (known) return known;
    const media = await inspectMedia(path).catch(describeUnreadable);
    const damage = 'kind' in media && media.kind === 'picture' ? await findDamage(path) : undefined;
    inspected.set(path, damage ?? media);
    return damage ?? media;
  };
  const search = (written: readonly string[], file: ReceivedFile) => findMedia(written, file, folders);

  return {
    hasFile: (written, file) => 'path' in search([written], file),
    async take(draft, file) {
      const links = attachmentLinks(draft, folders.length > 0);
      const named = [...(draft.media ?? []), ...links];
      if (named.length === 0) return draft;
      const taken = createTaken();
      const leftOut = [...draft.leftOut];
      for (const each of named) {
        const found = search(each.written, file);
        const tell = (what: string, why: string) => {
          const words = [each.alt, each.title, each.caption].find(
            (text) => text !== undefined && text !== '',
          );
          leftOut.push(...(each.untaken ?? []), {
            what,
            text: [words, why].filter(Boolean).join(': '),
            address: each.written[0] ?? '',
          });
        };
        if ('missing' in found) {
          // Without a folder, what is on the web is only linked.
          const isSought = folders.length > 0 || isRelativeStandIn(each.place ?? '');
          if (!isSought) leftOut.push(...(each.untaken ?? []));
          else tell('a picture or file that was not found, and stays a link', found.missing);
          continue;
        }
        const media = await inspect(found.path);
        if ('unusable' in media) {
          const { found: what, expected, fix } = media.unusable;
          tell(
            'a picture or file that cannot be taken, and stays a link',
            `found ${what}; expected ${expected}. ${fix}`,
          );
        } else taken.add(each, found.path, media);
      }
      const { files, body, leftOut: told, notices } = taken.settle(draft.body);
      const isTaken = ({ what, address }: LeftOut) =>
        relativeLink.test(what) &&
        files.some(({ addresses }) => address !== undefined && addresses.includes(address));
      return {
        ...draft,
        body,
        ...(files.length > 0 && { files }),
        leftOut: [...leftOut.filter((each) => !isTaken(each)), ...told],
        notices: [...draft.notices, ...notices],
      };
    },
  };
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

/** Gathers the files of one draft. The same file is one, wherever the text shows it. */
function createTaken() {
  const files = new Map<string, TakenFile>();
  /** By the address of the link that stands for it. */
  const places = new Map<string, { media: DraftMedia; file: TakenFile }>();
  const leftOut: LeftOut[] = [];

  return {
    add(media: DraftMedia, from: string, { kind, sha256, size, extension }: MediaFile): void {
      const known = files.get(sha256);
      const own = { kind, from, sha256, size, extension: extname(from).toLowerCase() || extension };
      const file = known ?? { ...own, addresses: [] };
      files.set(sha256, file);
      file.addresses.push(...media.written);
      if (kind === 'picture' && media.place !== undefined && !places.has(media.place))
        places.set(media.place, { media, file });
      else say(file, media, known !== undefined);
    },
    settle(body: string) {
      const placed = new Set<DraftMedia>();
      const text = needsPlaces(body)
        ? placeMedia(body, ({ address, below }) => {
            const place = places.get(address);
            if (!place) return isRelativeStandIn(address) ? 'words' : undefined;
            const { media, file } = place;
            const image = { alt: media.alt ?? '', address: standInFor(file) };
            if (placed.has(media)) return image;
            placed.add(media);
            const its = completed(media, below);
            const takesNext =
              its.caption === undefined &&
              media.groupCaption !== undefined &&
              lettersOf(media.groupCaption) === lettersOf(below?.next ?? '');
            const group = takesNext ? { ...its, ...parted(below?.next ?? '', its.credit ?? '') } : its;
            say(file, group, isKnown(file));
            return { ...image, takesNext };
          })
        : body;
      for (const { media, file } of places.values()) if (!placed.has(media)) say(file, media, isKnown(file));
      const pictures = [...files.values()].filter(({ kind }) => kind === 'picture');
      const mute = pictures.filter(({ alt }) => !alt);
      const notices =
        mute.length === 0
          ? []
          : [
              `${formatCount(mute.length, 'picture')} without a description in the source: alt is '', which says that the caption says all there is to say. Describe what it shows.`,
            ];
      return { files: [...files.values()], body: text, leftOut, notices };
    },
  };

  /** Whether something has been said of a file before. */
  function isKnown({ alt, caption, credit }: TakenFile): boolean {
    return [alt, caption, credit].some((text) => text !== undefined);
  }

  function needsPlaces(body: string): boolean {
    return places.size > 0 || body.includes('https://relative.invalid/');
  }

  /** What a source says of a file; of a second time, what it has not said before. */
  function say(file: TakenFile, media: DraftMedia, isAgain: boolean): void {
    for (const key of ['alt', 'title', 'caption', 'credit', 'rights'] as const) {
      const text = toLine(media[key]);
      if (file[key] === undefined || file[key] === '') {
        if (media[key] !== undefined) file[key] = text;
      } else if (isAgain && text !== '' && text !== file[key])
        leftOut.push({
          what: `another ${key} of a picture that the article has already`,
          text,
          address: media.written[0] ?? '',
        });
    }
  }

  /** The caption is what the text has below the picture, as far as the source does not part it. */
  function completed(media: DraftMedia, below: Below | undefined): DraftMedia {
    const { caption = '', credit = '' } = media;
    for (const address of below?.addresses ?? [])
      leftOut.push({ what: 'the address of a link in a caption', text: below?.words ?? '', address });
    const printed = below?.words ?? '';
    const isSame = lettersOf(printed) === lettersOf(caption + credit);
    if (isSame || printed === '')
      return caption === '' || credit === '' ? { ...media, ...parted(caption, credit) } : media;
    const isWithin = lettersOf(printed).includes(lettersOf(credit));
    return { ...media, ...parted(printed, credit, isWithin) };
  }
}

/** Parts a credit from a caption that has both. */
function parted(text: string, known: string, isWithin = true): Pick<DraftMedia, 'caption' | 'credit'> {
  if (text === '') return { caption: undefined, credit: known === '' ? undefined : known };
  const { caption, credit } = partCredit(text, known);
  if (credit !== undefined) return { caption: caption === '' ? undefined : caption, credit };
  return {
    caption: text,
    credit: isWithin && lettersOf(text).includes(lettersOf(known)) ? undefined : known,
  };
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
