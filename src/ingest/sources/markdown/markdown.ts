import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';

import { positionAt } from '../../../records/read/decode-text.ts';
import type { Position } from '../../../records/problem.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { LeftOut, Term } from '../../drafts/draft.ts';
import { partPictures } from './frontmatter-pictures.ts';
import type { FrontmatterKey } from './frontmatter-key.ts';
import { listRest } from './frontmatter-rest.ts';
import { findFormerAddress } from './jekyll/former-address.ts';
import type { Item, ReceivedFile, SourceOptions } from '../source.ts';
import { presentLines, toLine } from '../../text/lines.ts';
import { sanitizeMarkdown, type MarkdownText } from './sanitize-markdown.ts';
import { readToml } from './toml.ts';
import { fillDraft, type FieldValue } from '../shared/fill-draft.ts';
import {
  normalizeFieldName,
  matchFieldNames,
  listFields,
  metadataFields,
  type Field,
} from '../shared/field-names.ts';
import { listTexts } from '../shared/list-texts.ts';

/** How frontmatter is marked, by the sign that a text begins with. JSON is YAML, too (1.2, section 1.2), and its own mark. */
const frontmatterPatterns = {
  // A document of YAML may also end with `...` (1.2, section 9.1.2).
  '---': /---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$(?![\s\S]))/my,
  '+++': /\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*(?:\r?\n|$(?![\s\S]))/my,
  '{': /(\{[ \t]*\r?\n[\s\S]*?\n\})[ \t]*(?:\r?\n|$(?![\s\S]))/my,
} as const;

/** The longest frontmatter, in characters. */
const longestFrontmatter = 100_000;

/** Keys whose nested keys are read, normalized: the archive's `source`, Zola's `taxonomies`. */
const outerKeys = /^(?:source|taxonomies)$/;

/** Whether the text is published: a normalized key, and its value in lower case. */
const status = /^(?:(?:draft|undated): .*|published: (?:true|false)|withdrawn: .+)$/s;

/**
 * Reads a Markdown file as one article: frontmatter in YAML, TOML or JSON, which may be missing, then the text (see
 * {@link sanitizeMarkdown}). Of the frontmatter, the archive's own keys and common keys of blogs are used (see `fieldNames`);
 * the others are left out. Drafts and withdrawn texts are skipped.
 */
export async function* readMarkdown(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { bytes, text } = await readSourceText(file, options.encoding);
  const origin = { file: file.name, line: 1 };
  // Jekyll takes a file without frontmatter in YAML as it is.
  const site = file.root !== undefined && text.startsWith('---') && (await options.siteOf?.(file.root));
  yield catchFailure(origin, () => {
    const frontmatter = readFrontmatter(text);
    const former = site ? findFormerAddress(site, file.path, frontmatter.keys) : undefined;
    const { keys, end } = { ...frontmatter, ...former };
    const { fieldValues, rest } = readKeys(keys);
    const { notices, leftOut, ...fields } = fillDraft(fieldValues, options);
    leftOut.push(...rest, ...(former?.leftOut ?? []));
    fields.terms.push(...readSeries(keys));
    const reason = keys.map(reasonToSkip).find((each) => each !== undefined);
    if (reason !== undefined)
      return { kind: 'skipped', origin, ...presentLines({ title: fields.title }), reason };
    const body = readBody(text, end, fields.title, options);
    const received = { bytes, extension: 'md.txt' as const };
    const front = options.hasFile ? partPictures(keys, leftOut) : { media: [], leftOut };
    const said = {
      leftOut: [...front.leftOut, ...body.leftOut],
      notices: [...notices, ...(former?.notices ?? []), ...body.notices],
      ...(former && { formerUrls: former.formerUrls }),
      ...(body.media && { media: [...front.media, ...body.media] }),
    };
    return { kind: 'draft', draft: { origin, ...fields, ...body, received, ...said } };
  });
}

function readSeries(keys: readonly FrontmatterKey[]): Term[] {
  const series = keys.filter(({ name }) => /^(?:taxonomies\.)?series$/i.test(name));
  return series.flatMap(({ value }) => listTexts(value).texts.map((name) => ({ name })));
}

function readBody(
  text: string,
  start: number,
  title: string | undefined,
  { hasFile }: SourceOptions,
): MarkdownText {
  const position = positionAt(text, start);
  try {
    const body = sanitizeMarkdown(text.slice(start), title, hasFile);
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
  const rest = text.slice(blank.length, blank.length + 1000);
  const [, pattern] = Object.entries(frontmatterPatterns).find(([sign]) => rest.startsWith(sign)) ?? [];
  if (pattern) pattern.lastIndex = blank.length;
  const [whole, written = ''] = pattern?.exec(text) ?? [];
  if (whole === undefined) {
    const [, sign] = /^(---|\+\+\+)[ \t]*\r?\n[\w-]+[ \t]*[:=]/.exec(rest) ?? [];
    if (sign === undefined) return { keys: [], end: 0 };
    const fix = `Add the missing line "${sign}".`;
    throw new SourceError('frontmatter that is never closed', `a line "${sign}" below its last key`, fix);
  }
  if (written.length > longestFrontmatter) {
    const found = `frontmatter of ${written.length.toLocaleString('en')} characters`;
    throw new SourceError(found, `at most ${longestFrontmatter.toLocaleString('en')}`, 'Shorten it.');
  }
  const firstLine = blank.split('\n').length + (rest.startsWith('{') ? 0 : 1);
  const keys = rest.startsWith('+++') ? readTomlKeys(written, firstLine) : readYaml(written, firstLine);
  // What is between two thematic breaks and has no keys is text.
  return keys === undefined ? { keys: [], end: 0 } : { keys, end: blank.length + whole.length };
}

function readTomlKeys(toml: string, firstLine: number): FrontmatterKey[] {
  const positionOf = (line: number, column: number) => ({ line: line + firstLine - 1, column });
  const isOuter = (key: string) => outerKeys.test(normalizeFieldName(key));
  return readToml(toml, isOuter, positionOf).map(({ path, value, offset }) => {
    const { line, column } = positionAt(toml, offset);
    return { name: path.join('.'), value, ...positionOf(line, column) };
  });
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
