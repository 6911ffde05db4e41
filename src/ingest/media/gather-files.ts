import { basename, extname } from 'node:path';

import { formatCount } from '../../records/format-count.ts';
import type { MediaFile } from '../../records/media/inspect-media.ts';
import { formatOfType } from '../../records/media/media-format.ts';
import { longestLine } from '../../records/schemas/fields.ts';
import type { LeftOut } from '../drafts/draft.ts';
import { isRelativeStandIn, standInFor, type DraftMedia, type TakenFile } from '../drafts/draft-media.ts';
import { lettersOf, toLine } from '../text/lines.ts';
import { partCredit } from './credit.ts';
import { placeMedia, type Below, type PlacedLink, type Placing } from './place-media.ts';

/** What the files of a draft make of it. */
interface Gathered {
  files: TakenFile[];
  /** The text, with images in the places of pictures. */
  body: string;
  /** What is said of files and is in neither the text nor their entries. */
  leftOut: LeftOut[];
  notices: string[];
}

type Words = Pick<DraftMedia, 'alt' | 'caption' | 'credit' | 'rights' | 'title'>;

/** Gathers the files of one draft. The same bytes are one file, wherever the text shows them. */
export function gatherFiles() {
  const files = new Map<string, TakenFile>();
  /** What stands in the places of the text, by the addresses of their links, in the order of the text. */
  const places = new Map<string, { media: DraftMedia; file: TakenFile }[]>();
  /** Documents, sounds and films by the addresses of links to them. */
  const attached = new Map<string, TakenFile>();
  /** Places whose address is none of the web, and for which there is no file. */
  const empty = new Set<string>();
  /** What has no place in the text: what the text says of the same file goes before it. */
  const unplaced: { media: DraftMedia; file: TakenFile }[] = [];
  /** Files that the text shows already. */
  const placed = new Set<TakenFile>();
  /** What has found its place. */
  const shown = new Set<DraftMedia>();
  const leftOut: LeftOut[] = [];
  const notices: string[] = [];

  return { add, miss, settle };

  /** Takes a file. @param from absolute path @param name what it is called in reports, where that is not its path */
  function add(
    media: DraftMedia,
    from: string,
    { kind, sha256, size, type, extension }: MediaFile,
    name?: string,
  ): void {
    const own = extname(from).toLowerCase();
    const format = formatOfType(type);
    const isNamed = format?.extensions.includes(own) === true;
    const file: TakenFile = files.get(sha256) ?? {
      ...{ kind, from, name, sha256, size, addresses: [] },
      extension: isNamed ? own : extension,
    };
    if (!isNamed && !files.has(sha256))
      notices.push(
        `The file "${toLine(basename(from))}" is ${format?.name ?? type}: the name of its copy ends in "${extension}".`,
      );
    files.set(sha256, file);
    file.addresses.push(...media.written);
    if (media.facsimile) file.facsimile = media.facsimile;
    const { place } = media;
    if (kind === 'picture' && place !== undefined)
      places.set(place, [...(places.get(place) ?? []), { media, file }]);
    else {
      miss(media);
      if (kind === 'attachment')
        for (const address of [place ?? '', ...media.written]) attached.set(address, file);
      unplaced.push({ media, file });
    }
  }

  /** Notes that no picture stands in a place. */
  function miss({ place = '' }: DraftMedia): void {
    if (isRelativeStandIn(place)) empty.add(place);
  }

  /** Puts the pictures in their places, and lets links to other files lead to these. */
  function settle(body: string): Gathered {
    const text = places.size + attached.size + empty.size > 0 ? placeMedia(body, fill) : body;
    for (const { media, file } of [...unplaced, ...[...places.values()].flat()])
      if (!shown.has(media)) say(file, media, media.written[0]);
    const listed = [...files.values()];
    for (const file of listed) {
      // What no other words describe, its title does.
      if (file.kind === 'picture' && !file.alt && file.title) file.alt = file.title;
      tellWords(file, body);
    }
    const mute = listed.filter(({ kind, alt, facsimile }) => kind === 'picture' && !alt && !facsimile).length;
    if (mute > 0)
      notices.push(
        `${formatCount(mute, 'picture')} without a description in the source: alt is '', which means that the caption says everything. Describe what each shows.`,
      );
    return { files: listed, body: text, leftOut, notices };
  }

  /** Decides what becomes of a link. */
  function fill({ address, below }: PlacedLink): Placing {
    const standing = places.get(address);
    if (!standing) {
      const file = attached.get(address);
      if (file) return { leadsTo: standInFor(file) };
      return empty.has(address) ? 'words' : undefined;
    }
    const next = standing.find(({ media }) => !shown.has(media));
    const { media, file } = next ?? standing.at(-1) ?? {};
    if (!media || !file) return undefined;
    const image = { alt: media.alt ?? '', address: standInFor(file) };
    shown.add(media);
    if (placed.has(file)) {
      say(file, withoutPrinted(media, below), media.written[0]);
      return { ...image, keepsWords: true };
    }
    placed.add(file);
    for (const linked of below?.addresses ?? [])
      leftOut.push({ what: 'the address of a link in a caption', text: below?.words ?? '', address: linked });
    const its = readCaption(media, below);
    const takesNext =
      its.caption === undefined &&
      media.groupCaption !== undefined &&
      lettersOf(media.groupCaption) === lettersOf(below?.next ?? '');
    const words = takesNext ? { ...its, ...partWords(below?.next ?? '', its.credit ?? '') } : its;
    say(file, words, media.written[0]);
    return { ...image, takesNext };
  }

  /** What a source says of a file; of a second time, what it has not said before. */
  function say(file: TakenFile, words: Words, address = ''): void {
    // A credit belongs to the caption that it stands with.
    const caption = toLine(words.caption);
    const isOther = caption !== '' && (file.caption ?? '') !== '' && caption !== file.caption;
    for (const key of ['alt', 'title', 'caption', 'credit', 'rights'] as const) {
      const text = toLine(words[key]);
      if (words[key] === undefined || text === file[key]) continue;
      if (text.length > longestLine) {
        leftOut.push({ what: `a ${key} of a picture that is too long for an entry`, text, address });
        continue;
      }
      if ((file[key] === undefined || file[key] === '') && !(isOther && key === 'credit')) file[key] = text;
      else if (text !== '')
        leftOut.push({
          what: `another ${key === 'alt' ? 'description' : key} of a ${file.kind === 'picture' ? 'picture' : 'file'} that the article has already`,
          text,
          address,
        });
    }
  }

  /**
   * Tells what an entry has no place for: the title of a picture; the caption of a document, sound or film, unless it
   * stands in the text.
   */
  function tellWords({ kind, title, alt, caption, addresses }: TakenFile, body: string): void {
    if (kind === 'picture') {
      if (title && title !== alt && title !== caption)
        leftOut.push({ what: 'the title of a picture', text: title, address: addresses[0] ?? '' });
      return;
    }
    for (const text of new Set([alt, caption]))
      if (text && text !== (title || alt || caption) && !lettersOf(body).includes(lettersOf(text)))
        leftOut.push({ what: 'what a source says of a file', text, address: addresses[0] ?? '' });
  }
}

