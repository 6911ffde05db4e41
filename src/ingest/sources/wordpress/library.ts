import { streamSourceText } from '../../text/decode-source.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import type { ReceivedFile } from '../source.ts';
import { createCompactStore, createNumberTable } from './compact-store.ts';
import { ExportReader, pieceLength } from './export-reader.ts';
import { numberedAddress } from './former-addresses.ts';
import { removeControlCharacters } from './control-characters.ts';
import type { DeclaredTerm, WordpressItem, WordpressSite } from './wordpress-export.ts';

/** A picture, a recording or another file of the media library. */
export interface Attachment {
  id: number;
  /** The post that it was uploaded to; 0 when there is none. */
  parent: number;
  address: string;
  title: string;
  alt: string;
  caption: string;
  credit: string;
  /** The copyright that is written in the file. */
  rights: string;
  description: string;
  /** The addresses of its own page, on which it is shown by itself. */
  pages: string[];
}

/** What items of an export say about others, wherever in the file they stand. */
export interface Library {
  site: WordpressSite;
  attachment(id: number): Attachment | undefined;
  /** The attachments that were uploaded to a post. */
  attachmentsOf(post: number): number[];
  /** The content of a reusable block. */
  block(id: number): string | undefined;
  /** The name of a guest author (Co-Authors Plus), by the slug of its item or its login. */
  guestAuthor(slug: string): string | undefined;
  /** How many categories have a name. */
  namesakes(name: string): number;
}

const creditFields =
  /^_?(?:media_credit|navis_media_credit_org|credits?|photo_?credit|image_?credit|picture_?credit|photographer|copyright|wp_attachment_source_name|source_name|attribution)$/i;

/** Reusable blocks are short; together they are no more than this, in characters. */
const blocksLimit = 1 << 24;

/**
 * Reads an export once, and keeps what its items say about others. Attachments are compressed, since there may be
 * hundreds of thousands. What cannot be read is reported when the file is read for its posts.
 */
export async function readLibrary(file: ReceivedFile, encoding: string | undefined): Promise<Library> {
  const reader = new ExportReader();
  const attachments = createCompactStore();
  const children = createNumberTable();
  const blocks = new Map<number, string>();
  const guests = new Map<string, string>();
  let blocksLength = 0;
  const add = (item: WordpressItem) => {
    const id = Number(valueOf(item, 'wp:post_id'));
    const type = valueOf(item, 'wp:post_type');
    if (type === 'attachment' && Number.isInteger(id) && id > 0 && id < 2 ** 32) {
      const parent = Number(valueOf(item, 'wp:post_parent')) || 0;
      attachments.set(id, pack(item, parent));
      if (Number.isInteger(parent) && parent > 0 && parent < 2 ** 32) children.set(parent, id);
    } else if (type === 'wp_block' && valueOf(item, 'wp:status') === 'publish') {
      const content = valueOf(item, 'content:encoded');
      blocksLength += content.length;
      if (blocksLength <= blocksLimit) blocks.set(id, content);
    } else if (type === 'guest-author') {
      const field = (name: string) => lineOf(item.fields.find(({ key }) => key === name)?.value ?? '');
      const name = field('cap-display_name') || lineOf(valueOf(item, 'title'));
      for (const slug of [valueOf(item, 'wp:post_name'), field('cap-user_login')])
        if (slug !== '' && name !== '') guests.set(slug, name);
    }
  };
  try {
    for await (const text of streamSourceText(file, encoding)) {
      for (let at = 0; at < text.length; at += pieceLength) {
        reader.read(text.slice(at, at + pieceLength));
        reader.takeItems().forEach(add);
      }
    }
    reader.end();
  } catch {
    // The second reading ends at the same place, and says why.
  }
  reader.takeItems().forEach(add);
  const names = countNames(reader.site.terms);
  return {
    site: reader.site,
    attachment(id) {
      const packed = attachments.get(id);
      return packed === undefined ? undefined : unpack(id, packed);
    },
    attachmentsOf: (post) => children.list(post),
    block: (id) => blocks.get(id),
    guestAuthor: (slug) => guests.get(slug),
    namesakes: (name) => names.get(name) ?? 0,
  };
}

function countNames(terms: ReadonlyMap<string, DeclaredTerm>): Map<string, number> {
  const names = new Map<string, number>();
  for (const { taxonomy, name } of terms.values())
    if (taxonomy === 'category') names.set(lineOf(name), (names.get(lineOf(name)) ?? 0) + 1);
  return names;
}

const separator = '\u001f';

function pack(item: WordpressItem, parent: number): string {
  const field = (name: RegExp) =>
    item.fields.find(({ key, value }) => name.test(key) && value.trim() !== '')?.value;
  const metadata = field(/^_wp_attachment_metadata$/) ?? '';
  const address = valueOf(item, 'wp:attachment_url') || valueOf(item, 'link');
  const link = valueOf(item, 'link');
  const pages = [
    ...(/^https?:/i.test(link) && link !== address ? [link] : []),
    ...numberedAddress(valueOf(item, 'guid')),
  ];
  const credits = item.fields.filter(({ key }) => creditFields.test(key)).map(({ value }) => lineOf(value));
  const [, written = ''] = /"credit";s:\d+:"([^"]*)"/.exec(metadata) ?? [];
  const [, copyright = ''] = /"copyright";s:\d+:"([^"]*)"/.exec(metadata) ?? [];
  const credit = [...new Set(credits)].filter((each) => each !== '').join(' / ') || lineOf(written);
  const parts = [
    String(parent),
    address,
    lineOf(valueOf(item, 'title')),
    lineOf(field(/^_wp_attachment_image_alt$/) ?? ''),
    valueOf(item, 'excerpt:encoded'),
    credit,
    valueOf(item, 'content:encoded'),
    lineOf(copyright),
    // Addresses have no spaces.
    pages.map((page) => page.replaceAll(/\s/g, '%20')).join(' '),
  ];
  return parts.map((part) => part.replaceAll(separator, ' ')).join(separator);
}

function unpack(id: number, packed: string): Attachment {
  const [
    parent,
    address = '',
    title = '',
    alt = '',
    caption = '',
    credit = '',
    description = '',
    rights = '',
    pages = '',
  ] = packed.split(separator);
  return {
    id,
    parent: Number(parent),
    address,
    title,
    alt,
    caption,
    credit,
    description,
    rights,
    pages: pages.split(' ').filter(Boolean),
  };
}

function valueOf(item: WordpressItem, name: string): string {
  return removeControlCharacters(item.values.get(name) ?? '', name, () => undefined).trim();
}

function lineOf(text: string): string {
  return readHtmlLine(text);
}
