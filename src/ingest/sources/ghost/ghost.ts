import type { Term } from '../../drafts/draft.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import { toLine } from '../../text/lines.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { listJsonElements, findJsonMember, type JsonElement } from '../shared/json-elements.ts';
import { findJsonError } from '../shared/json-error.ts';
import { draftPost } from '../shared/post-draft.ts';
import { SourceError } from '../source-error.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What posts of an export refer to. */
interface Tables {
  /** By the id of the post. */
  tags: Map<string, Fields[]>;
  authors: Map<string, Fields[]>;
  meta: Map<string, Fields>;
  users: Map<string, Fields>;
  publisher: string;
}

/** What statuses other than `published` and `sent` mean. */
const statuses: Readonly<Record<string, string>> = { draft: 'a draft', scheduled: 'not published yet' };
/** Keys that are read, or that only the program needs. */
const known =
  /^(?:id|title|html|plaintext|mobiledoc|lexical|type|page|language|locale|author_id|feature_image(?:_alt|_caption)?|custom_excerpt|published_at|(?:created|updated)_(?:at|by)|published_by|canonical_url|post_id)$/;

/**
 * Reads an export of Ghost (https://ghost.org/docs/migration/custom/, versions 1 to 6): published posts, with the tags and
 * authors that other tables of it have.
 */
export async function* readGhost(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readSourceText(file, options.encoding);
  const error = findJsonError(text);
  if (error) throw error;
  const [base] = listJsonElements(text, 'db');
  const data = findJsonMember(base?.text ?? text, 'data');
  if (!data)
    throw new SourceError('no "data"', 'an export of Ghost: {"db": [{"data": …}]}', 'Export it again.');
  const tables = readTables(JSON.parse(data.text) as Fields);
  const line = (base?.line ?? 1) + data.line - 1;
  for (const [index, post] of listJsonElements(data.text, 'posts').entries()) {
    const origin = { file: file.name, item: `post ${index + 1}`, line: line + post.line - 1 };
    yield catchFailure(origin, () => makeItem(post, origin, tables, options));
  }
}

function makeItem(
  { text }: JsonElement,
  origin: { file: string; item: string; line: number },
  tables: Tables,
  options: SourceOptions,
): Item {
  const post = JSON.parse(text) as Fields;
  const meta = tables.meta.get(say(post.id)) ?? {};
  const title = say(post.title);
  const type = say(post.type) || (post.page === true || post.page === 1 ? 'page' : 'post');
  const skip = (reason: string): Item => ({ kind: 'skipped', origin, ...(title && { title }), reason });
  if (!(options.postTypes ?? new Set(['post'])).has(type))
    return skip(`of the type "${type}", which --post-type ${type} takes`);
  const status = say(post.status);
  if (!/^(?:published|sent)$/.test(status) && !options.statuses.has(status))
    return skip(statuses[status] ?? `with the status "${status}"`);
  // A post for members is no public text.
  const visibility = say(post.visibility) || 'public';
  if (visibility !== 'public' && !options.statuses.has('private')) return skip(`for ${visibility} only`);
  // The address of the site is not in the export.
  const html = say(post.html)
    .replaceAll('__GHOST_URL__', '')
    .replace(/<!--kg-card-(?:begin|end): [\w-]{1,40}-->/g, '');
  if (html.trim() === '')
    throw new SourceError(
      'a post without "html"',
      'the text as HTML',
      'Export it with its HTML: older exports of drafts have only what the editor needs.',
    );
  const picture = say(post.feature_image).replaceAll('__GHOST_URL__', '');
  const others = Object.entries({ ...meta, ...post }).filter(
    ([key, value]) => !known.test(key) && value !== null && value !== '' && typeof value !== 'object',
  );
  const draft = draftPost(
    {
      origin,
      received: { bytes: new TextEncoder().encode(text), extension: 'json' },
      title,
      summary: say(post.custom_excerpt),
      language: say(post.locale),
      url: say(post.canonical_url),
      publisher: tables.publisher,
      byline: (tables.authors.get(say(post.id)) ?? authorOf(post, tables)).map(({ name }) => say(name)),
      terms: (tables.tags.get(say(post.id)) ?? []).flatMap(toTerm),
      dates: post.published_at ? [{ text: say(post.published_at), where: '"published_at"' }] : [],
      html,
      media:
        picture === ''
          ? []
          : [
              {
                address: picture,
                words: say(meta.feature_image_alt ?? post.feature_image_alt),
                caption: readHtmlLine(say(meta.feature_image_caption ?? post.feature_image_caption)),
              },
            ],
      leftOut: [],
      notices: [
        `The export has besides: ${others.map(([key, value]) => `${key} "${toLine(say(value))}"`).join(', ')}.`,
        ...(text.includes('__GHOST_URL__')
          ? ['It writes __GHOST_URL__ for the address of its site, which is not known.']
          : []),
      ],
    },
    text,
    options,
  );
  return { kind: 'draft', draft };
}

/** Exports before version 2 have one author for each post. */
function authorOf(post: Fields, { users }: Tables): Fields[] {
  const author = users.get(say(post.author_id));
  return author ? [author] : [];
}

/** Tags whose names begin with # are for the editors alone. */
function toTerm({ name, description, visibility }: Fields): Term[] {
  if (say(name) === '' || say(name).startsWith('#') || visibility === 'internal') return [];
  return [{ name: say(name), ...(say(description) && { description: toLine(say(description)) }) }];
}

function readTables(data: Fields): Tables {
  const rows = (name: string) =>
    (Array.isArray(data[name]) ? (data[name] as unknown[]) : []).filter(
      (row): row is Fields => typeof row === 'object' && row !== null,
    );
  const byId = (name: string, key = 'id') => new Map(rows(name).map((row) => [say(row[key]), row]));
  const [tags, users] = [byId('tags'), byId('users')];
  const join = (name: string, key: string, to: Map<string, Fields>) => {
    const joined = new Map<string, Fields[]>();
    for (const row of rows(name).toSorted(
      (one, other) => Number(one.sort_order) - Number(other.sort_order),
    )) {
      const found = to.get(say(row[key]));
      if (found) joined.set(say(row.post_id), [...(joined.get(say(row.post_id)) ?? []), found]);
    }
    return joined;
  };
  return {
    tags: join('posts_tags', 'tag_id', tags),
    authors: join('posts_authors', 'author_id', users),
    meta: byId('posts_meta', 'post_id'),
    users,
    publisher: say(rows('settings').find(({ key }) => key === 'title')?.value),
  };
}

function say(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
