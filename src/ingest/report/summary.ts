import { count } from '../../records/count.ts';
import { formatFailure } from '../run.ts';
import type { Tally } from './tally.ts';

/** Lines shown of each kind of finding: the report file has all. */
const most = 20;

/**
 * Tells a person what a run has found: what is going to be written, what not and why, and what is to be decided. Nothing
 * of it is a command to the terminal that shows it.
 */
export function wordPlan(tally: Tally): string {
  const { planned, skipped, failures, examples } = tally;
  const lines = [
    `${count(tally.items, 'item')} = ${planned.toLocaleString('en')} to write + ${skipped.toLocaleString('en')} skipped + ${failures.length.toLocaleString('en')} failed`,
    ...section(
      'To write:',
      examples.map(({ file, path }) => `${file} → ${path}`),
      planned,
    ),
    ...section('Skipped:', byCount(tally.reasons)),
    ...section(
      'How they were taken:',
      [...tally.notices]
        .sort((a, b) => b[1] - a[1])
        .map(([notice, items]) => `${notice} (${count(items, 'item')})`),
    ),
    ...section(
      'Much like another:',
      tally.alike.map(({ id, likeness }) => `${id}: ${likeness}`),
    ),
    ...section(
      'Names to decide (not tagged):',
      [...tally.doubts.values()]
        .sort((a, b) => b.articles - a.articles)
        .map(
          ({ doubt, articles }) =>
            `${doubt.name} (${doubt.reason}: ${doubt.records.join(', ')}): ${count(articles, 'article')}`,
        ),
    ),
    ...section(
      'Names that the sources give and no record has (--create-records makes some):',
      byCount(tally.unmatched),
    ),
    ...section('Failed:', failures.map(formatFailure), failures.length, Infinity),
  ];
  return lines.map((line) => line.replace(/\p{Cc}/gu, '\uFFFD')).join('\n');
}

/** The same for programs: numbers, and all failures. */
export function tallyAsJson(tally: Tally, isDry: boolean): string {
  const { items, planned, skipped, failures, reasons, notices, doubts, unmatched, alike } = tally;
  return JSON.stringify(
    {
      dryRun: isDry,
      items,
      [isDry ? 'planned' : 'written']: planned,
      skipped,
      failed: failures.length,
      reasons: Object.fromEntries(reasons),
      notices: Object.fromEntries(notices),
      doubts: Array.from(doubts.values(), ({ doubt, articles }) => ({ ...doubt, articles })),
      unmatched: Object.fromEntries(unmatched),
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
