import type { LeftOut } from '../../drafts/draft.ts';
import { readSourceText } from '../../text/decode-source.ts';
import { toLine } from '../../text/lines.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { draftPost } from '../shared/post-draft.ts';
import type { Item, Origin, ReceivedFile, SourceOptions } from '../source.ts';
import { addParagraphs } from '../wordpress/add-paragraphs.ts';

/** An entry as the file has it, without what readers have written. */
interface Entry {
  /** Values by their keys, in upper case: `TITLE`, `CATEGORY`. */
  values: Map<string, string[]>;
  /** Texts by the names of their sections: `BODY`, `EXCERPT`. */
  sections: Map<string, string>;
  text: string;
  /** How many comments and pings it has. */
  answers: number;
}

const statuses: Readonly<Record<string, string>> = {
  draft: 'a draft',
  review: 'waiting for review',
  future: 'not published yet',
};
/** Keys that are read, or that only the program needs. */
const known =
  /^(?:AUTHOR|TITLE|STATUS|CONVERT BREAKS|PRIMARY CATEGORY|CATEGORY|TAGS|DATE|(?:ALLOW (?:COMMENTS|PINGS))|NO ENTRY)$/;

/**
 * Reads the import format of Movable Type (https://movabletype.org/documentation/appendices/import-export-format.html), in
 * which TypePad and Japanese blog hosts export too: published entries. What readers have written is taken nowhere.
 */
export async function* readMovableType(file: ReceivedFile, options: SourceOptions): AsyncIterable<Item> {
  const { text } = await readSourceText(file, options.encoding);
  let line = 1;
  let number = 0;
  for (const part of text.split(/^-{8}[ \t]*(?:\r?\n|$)/m)) {
    const begin = part.length - part.trimStart().length;
    const own = line + part.slice(0, begin).split('\n').length - 1;
    line += part.split('\n').length;
    if (part.trim() === '') continue;
    const origin = { file: file.name, item: `entry ${++number}`, line: own };
    yield catchFailure(origin, () => makeItem(readEntry(part.slice(begin)), origin, options));
  }
}

function readEntry(text: string): Entry {
  const [head = '', ...parts] = text.split(/^-{5}[ \t]*(?:\r?\n|$)/m);
  const values = new Map<string, string[]>();
  for (const line of head.split(/\r?\n/)) {
    const [, key = '', value = ''] = /^([A-Z][A-Z ]{0,30}):[ \t]?(.*)$/.exec(line) ?? [];
    if (value.trim() !== '') values.set(key, [...(values.get(key) ?? []), value.trim()]);
  }
  const kept = parts.filter((part) => !/^(?:COMMENT|PING):/.test(part));
  const sections = kept.flatMap((part): [string, string][] => {
    const [, name = '', content = ''] = /^([A-Z][A-Z ]{0,30}):[ \t]*\r?\n?([^]*)$/.exec(part) ?? [];
    return content.trim() === '' ? [] : [[name, content.replace(/\r\n?/g, '\n')]];
  });
  return {
    values,
    sections: new Map(sections),
    text: [head, ...kept].join('-----\n'),
    answers: parts.length - kept.length,
  };
}

function makeItem({ values, sections, text, answers }: Entry, origin: Origin, options: SourceOptions): Item {
  const first = (key: string) => values.get(key)?.[0];
  const title = first('TITLE') ?? '';
  const status = first('STATUS')?.toLowerCase() ?? 'publish';
  if (!options.statuses.has(status))
    return {
      kind: 'skipped',
      origin,
      ...(title && { title: toLine(title) }),
      reason: statuses[status] ?? `with the status "${status}"`,
    };
  const body = ['BODY', 'EXTENDED BODY'].flatMap((name) => sections.get(name) ?? []).join('\n\n');
  const form = first('CONVERT BREAKS') ?? '__default__';
  const isMarkdown = /^markdown/.test(form);
  const categories = [
    ...new Set([...(values.get('PRIMARY CATEGORY') ?? []), ...(values.get('CATEGORY') ?? [])]),
  ];
  const tags = (values.get('TAGS') ?? []).flatMap((line) => listTags(line));
  const leftOut: LeftOut[] = [
    ...[...values].flatMap(([key, list]) =>
      known.test(key) ? [] : list.map((value) => ({ what: `the value of "${key}"`, text: value })),
    ),
    ...[...sections].flatMap(([name, content]) =>
      /^(?:EXTENDED )?BODY$|^EXCERPT$/.test(name)
        ? []
        : [{ what: `the section "${name}"`, text: toLine(content) }],
    ),
  ];
  const said = ['STATUS', 'CONVERT BREAKS', 'DATE'].flatMap((key) => {
    const value = first(key);
    return value === undefined ? [] : `${key} "${value}"`;
  });
  const notices = [
    `It has the sections ${[...sections.keys()].join(', ')}, and says ${said.join(', ') || 'nothing of itself'}.`,
    ...(answers > 0 ? [`${answers.toLocaleString('en')} comments and pings of readers were not taken.`] : []),
  ];
  const date = first('DATE');
  const draft = draftPost(
    {
      origin,
      received: { bytes: new TextEncoder().encode(text), extension: 'txt' },
      title,
      summary: sections.get('EXCERPT'),
      byline: values.get('AUTHOR') ?? [],
      terms: [...new Set([...categories, ...tags])].map((name) => ({ name })),
      // The documentation has the month first, and "AM" or "PM" at the end where there is no clock of 24 hours.
      dates: date === undefined ? [] : [{ text: readDay(date), where: '"DATE"' }],
      // Without a conversion the text is HTML already; otherwise empty lines part paragraphs.
      ...(isMarkdown
        ? { markdown: body }
        : { html: /^(?:0|richtext)$/.test(form) ? body : addParagraphs(body) }),
      leftOut,
      notices,
    },
    text,
    options,
  );
  return { kind: 'draft', draft };
}

/** `05/12/1998 09:30:00 PM` as ISO 8601: the format has the month first, wherever it was written. */
function readDay(text: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ?? [];
  return year === undefined ? text : [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
}

/** Tags are separated by commas; those with spaces or commas are in quotation marks. */
function listTags(line: string): string[] {
  return Array.from(line.matchAll(/"([^"]*)"|([^,"]+)/g), ([, quoted, bare = '']) =>
    toLine(quoted ?? bare),
  ).filter(Boolean);
}
