import { frontmatterKeys, lineFields, type LineKey } from '../../records/article-fields.ts';
import { renderYaml } from '../../records/edit/render-yaml.ts';
import type { AttachmentData, FacsimileInput, PictureData } from '../../records/schemas/media-schemas.ts';
import type { ArticleData } from '../../records/schemas/schemas.ts';
import { sourceIds, type Tags } from '../../records/tags.ts';

/** What an article says besides its text; keys as in drafts. */
export interface EntryData extends Readonly<Partial<Record<LineKey, string | undefined>>> {
  title: string;
  titleSupplied: boolean;
  date?: string;
  byline: readonly string[];
  /** Undefined when it is the site's. */
  language: string | undefined;
  tags: Tags;
  /** Its pictures, as frontmatter has them; missing when it has none. */
  pictures?: readonly PictureData[];
  /** The pictures of the printed pages on which it stands, likewise. */
  facsimiles?: readonly FacsimileInput[];
  /** Its documents, sounds and films, likewise. */
  attachments?: readonly AttachmentData[];
  /** What is known of how the text was recognized on pictures. */
  ocr?: ArticleData['ocr'];
  /** The addresses that it had on sites that the archive succeeds. */
  formerUrls?: readonly string[];
  /** The source text: its file below `sources/`, its digest, and the day on which it was received. */
  source: { file?: string; sha256: string; received: string } | undefined;
}

/**
 * Renders an article's file: frontmatter in the usual order of keys, then the text. Keys without a value are left out.
 *
 * @param body Markdown
 */
export function renderArticle(data: EntryData, body: string): string {
  const { byline } = data;
  const lines = lineFields
    .filter(({ name }) => name.startsWith('source.'))
    .map(({ name, draftKey }) => [name.replace('source.', ''), data[draftKey]]);
  const source: Record<string, unknown> = {
    ...sourceIds(data.tags),
    ...Object.fromEntries(lines),
    ...data.source,
  };
  const values: Partial<Record<string, unknown>> = {
    ...data,
    ...data.tags,
    titleSupplied: data.titleSupplied || undefined,
    undated: data.date === undefined || undefined,
    formerUrls: data.formerUrls?.length ? data.formerUrls : undefined,
    byline: byline.length > 1 ? byline : byline[0],
    source: Object.values(source).some((value) => value !== undefined) ? source : undefined,
  };
  return renderRecord(Object.fromEntries(frontmatterKeys.map((key) => [key, values[key]])), body);
}

/**
 * Renders a record's file.
 *
 * @param data its frontmatter, in order; keys without a value are left out
 * @param body Markdown
 */
export function renderRecord(data: Readonly<Record<string, unknown>>, body: string): string {
  const text = body.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  return `---\n${renderYaml(data)}---\n${text && `\n${text}\n`}`;
}