/** The caption of a picture is what the text has below it, as far as the source does not part it. */
function readCaption(media: DraftMedia, below: Below | undefined): Words {
  const { caption = '', credit = '' } = media;
  const printed = below?.words ?? '';
  if (printed === '' || lettersOf(printed) === lettersOf(caption + credit))
    return caption === '' || credit === '' ? { ...media, ...partWords(caption, credit) } : media;
  return { ...media, ...partWords(printed, credit) };
}

/** What is said of a picture where the text shows it once more, but for the words below it, which stay there. */
function withoutPrinted(media: DraftMedia, below: Below | undefined): Words {
  const printed = lettersOf(below?.words ?? '');
  const isPrinted = (text = '') => printed.includes(lettersOf(text));
  const { caption, credit } = media;
  return {
    ...{ alt: media.alt, title: media.title, rights: media.rights },
    caption: isPrinted(caption) ? undefined : caption,
    credit: isPrinted(credit) ? undefined : credit,
  };
}

/** Parts a caption that has a credit. @param known whom the source credits elsewhere */
function partWords(text: string, known: string): Pick<Words, 'caption' | 'credit'> {
  if (text === '') return { caption: undefined, credit: known === '' ? undefined : known };
  const { caption, credit } = partCredit(text, known);
  const isSaid = known === '' || lettersOf(text).includes(lettersOf(known));
  if (credit !== undefined)
    return {
      caption: caption === '' ? undefined : caption,
      credit: isSaid ? credit : `${credit} / ${known}`,
    };
  return { caption: text, credit: isSaid ? undefined : known };
}
