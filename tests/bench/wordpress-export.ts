import { open } from 'node:fs/promises';

import { createRandom, type Random } from '../../src/system/random.ts';
import {
  english,
  organizationFields,
  organizationKinds,
  placeEnds,
  placeStarts,
  topicWords,
} from './words.ts';

/** Characters that are written to the file at once. */
const pieceLength = 1 << 17;
const postLength = 5000;
const address = 'https://gazette.example';
/** What is between published posts, by its share of everything besides them. */
const shares = { comments: 0.2, drafts: 0.2 };

const syllables = [...'bcdfghlmnprstv'].flatMap((start) =>
  ['a', 'en', 'i', 'or', 'u'].map((end) => start + end),
);

/**
 * Writes a valid WordPress export (WXR 1.2) for measuring. As in real ones most of it is not posts: there are comments
 * within them, and attachments, drafts and trashed posts between them. Texts are of invented words and of names of the
 * generated archive, in blocks or as before there were blocks; those of published posts do not repeat themselves. The
 * same arguments give the same file.
 *
 * @param bytes about how long the file is to be
 * @param posts how many published posts it is to have
 */
export async function writeWordpressExport(file: string, bytes: number, posts: number): Promise<void> {
  const random = createRandom(1);
  const say = createSpeaker(random);
  const sentences = Array.from({ length: 2000 }, () => say(30));
  const repeat = () => pick(sentences, random);
  const handle = await open(file, 'w');
  let [piece, written] = [head(), 0];
  const flush = async () => {
    written += Buffer.byteLength(piece);
    await handle.writeFile(piece);
    piece = '';
  };
  try {
    for (let post = 1, id = 1; post <= posts; post++) {
      const share = (bytes * post) / posts - written - piece.length;
      const rest = Math.max(0, share - postLength * 1.3);
      const before = piece.length;
      piece += makePost(id++, 'publish', say, rest * shares.comments, repeat, random);
      let drafts = rest * shares.drafts * random() * 2;
      for (; drafts > 0; drafts -= postLength * 1.3) {
        piece += makePost(id++, random() < 0.7 ? 'draft' : 'trash', repeat, 0, repeat, random);
      }
      while (piece.length - before < share) piece += makeAttachment(id++, repeat, random);
      if (piece.length > pieceLength) await flush();
    }
    piece += '</channel>\n</rss>\n';
    await flush();
  } finally {
    await handle.close();
  }
}

function head(): string {
  const namespaces = ['excerpt', '']
    .map((name) => `xmlns:${name || 'wp'}="http://wordpress.org/export/1.2/${name && `${name}/`}"`)
    .join(' ');
  const authors = english.given.map(
    (name, index) =>
      `<wp:author><wp:author_id>${index + 1}</wp:author_id><wp:author_login><![CDATA[${name.toLowerCase()}]]></wp:author_login><wp:author_display_name><![CDATA[${name} ${english.family[index] ?? ''}]]></wp:author_display_name></wp:author>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" ${namespaces} xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>The Generated Gazette</title>
<link>${address}</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
${authors.join('')}`;
}

/** @param comments the number of characters of comments */
function makePost(
  id: number,
  status: string,
  say: Speaker,
  comments: number,
  repeat: Speaker,
  random: Random,
): string {
  const inBlocks = random() < 0.5;
  const paragraphs: string[] = [];
  for (let length = 0; length < postLength;) {
    const text = Array.from({ length: 3 }, () => say(20)).join(inBlocks ? ' ' : '\n');
    length += text.length;
    paragraphs.push(inBlocks ? `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->` : text);
  }
  let replies = '';
  while (replies.length < comments) {
    replies += `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[${pick(english.given, random)}]]></wp:comment_author><wp:comment_author_email><![CDATA[reader@post.example]]></wp:comment_author_email><wp:comment_content><![CDATA[${repeat(30)} ${repeat(30)}]]></wp:comment_content><wp:comment_approved><![CDATA[1]]></wp:comment_approved></wp:comment>\n`;
  }
  const topic = pick(topicWords, random);
  const terms = `<category domain="category" nicename="${topic.replaceAll(' ', '-')}"><![CDATA[${topic}]]></category>\n`;
  return makeItem(id, 'post', status, say(8).slice(0, -1), paragraphs.join('\n\n'), terms + replies, random);
}

function makeAttachment(id: number, repeat: Speaker, random: Random): string {
  const meta = `<wp:postmeta><wp:meta_key>_wp_attachment_metadata</wp:meta_key><wp:meta_value><![CDATA[a:5:{s:5:"width";i:2048;s:6:"height";i:1365;s:4:"file";s:18:"2015/01/p${id}.jpg";}]]></wp:meta_value></wp:postmeta>\n`;
  return makeItem(id, 'attachment', 'inherit', `p${id}`, repeat(30), meta, random);
}

function makeItem(
  id: number,
  type: string,
  status: string,
  title: string,
  text: string,
  rest: string,
  random: Random,
): string {
  const two = (number: number) => String(1 + Math.floor(number)).padStart(2, '0');
  const date = `${2003 + Math.floor(random() * 20)}-${two(random() * 12)}-${two(random() * 28)} 12:30:00`;
  return `<item>
<title><![CDATA[${title}]]></title>
<link>${address}/?p=${id}</link>
<dc:creator><![CDATA[${pick(english.given, random).toLowerCase()}]]></dc:creator>
<content:encoded><![CDATA[${text}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date><![CDATA[${date}]]></wp:post_date>
<wp:post_date_gmt><![CDATA[${date}]]></wp:post_date_gmt>
<wp:status><![CDATA[${status}]]></wp:status>
<wp:post_type><![CDATA[${type}]]></wp:post_type>
${rest}</item>
`;
}

/** Makes a sentence of as many words. */
type Speaker = (words: number) => string;

function createSpeaker(random: Random): Speaker {
  const words = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(syllables, random)).join(''),
  );
  const names = [
    () => `<strong>${pick(english.given, random)} ${pick(english.family, random)}</strong>`,
    () => pick(placeStarts, random) + pick(placeEnds, random),
    () => `${pick(organizationKinds, random)} ${pick(organizationFields, random)}`,
  ];
  return (count) => {
    let sentence = '';
    for (let index = 0; index < count; index++) {
      // The first words are the most frequent ones.
      const word =
        random() < 0.05
          ? pick(names, random)()
          : (words[Math.floor(4000 * random() * random() * random())] ?? '');
      sentence += index === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : ` ${word}`;
    }
    return `${sentence}.`;
  };
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
