import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';

import { positionAt } from '../../../records/read/decode-text.ts';
import type { Position } from '../../../records/problem.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import { DateError } from '../../../records/date/archive-date.ts';
import { readSourceDate } from '../../dates/source-date.ts';
import type { LeftOut, Term } from '../../drafts/draft.ts';
import { dayInName, isSlug, listRest } from './frontmatter-rest.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { presentLines, toLine } from '../../text/lines.ts';
import { sanitizeMarkdown, type MarkdownText } from './sanitize-markdown.ts';
import { fillDraft, type FieldValue } from '../shared/fill-draft.ts';
import {
  normalizeFieldName,
  matchFieldNames,
  listFields,
  metadataFields,
  type Field,
} from '../shared/field-names.ts';
import { listTexts } from '../shared/list-texts.ts';

/** A key of the frontmatter, and its position in the file. A nested key is named with its parent: `source.url`. */
interface FrontmatterKey extends Position {
  name: string;
  value: unknown;
}

/** YAML between two lines of `---`; the second may be `...`, which ends a document of YAML (1.2, section 9.1.2). */
const frontmatterPattern = /---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$(?![\s\S]))/my;

/** The longest frontmatter, in characters. */
const longestFrontmatter = 100_000;

/** Keys whose nested keys are read, normalized: the archive's `source`, Zola's `taxonomies`. */
const outerKeys = /^(?:source|taxonomies)$/;

/** Whether the text is published: a normalized key, and its value in lower case. */
const status = /^(?:(?:draft|undated): .*|published: (?:true|false)|withdrawn: .+)$/s;

/**
 * Reads a Markdown file as one article: YAML frontmatter, which may be missing, then the text (see
 * {@link sanitizeMarkdown}). Of the frontmatter, the archive's own keys and common keys of blogs are used (see `fieldNames`);
 * the others are left out. Drafts and withdrawn texts are skipped.
 */
export async function* readMarkdown(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  yield catchFailure(origin, () => {
    const { keys, end } = readFrontmatter(text);
    const { fieldValues, rest } = readKeys(keys);
    const { notices, leftOut, ...fields } = fillDraft(fieldValues, options);
    leftOut.push(...rest, ...removeSlugs(fields));
    fields.terms.push(...readSeries(keys));
    if (fields.date === undefined) notices.push(...proposeDate(fields, file.name, options));
    const reason = keys.map(reasonToSkip).find((each) => each !== undefined);
    if (reason !== undefined)
      return { kind: 'skipped', origin, ...presentLines({ title: fields.title }), reason };
    const body = readBody(text, end, fields.title);
    const received = { bytes, extension: 'md.txt' as const };
    const said = { leftOut: [...leftOut, ...body.leftOut], notices: [...notices, ...body.notices] };
    return { kind: 'draft', draft: { origin, ...fields, ...body, received, ...said } };
  });
}

/** Removes from a byline what is no name. */
function removeSlugs(fields: { byline: string[] }): LeftOut[] {
  const slugs = fields.byline.filter(isSlug);
  fields.byline = fields.byline.filter((name) => !isSlug(name));
  return slugs.map((text) => ({ what: 'an author of whom the file gives only a short name', text }));
}

function readSeries(keys: readonly FrontmatterKey[]): Term[] {
  const series = keys.filter(({ name }) => /^(?:taxonomies\.)?series$/i.test(name));
  return series.flatMap(({ value }) => listTexts(value).texts.map((name) => ({ name })));
}

/** Takes the day in the file's name for the date of a text that has none. */
function proposeDate(fields: { date?: string }, file: string, options: SourceOptions): string[] {
  const day = dayInName(file);
  if (day === undefined) return [];
  try {
    fields.date = readSourceDate(day, options);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    return [`The day in the file’s name was not taken: ${error.message}.`];
  }
  return [`The date ${day} is that of the file’s name; the text gives none.`];
}

function readBody(text: string, start: number, title: string | undefined): MarkdownText {
  const position = positionAt(text, start);
  try {
    const body = sanitizeMarkdown(text.slice(start), title);
    if (body.body.trim() !== '') return body;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { found, expected, fix } = error.problem;
    throw new SourceError(found, expected, fix, position);
  }
  const found = `no text below the ${start > 0 ? 'frontmatter' : 'title'}`;
  throw new SourceError(found, 'a text', 'Put the text there, or leave the file out.', position);
}

/** @returns the keys, and the offset at which the text begins */
function readFrontmatter(text: string): { keys: FrontmatterKey[]; end: number } {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text)?.[0] ?? '';
  const start = text.slice(blank.length, blank.length + 1000);
  if (/^\+\+\+[ \t]*\r?\n/.test(start)) {
    const fix = 'Convert it to YAML first; "hugo convert toYAML" does that for a whole site.';
    throw new SourceError('frontmatter in TOML (+++)', 'frontmatter in YAML, between two lines "---"', fix);
  }
  frontmatterPattern.lastIndex = blank.length;
  const [whole, yaml = ''] = frontmatterPattern.exec(text) ?? [];
  if (whole === undefined && /^---[ \t]*\r?\n[\w-]+[ \t]*:/.test(start)) {
    const fix = 'Add the missing line "---".';
    throw new SourceError('frontmatter that is never closed', 'a line "---" below its last key', fix);
  }
  const keys = whole === undefined ? undefined : readYaml(yaml, blank.split('\n').length + 1);
  // What is between two thematic breaks and has no keys is text.
  return keys === undefined ? { keys: [], end: 0 } : { keys, end: blank.length + (whole?.length ?? 0) };
}

