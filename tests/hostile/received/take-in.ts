import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Nodes } from 'mdast';
import { parse } from 'yaml';

import type { ReportLine } from '../../../src/ingest/report/report-file.ts';
import { runCommand } from '../../support/run-command.ts';
import type { Tally } from '../tally.ts';
import {
  asKept,
  expectedOf,
  type ComparedKey,
  type ReceivedFormat,
  type ReceivedItem,
} from './received-item.ts';
import { documentFormats } from './document-files.ts';
import { recognizedFormats } from './recognized-files.ts';
import { jsonFormats } from './json-files.ts';
import { textFormats } from './text-files.ts';
import { xmlFormats } from './xml-files.ts';

/** All formats that can be received, but those in which an archive publishes itself. */
export const receivedFormats: readonly ReceivedFormat[] = [
  ...xmlFormats,
  ...jsonFormats,
  ...textFormats,
  ...documentFormats,
  ...recognizedFormats,
];

/** What became of an item. */
export interface Taken {
  item: ReceivedItem;
  report: ReportLine;
}

/**
 * What keeps a command from starting another, and from writing anywhere but in some folders (Node.js, "Permissions"): when
 * it tries, it fails.
 */
export function onlyWriting(...folders: string[]): NodeJS.ProcessEnv {
  const allowed = [
    '--permission',
    '--allow-fs-read=*',
    ...folders.map((path) => `--allow-fs-write=${path}/`),
  ];
  return { NODE_OPTIONS: allowed.join(' ') };
}

/** Files of a format that hold some items. */
export interface Received {
  format: ReceivedFormat;
  items: readonly ReceivedItem[];
  /** Absolute path of a folder for the files, which is made. */
  folder: string;
}

/**
 * Has `npm run ingest` take in files, those of formats that need the same options in one run.
 *
 * @param root absolute path of the content folder
 * @returns what its reports say of each item, for each format
 */
export async function ingestFiles(
  root: string,
  received: readonly Received[],
): Promise<Map<ReceivedFormat, Taken[]>> {
  const taken = new Map<ReceivedFormat, Taken[]>();
  for (const together of Map.groupBy(received, ({ format }) => format.options.join(' ')).values()) {
    const names = new Map<Received, string[]>();
    for (const each of together) names.set(each, await writeFiles(each));
    const lines = await ingestTogether(root, together);
    for (const [each, files] of names) {
      const own = lines.filter(({ file }) => file.startsWith(`${each.folder}/`));
      taken.set(
        each.format,
        own.map((line) => findItem(each, files, line)),
      );
    }
    const others =
      lines.length - together.reduce((sum, { format }) => sum + (taken.get(format)?.length ?? 0), 0);
    if (others > 0) throw new Error(`${others} lines of the report are of no file that was given.`);
  }
  return taken;
}

/** @returns the names of the files, in the order of the items */
async function writeFiles({ format, items, folder }: Received): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = format.write(items);
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return files.map(([name]) => name);
}

async function ingestTogether(root: string, received: readonly Received[]): Promise<ReportLine[]> {
  const folders = received.map(({ folder }) => folder);
  const names = received.map(({ format }) => format.name).join(', ');
  const report = `${folders[0]}.ndjson`;
  const options = ['--create-records', 'topics', '--duplicates', 'keep', '--received', '2024-05-02'];
  const { code, stdout, stderr } = await runCommand(
    'ingest',
    root,
    [...options, ...(received[0]?.format.options ?? []), '--report', report, ...folders],
    onlyWriting(root, dirname(report)),
  );
  if (code > 1 || stderr.includes('\n    at ')) throw new Error(`${names}: ${stdout}${stderr}`);
  return (
    (await readFile(report, 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ReportLine)
      // The pages of a METS are files of their own.
      .filter(({ reason = '' }) => !reason.endsWith('which is taken with its METS'))
  );
}

/** Finds the item that a line of a report is about. */
function findItem({ format, items }: Received, files: readonly string[], line: ReportLine): Taken {
  const number = Number(/\d+$/.exec(line.item ?? '')?.[0]);
  const index = Number(/ (\d+)\.\w+$/s.exec(line.file)?.[1]);
  const item = files.length > 1 ? items.find((each) => each.index === index) : items[number - 1];
  if (!item) throw new Error(`${format.name}: no item is meant by ${JSON.stringify(line)}`);
  return { item, report: line };
}

const markdown = remark().use(remarkGfm).freeze();

/** Reads what was written of an item, by key, without the archive's own reader. */
async function readWritten(root: string, id: string): Promise<Partial<Record<ComparedKey, string[]>>> {
  const file = await readFile(join(root, 'articles', `${id}.md`), 'utf8');
  const [, yaml = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
  const data = parse(yaml) as Record<string, unknown> & { source: Record<string, string>; topics: string[] };
  const nameOf = async (key: string) => {
    const record = await readFile(join(root, `${key}.md`), 'utf8');
    return (parse(record.split('---\n')[1] ?? '') as { name: string }).name;
  };
  // An article of an archive's own says an id where others say a name.
  const topics = data.topics.map(async (topic) => [await nameOf(`topics/${topic}`), topic]);
  const { publication } = data.source;
  const [paragraph] = markdown.parse(body).children;
  const lines = Object.fromEntries(
    ['title', 'subtitle', 'byline', 'dateline', 'summary', 'rights'].map((key) => [
      key,
      [data[key] ?? []].flat() as string[],
    ]),
  );
  return {
    ...lines,
    publisher: publication === undefined ? [''] : [await nameOf(`publications/${publication}`), publication],
    url: [data.source.url ?? ''],
    // The first section of a web page is where it was printed.
    keyword: [...(await Promise.all(topics)).flat(), data.source.section ?? []].flat(),
    text: [paragraph ? wordsOf(paragraph) : ''],
  };
}

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value : node.type === 'break' ? '\n' : '';
}

/** Counts the items of a format that were taken in, each by its fields, and compares them character for character. */
export async function compareTaken(
  root: string,
  format: ReceivedFormat,
  taken: readonly Taken[],
  tally: Tally,
): Promise<void> {
  for (const { item, report } of taken) {
    const expected = expectedOf(format, item);
    if (report.outcome !== 'written') {
      const isClear = /^column \d+: found .+; expected .+\. .+\.$/s.test(report.reason ?? '');
      const wrong = report.outcome === 'failed' && isClear ? [] : [`not taken: ${report.reason}`];
      tally.add(`${format.name}: refused`, wrong);
      continue;
    }
    const written = await readWritten(root, report.id ?? '');
    for (const [key, values] of Object.entries(expected) as [ComparedKey, readonly string[]][]) {
      // Of a name of a doubtful kind no record is made; the report tells it.
      const told = key === 'keyword' ? (report.unmatched ?? []).map(({ name }) => name) : [];
      const [found, wanted] = [[...(written[key] ?? []), ...told], values].map((each) => each.map(asKept));
      // Names that the text has are tags too, and a name that differs in case only is the same one.
      const isThere =
        key === 'keyword'
          ? wanted?.every((name) => found?.some((each) => fold(each) === fold(name)))
          : key === 'publisher'
            ? wanted?.every((name) => found?.includes(name))
            : JSON.stringify(found) === JSON.stringify(wanted);
      const wrong = `${report.id}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`;
      tally.add(`${format.name}: ${key}`, isThere ? [] : [wrong]);
    }
  }
}

/** Names in lists are the same in any case, with any dash or none. */
function fold(name: string): string {
  const folded = name.normalize('NFKC').replaceAll('’', "'").toLowerCase();
  return asKept(folded.replace(/[-‐‑–_]+/gu, ' '));
}
