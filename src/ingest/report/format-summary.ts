import { isAbsolute } from 'node:path';

import { formatCount } from '../../records/format-count.ts';
import { formatSize } from '../../records/format-size.ts';
import { displayPath } from '../../records/problem.ts';
import { toLine } from '../text/lines.ts';
import type { Failure } from '../sources/source.ts';
import type { LeftOutCount, Tally } from './tally.ts';

/** Lines shown of each section; the report file has all. */
const most = 20;

/**
 * Formats for a person what a run has found: what will be written, what will not and why, and what needs a decision.
 * Control characters are replaced, so that nothing in it is a command to the terminal.
 */
export function formatSummary(tally: Tally): string {
  const { planned, skipped, failures, examples } = tally;
  const lines = [
    `${formatCount(tally.items, 'item')} = ${planned.toLocaleString('en')} to write + ${skipped.toLocaleString('en')} skipped + ${failures.length.toLocaleString('en')} failed`,
    ...section(
      'To write:',
      examples.map(({ file, path }) => `${file} → ${path}`),
      planned,
    ),
    ...section(
      `To copy to media/ (${formatSize(tally.copied.bytes, 'en')}):`,
      tally.copied.examples.map(
        ({ from, path }) => `${isAbsolute(from) ? displayPath(from) : from} → ${path}`,
      ),
      tally.copied.files,
    ),
    ...section('Skipped:', byCount(tally.reasons)),
    ...section(
      'Not in the entries:',
      [...tally.leftOut].sort(([, a], [, b]) => b.times - a.times).map(formatLeftOut),
    ),
    ...section(
      'Notices:',
      [...tally.notices]
        .sort((a, b) => b[1] - a[1])
        .map(([notice, items]) => `${notice} (${formatCount(items, 'item')})`),
    ),
    ...section(
      'Similar to another article:',
      tally.alike.map(({ id, likeness }) => `${id}: ${likeness}`),
    ),
    ...section(
      'Ambiguous names (not tagged):',
      [...tally.doubts.values()]
        .sort((a, b) => b.articles - a.articles)
        .map(
          ({ doubt, articles }) =>
            `${doubt.name} (${doubt.reason}: ${doubt.records.join(', ')}): ${formatCount(articles, 'article')}`,
        ),
    ),
    ...section(
      'Names in the sources of a doubtful kind: no records were made of them; "npm run names" lists them for a decision:',
      [...tally.undecided]
        .sort(([, a], [, b]) => b.articles - a.articles)
        .map(([name, { doubt, articles }]) => `${articles.toLocaleString('en')} × ${name}: ${doubt}`),
    ),
    ...section(
      'Names in the sources that no record has (--create-records creates records for them):',
      byCount(tally.unmatched),
    ),
    ...section('Failed:', failures.map(formatFailure), failures.length, Infinity),
  ];
  return lines.map((line) => line.replace(/\p{Cc}/gu, '\uFFFD')).join('\n');
}

/** The same as JSON: counts, and all failures. */
export function tallyAsJson(tally: Tally, isDry: boolean): string {
  const {
    items,
    planned,
    skipped,
    failures,
    copied,
    reasons,
    leftOut,
    notices,
    doubts,
    unmatched,
    undecided,
    alike,
  } = tally;
  return JSON.stringify(
    {
      dryRun: isDry,
      items,
      [isDry ? 'planned' : 'written']: planned,
      skipped,
      failed: failures.length,
      media: { files: copied.files, bytes: copied.bytes },
      reasons: Object.fromEntries(reasons),
      leftOut: Object.fromEntries(leftOut),
      notices: Object.fromEntries(notices),
      doubts: Array.from(doubts.values(), ({ doubt, articles }) => ({ ...doubt, articles })),
      unmatched: Object.fromEntries(unmatched),
      undecided: Object.fromEntries(undecided),
      alike,
      failures,
    },
    null,
    2,
  );
}

function section(title: string, lines: readonly string[], total = lines.length, shown = most): string[] {
  if (lines.length === 0) return [];
  const rest = total - Math.min(lines.length, shown);
  const more = rest > 0 ? [`  … and ${rest.toLocaleString('en')} more (see --report)`] : [];
  return ['', title, ...lines.slice(0, shown).map((line) => `  ${line}`), ...more];
}

function byCount(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([text, number]) => `${number.toLocaleString('en')} × ${text}`);
}

/** Formats a failure like all problems: `file:line:column: found …; expected …. What to do.` */
function formatFailure({ origin, line, column, found, expected, fix }: Failure): string {
  const item = origin.item === undefined ? '' : ` ${origin.item}:`;
  return `${origin.file}:${line}:${column}:${item} found ${found}; expected ${expected}. ${fix}`;
}

/** The longest example in a summary, in characters; the report has the whole. */
const longestExample = 60;

/** Formats what was left out: `4 × a script (2 items): https://…/a.js; …`. */
function formatLeftOut([what, { times, articles, examples }]: [string, LeftOutCount]): string {
  const shown = examples.flatMap(({ text, address }) => {
    const words = text === undefined ? '' : `“${shorten(toLine(text))}”`;
    return [words, address === undefined ? '' : shorten(address)].filter(Boolean).join(' ') || [];
  });
  const more = times > examples.length && shown.length > 0 ? '; …' : '';
  const said = shown.length > 0 ? `: ${shown.join('; ')}${more}` : '';
  return `${times.toLocaleString('en')} × ${what} (${formatCount(articles, 'item')})${said}`;
}

function shorten(text: string): string {
  return text.length > longestExample ? `${text.slice(0, longestExample)} …` : text;
}