/**
 * @param firstLine the line of the file on which the YAML begins
 * @returns undefined when it is YAML without keys
 */
function readYaml(yaml: string, firstLine: number): FrontmatterKey[] | undefined {
  const lines = new LineCounter();
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const invalid = (found: string, offset: number, fix: string) =>
    new SourceError(found, 'YAML with one "key: value" per line', fix, positionOf(offset));
  if (yaml.length > longestFrontmatter) {
    const found = `frontmatter of ${yaml.length.toLocaleString('en')} characters`;
    throw new SourceError(found, `at most ${longestFrontmatter.toLocaleString('en')}`, 'Shorten it.');
  }
  try {
    // With this schema a value is the text as written: 007 stays 007.
    const settings = {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'failsafe',
      logLevel: 'error',
    } as const;
    const document = parseDocument(yaml, settings);
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) {
      const fix = 'Check quotation marks, indentation and colons; quote a value that contains ": ".';
      throw invalid(`invalid YAML (${formatCause(problem)})`, problem.pos[0], fix);
    }
    const values: unknown = document.toJS();
    if (document.contents === null) return [];
    return isMap(document.contents) ? listYamlKeys(document.contents, values, '', positionOf) : undefined;
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const fix = 'Write out the values instead of using & and *, and nest them less deeply.';
    throw invalid(`YAML that cannot be resolved (${formatCause(error)})`, 0, fix);
  }
}

function formatCause(error: unknown): string {
  const message = toLine((error as Error).message).replace(/\.$/, '');
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** @param outer the prefix of the keys' names */
function listYamlKeys(
  map: YAMLMap,
  values: unknown,
  outer: string,
  positionOf: (offset: number) => Position,
): FrontmatterKey[] {
  return map.items.flatMap(({ key, value }): FrontmatterKey[] => {
    const name = isScalar(key) ? String(key.value) : '';
    const inner = (values as Record<string, unknown>)[name];
    if (isMap(value) && outer === '' && outerKeys.test(normalizeFieldName(name)))
      return listYamlKeys(value, inner, `${name}.`, positionOf);
    const position = positionOf(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    return [{ name: outer + name, value: inner, ...position }];
  });
}

function readKeys(keys: readonly FrontmatterKey[]): {
  fieldValues: Map<Field, FieldValue>;
  /** What is not in the entry. */
  rest: LeftOut[];
} {
  const filled = keys
    .filter((key) => !status.test(statusOf(key)))
    .map((key) => ({ ...key, ...listTexts(key.value) }))
    .filter(({ texts, hasMore }) => hasMore || texts.some((text) => !isNull(text)));
  const byName = new Map(filled.map((key) => [key.name.replace(/^taxonomies\./i, ''), key]));
  const used = new Map<FrontmatterKey, readonly string[]>();
  const fieldValues = new Map<Field, FieldValue>();
  // Jekyll parts a list in one line at spaces.
  const isJekyll = byName.has('layout');
  for (const [entryKey, name] of matchFieldNames([...byName.keys()], metadataFields)) {
    const key = byName.get(name);
    if (!key || key.texts.length === 0) continue;
    const isList = typeof key.value === 'string' && entryKey !== 'byline' && listFields.has(entryKey);
    const isSpaced = isJekyll && /^(?:tags|categories)$/.test(entryKey);
    const separator = key.texts.some((text) => /[,;|]/.test(text)) || !isSpaced ? /[,;|]/ : /\s+/;
    const values = isList ? key.texts.flatMap((text) => text.split(separator)) : key.texts;
    fieldValues.set(entryKey, { ...key, values, where: `"${key.name}"` });
    used.set(key, values);
  }
  const rest = filled.flatMap((key) => {
    const normalized = normalizeFieldName(key.name);
    const values = used.get(key);
    if ((values && !key.hasMore) || /^(?:taxonomies)?series$/.test(normalized)) return [];
    return listRest(key.name, normalized, key.value, values ?? []);
  });
  return { fieldValues, rest };
}

/** Whether a value is null as YAML writes it (1.2, section 10.2.1.1). */
function isNull(text: string): boolean {
  return ['', 'null', '~'].includes(text.trim());
}

function statusOf({ name, value }: FrontmatterKey): string {
  return `${normalizeFieldName(name)}: ${typeof value === 'string' ? value.toLowerCase() : '…'}`;
}

function reasonToSkip(key: FrontmatterKey): string | undefined {
  const keyStatus = statusOf(key);
  if (keyStatus === 'draft: true') return `a draft (${key.name} on line ${key.line})`;
  if (keyStatus === 'published: false') return `not published (${key.name} on line ${key.line})`;
  return /^withdrawn: ./.test(keyStatus) ? `withdrawn (${key.name} on line ${key.line})` : undefined;
}
