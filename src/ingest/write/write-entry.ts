import { Document, type Scalar } from 'yaml';

import { vocabularies } from '../../records/vocabularies.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Tags } from '../names/propose-tags.ts';

/** What an entry says besides its text; every key as in the article's frontmatter. */
export interface EntryData extends Pick<
  Draft,
  'subtitle' | 'date' | 'byline' | 'dateline' | 'summary' | 'url' | 'rights'
> {
  title: string;
  titleSupplied: boolean;
  language: string | undefined;
  publisher: string | undefined;
  tags: Tags;
  /** The text as it was received, where it is kept. */
  source: { file: string; sha256: string; received: string } | undefined;
}

/**
 * Writes an article's file: frontmatter in the order in which the archive's own records have it, then the text. Keys
 * that say nothing are left out.
 *
 * @param body Markdown
 */
export function writeEntry(data: EntryData, body: string): string {
  const {
    title,
    titleSupplied,
    subtitle,
    date,
    byline,
    dateline,
    language,
    summary,
    publisher,
    url,
    rights,
  } = data;
  const source = { name: publisher, url, ...data.source };
  const frontmatter = {
    title,
    titleSupplied: titleSupplied || undefined,
    subtitle,
    ...(date === undefined ? { undated: true } : { date }),
    ...Object.fromEntries(vocabularies.map(({ name }) => [name, data.tags[name]])),
    byline: byline.length > 1 ? byline : byline[0],
    dateline,
    language,
    summary,
    source: Object.values(source).some((value) => value !== undefined) ? source : undefined,
    rights,
  };
  return writeRecord(frontmatter, body);
}

/**
 * Writes a record's file.
 *
 * @param data its frontmatter, in the order in which it is to stand; keys without a value are left out
 * @param body Markdown
 */
export function writeRecord(data: Readonly<Record<string, unknown>>, body: string): string {
  const text = body.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  return `---\n${writeYaml(data)}---\n${text && `\n${text}\n`}`;
}

function writeYaml(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(data, { keepUndefined: false });
  for (const key of flowKeys) setFlow(document, key);
  // A date is a text here, and needs no quotes: YAML 1.2 has no type for it.
  const date = document.get('date', true) as Scalar | undefined;
  if (date && /^\d{4}$/.test(String(date.value))) date.value = Number(date.value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Lists that stand on one line. */
const flowKeys: readonly string[] = [...vocabularies.map(({ name }) => name), 'formerIds', 'broader'];

function setFlow(document: Document, key: string): void {
  const list = document.get(key, true) as { flow?: boolean } | undefined;
  if (list) list.flow = true;
}
