import { readSourceText } from '../../text/decode-source.ts';
import { toLine } from '../../text/lines.ts';
import type { LinkedMedia } from '../../text/linked-media.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { listJsonElements } from '../shared/json-elements.ts';
import { findJsonError } from '../shared/json-error.ts';
import { draftPost } from '../shared/post-draft.ts';
import type { Item, Origin, ReceivedFile, SourceOptions } from '../source.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whom a post is for that everybody may read (ActivityPub, section 5.6). */
const everybody = /^(?:https:\/\/www\.w3\.org\/ns\/activitystreams#|as:)?Public$/;
/** Objects that are texts (Activity Vocabulary, section 3.3). */
const texts = /^(?:Note|Article|Page|Question)$/;

/**
 * Reads the outbox of an account (ActivityPub, section 5.1), as Mastodon and others export it: the public posts that it has
 * written. What it has shared of others, and what was for followers or single persons, is skipped.
 */
export async function* readOutbox(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readSourceText(file, options.encoding);
  const error = findJsonError(text);
  if (error) throw error;
  for (const [index, activity] of listJsonElements(text, 'orderedItems').entries()) {
    const origin = { file: file.name, item: `activity ${index + 1}`, line: activity.line };
    yield catchFailure(origin, () => makeItem(activity.text, origin, options));
  }
}

function makeItem(text: string, origin: Origin, options: SourceOptions): Item {
  const activity = JSON.parse(text) as Fields;
  const object = fieldsOf(activity.object);
  const type = say(activity.type);
  const skip = (reason: string): Item => ({ kind: 'skipped', origin, reason });
  if (type === 'Announce') return skip('a post of another account, which was shared');
  if (type !== 'Create' || !texts.test(say(object.type)))
    return skip(`an activity of the type "${[type, say(object.type)].filter(Boolean).join(' ')}"`);
  const readers = ['to', 'cc'].flatMap((key) => [listOf(object[key]), listOf(activity[key])].flat()).map(say);
  if (!readers.some((reader) => everybody.test(reader)) && !options.statuses.has('private'))
    return skip('not public: for followers or single persons, which --status publish,private takes');
  const byLanguage = Object.entries(fieldsOf(object.contentMap));
  const [only, another] = byLanguage;
  const content = say(object.content) || say(only?.[1]);
  const tags = listOf(object.tag).map(fieldsOf);
  const answered = say(object.inReplyTo);
  const account = say(object.attributedTo) || say(activity.actor);
  const draft = draftPost(
    {
      origin,
      received: { bytes: new TextEncoder().encode(text), extension: 'json' },
      title: say(object.name),
      summary: say(object.summary),
      language: only && !another ? only[0] : undefined,
      url: say(object.url) || say(object.id),
      byline: [],
      terms: tags.flatMap(({ type, name }) =>
        type === 'Hashtag' && say(name) !== '' ? [{ name: say(name).replace(/^#/, '') }] : [],
      ),
      dates: [object.published, activity.published]
        .filter((date) => say(date) !== '')
        .map((date) => ({ text: say(date), where: '"published"' })),
      html: content,
      media: listOf(object.attachment).map(fieldsOf).flatMap(toMedia),
      leftOut: [
        ...(answered === '' ? [] : [{ what: 'the address of the post that it answers', address: answered }]),
        ...tags.flatMap(({ type, name, href }) =>
          type === 'Mention'
            ? [{ what: 'an account that it mentions', text: say(name), address: say(href) }]
            : [],
        ),
        ...['oneOf', 'anyOf'].flatMap((key) =>
          listOf(object[key]).map((choice) => ({
            what: 'a choice of a poll',
            text: say(fieldsOf(choice).name),
          })),
        ),
        ...(another ? byLanguage.slice(1) : []).map(([language, other]) => ({
          what: `the same text in another language (${language})`,
          text: toLine(say(other).replace(/<[^<>]*>/g, ' ')),
        })),
      ],
      notices: [
        ...(object.sensitive === true ? ['Its account marked it as sensitive.'] : []),
        ...(account === '' ? [] : [`Its account is ${account}.`]),
      ],
    },
    text,
    options,
  );
  return { kind: 'draft', draft };
}

function toMedia({ url, name }: Fields): LinkedMedia[] {
  const address = say(url) || say(fieldsOf(url).href);
  return address === '' ? [] : [{ address, words: say(name) }];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : [value].flat();
}

function say(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
