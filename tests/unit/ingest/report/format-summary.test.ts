import { describe, expect, test } from 'vitest';

import { formatSummary } from '../../../../src/ingest/report/format-summary.ts';
import { createTally } from '../../../../src/ingest/report/tally.ts';

describe('formatSummary', () => {
  test('gives the terminal that shows it no commands', () => {
    const tally = createTally();
    const origin = { file: 'a.txt', line: 1 };
    const found = 'the date "\u001b[2J\u009b31m"';
    const failure = { origin, line: 1, column: 1, found, expected: 'a date\u0007', fix: 'Correct it.\r\n' };
    tally.add({ kind: 'failed', failure });
    tally.add({ kind: 'skipped', origin, reason: 'with the status "\u001b]0;x\u0007"' });
    const lines = formatSummary(tally).split('\n');
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
    expect(lines).toContain('  1 × with the status "�]0;x�"');
    expect(lines).toContain('  a.txt:1:1: found the date "�[2J�31m"; expected a date�. Correct it.��');
  });
});
