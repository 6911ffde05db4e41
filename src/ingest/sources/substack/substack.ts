import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { readSourceText, streamSourceText } from '../../text/decode-source.ts';
import { toSourceError } from '../shared/catch-failure.ts';
import { draftPost } from '../shared/post-draft.ts';
import { SourceError } from '../source-error.ts';
import type { Item, Origin, ReceivedFile, SourceOptions } from '../source.ts';
import { cutRecords, isBlank, readCells } from '../table/csv-records.ts';

/** Columns that are read, or that only the program needs. */
const known =
  /^(?:post_id|post_date|is_published|type|audience|title|subtitle|podcast_url|(?:email|inbox)_sent_at)$/;

/**
 * Reads an export of Substack: `posts.csv`, and beside it the folder `posts`, which has the text of each post in a file that
 * is named by its id. Drafts and posts for subscribers are skipped.
 */
export async function* readSubstack(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  let names: string[] | undefined;
  let number = 0;
  for await (const { text, line } of cutRecords(streamSourceText(file, options.encoding), ',')) {
    if (text !== undefined && isBlank(text, ',')) continue;
    if (!names) {
      names = readCells(text, ',').map((name) => name.trim());
      continue;
    }
    const origin = { file: file.name, item: `post ${++number}`, line };
    try {
      const cells = readCells(text, ',');
      const row = new Map(names.map((name, index) => [name, cells[index]?.trim() ?? '']));
      yield await makeItem(row, file, origin, options);
    } catch (error) {
      const { problem } = toSourceError(error);
      yield { kind: 'failed', failure: { ...problem, line: problem.line + line - 1, origin } };
    }
  }
}

async function makeItem(
  row: ReadonlyMap<string, string>,
  file: ReceivedFile,
  origin: Origin,
  options: SourceOptions,
): Promise<Item> {
  const valueOf = (name: string) => row.get(name) ?? '';
  const title = valueOf('title');
  const skip = (reason: string): Item => ({ kind: 'skipped', origin, ...(title && { title }), reason });
  if (valueOf('is_published') !== 'true' && !options.statuses.has('draft')) return skip('a draft');
  const audience = valueOf('audience') || 'everyone';
  if (audience !== 'everyone' && !options.statuses.has('private'))
    return skip(`for subscribers (${audience}), which --status publish,private takes`);
  const name = `posts/${valueOf('post_id')}.html`;
  const path = join(dirname(file.path), name);
  const entry = /^posts\/[\w.-]{1,200}\.html$/.test(name)
    ? await lstat(path).catch(() => undefined)
    : undefined;
  if (!entry?.isFile())
    throw new SourceError(`no file "${name}" beside it`, 'the text of each post', 'Unpack the whole export.');
  const { bytes, text } = await readSourceText({ name, path, size: entry.size }, options.encoding);
  const sound = valueOf('podcast_url');
  const others = [...row].filter(([key, value]) => !known.test(key) && value !== '');
  const draft = draftPost(
    {
      origin,
      received: { bytes, extension: 'html.txt' },
      title,
      subtitle: valueOf('subtitle'),
      byline: [],
      terms: [],
      dates:
        valueOf('post_date') === '' ? [] : [{ text: valueOf('post_date'), where: 'the column "post_date"' }],
      html: text,
      media: sound === '' ? [] : [{ address: sound }],
      leftOut: others.map(([key, value]) => ({ what: `a cell of the column "${key}"`, text: value })),
      notices: [`Its title and day are those of posts.csv, its text is that of ${name}.`],
    },
    valueOf('post_date'),
    options,
  );
  return { kind: 'draft', draft };
}
