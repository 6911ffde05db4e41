import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { renderCsv } from '../../../../src/exports/data/csv.ts';

/** A cell as it was written, without the apostrophe before a formula. */
const unescape = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '');

describe('renderCsv', () => {
  test('is read back as it was, whatever stands in the cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })),
        (rows) => {
          const read: string[][] = parse(renderCsv(rows), {
            record_delimiter: '\r\n',
            skip_empty_lines: false,
          });
          expect(read.map((row) => row.map(unescape))).toEqual(rows.map((row) => row.map(unescape)));
        },
      ),
    );
  });

  test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://x.example")'])(
    'keeps %j from being a formula',
    (cell) => {
      const [row = []]: string[][] = parse(renderCsv([[cell, '']]), { record_delimiter: '\r\n' });
      expect(row[0]).toBe(`'${cell}`);
    },
  );
});
