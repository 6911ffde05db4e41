import type { Paragraph, PhrasingContent } from 'mdast';

import type { LeftOut } from '../drafts/draft.ts';
import type { DraftMedia } from '../drafts/draft-media.ts';
import { renderMarkdown } from './markdown-text.ts';
import { lettersOf, toLine } from './lines.ts';

/** A picture, sound or film that a source has beside its text. */
export interface LinkedMedia {
  /** Absolute web address. */
  address: string;
  /** What is read to those who cannot see it, or its title. */
  words?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
}

/**
 * Adds media to a text in Markdown, each as a paragraph that begins with a link to it, and below it has its caption and
 * credit. Of what the text links to already, only words that the text lacks remain to be told.
 *
 * @param isSought whether files are looked for: what remains is then told only of those that are not taken, since the entry
 *   has the words of the others
 */
export function addMedia(
  body: string,
  media: readonly LinkedMedia[],
  leftOut: readonly LeftOut[],
  isSought: boolean,
): { body: string; leftOut: LeftOut[]; media: DraftMedia[] } {
  const listed: DraftMedia[] = [];
  const told: LeftOut[] = [];
  const added: Paragraph[] = [];
  let said = lettersOf(body);
  const addresses = new Set<string>();
  for (const each of media) {
    const isThere =
      addresses.has(each.address) ||
      body.includes(each.address) ||
      leftOut.some(({ address }) => address === each.address);
    const untaken: LeftOut[] = [];
    if (!isThere) {
      added.push(paragraphOf(each));
      said += lettersOf([each.words, each.caption, each.credit].join(' '));
    } else {
      for (const [what, text = ''] of [
        ['a title of a picture in the text', each.words],
        ['a caption of a picture in the text', each.caption],
        ['a credit of a picture in the text', each.credit],
      ] as const)
        if (toLine(text) !== '' && !said.includes(lettersOf(text)))
          untaken.push({ what, text: toLine(text), address: each.address });
    }
    if (!isSought) told.push(...untaken);
    listed.push({ ...describeMedia(each), ...(isSought && untaken.length > 0 && { untaken }) });
    addresses.add(each.address);
  }
  if (added.length === 0) return { body, leftOut: told, media: listed };
  return {
    body: `${body}\n${renderMarkdown({ type: 'root', children: added })}`,
    leftOut: told,
    media: listed,
  };
}

function describeMedia({ address, words, caption, credit }: LinkedMedia): DraftMedia {
  const title = toLine(words) || undefined;
  return {
    ...{ place: address, written: [address], alt: title, title },
    ...{ caption: toLine(caption) || undefined, credit: toLine(credit) || undefined },
  };
}

function paragraphOf({ address, words, caption, credit }: LinkedMedia): Paragraph {
  const link: PhrasingContent = {
    type: 'link',
    url: address,
    children: [{ type: 'text', value: toLine(words) || fileNameOf(address) }],
  };
  const below = [toLine(caption), toLine(credit)].filter((text) => text !== '').join(' ');
  const children: PhrasingContent[] =
    below === '' ? [link] : [link, { type: 'break' }, { type: 'text', value: below }];
  return { type: 'paragraph', children };
}

function fileNameOf(address: string): string {
  const { pathname, hostname } = new URL(address);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name) || hostname;
  } catch {
    return name;
  }
}
