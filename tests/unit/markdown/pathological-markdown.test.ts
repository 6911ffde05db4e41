import { describe, expect, test } from 'vitest';

import { pathologicalKinds } from '../../hostile/markdown-kinds.ts';
import { en } from '../../../src/languages/en.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';
import { checkMarkdownLimits } from '../../../src/records/check/markdown-limits.ts';

const { renderArticle } = createRenderer((key) => `/${key}/`, en.text);
const all = process.env.HOSTILE === 'all';
/** Of a text, in characters: 1 MB, or what a short run has time for. */
const size = all ? 1_000_000 : 100_000;
const isAccepted = (text: string) => checkMarkdownLimits(text, 0).length === 0;

/** How long the rendering of a text takes this thread, in seconds, however busy the machine is with others. */
function measure(text: string): number {
  const { user, system } = process.threadCpuUsage();
  renderArticle(text, [{ key: 'people/ada', names: ['Ada', 'a'], hyphenJoins: true }], 'en');
  const after = process.threadCpuUsage();
  return (after.user + after.system - user - system) / 1_000_000;
}

/** The largest text of a kind that is accepted, as nearly as a twentieth. */
function findLargest(make: (size: number) => string): string {
  let [low, high] = [0, size];
  if (isAccepted(make(high))) return make(high);
  while (high - low > Math.max(8, low / 20)) {
    const middle = Math.floor((low + high) / 2);
    if (isAccepted(make(middle))) low = middle;
    else high = middle;
  }
  return make(low);
}

/** The kinds that a short run renders: one of each way of taking long. */
const quick = new Set([
  'nested images',
  'nested emphasis',
  'closing stars',
  'backticks of growing lengths',
  'openings of comments in words',
  'nested quotations',
  'quotations one a line',
  'lists that grow in depth',
  'a table of many columns and short rows',
  'rows without a table',
  'notes',
  'setext headings',
]);

const kinds = Object.entries(pathologicalKinds);

describe(`${size.toLocaleString('en')} characters of a pathological kind`, { timeout: 600_000 }, () => {
  test.for(kinds)('%s is accepted or refused at once, with its position', ([, make]) => {
    const text = make(size);
    const started = process.threadCpuUsage().user;
    const problems = checkMarkdownLimits(text, 0);
    expect(process.threadCpuUsage().user - started).toBeLessThan(2_000_000);
    const lines = text.split('\n');
    for (const { line, column, found, expected, fix } of problems) {
      expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
      expect(`${found}; ${expected}. ${fix}`).not.toMatch(/undefined|NaN/);
    }
  });

  // The largest that is accepted takes longest. A machine that has other work, too, takes twice the time.
  const tried = all ? kinds : kinds.filter(([kind]) => quick.has(kind));
  test.for(tried)('%s renders in seconds as far as it is accepted', ([, make]) => {
    expect(measure(findLargest(make))).toBeLessThan(5);
  });
});
