import { describe, expect, test } from 'vitest';

import { splitSentences } from '../../../src/markdown/sentences.ts';

const split = (text: string, language: string) =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  test.for<[string, string[], string?]>([
    ['It rained. It stopped.', ['It rained.', 'It stopped.']],
    ['Why? Because! So.', ['Why?', 'Because!', 'So.']],
    ['It rained', ['It rained']],
    ['', []],
    [' \n ', []],
    ['  It rained.  It stopped.  ', ['It rained.', 'It stopped.']],
    // Titles, initials and other abbreviations.
    ['Mr. Lind spoke. Mrs. Berg left.', ['Mr. Lind spoke.', 'Mrs. Berg left.']],
    ['(Dr. Lind spoke.) “Prof. Berg left.”', ['(Dr. Lind spoke.)', '“Prof. Berg left.”']],
    ['G. W. Lind met J. Berg. They talked.', ['G. W. Lind met J. Berg.', 'They talked.']],
    ['See No. 3 and No. 4. Then stop.', ['See No. 3 and No. 4.', 'Then stop.']],
    ['On Jan. 3 it rained. On Sept. 4 it did not.', ['On Jan. 3 it rained.', 'On Sept. 4 it did not.']],
    ['It is in St. Osmark on Mt. Sund. It is high.', ['It is in St. Osmark on Mt. Sund.', 'It is high.']],
    ['The U.S. Senate voted. It passed.', ['The U.S. Senate voted.', 'It passed.']],
    ['He came from the U.S. The vote was close.', ['He came from the U.S.', 'The vote was close.']],
    ['The U.S. vote was close.', ['The U.S. vote was close.']],
    ['It began at 5 p.m. and ended at 6 p.m. today.', ['It began at 5 p.m. and ended at 6 p.m. today.']],
    ['It ended at 7 p.m. The crowd left.', ['It ended at 7 p.m.', 'The crowd left.']],
    ['It began at 5 p.m. Tuesday in Osmark.', ['It began at 5 p.m. Tuesday in Osmark.']],
    ['It cost $3.5 million. He paid.', ['It cost $3.5 million.', 'He paid.']],
    ['Visit example.org. It is open.', ['Visit example.org.', 'It is open.']],
    // Quotation marks.
    [
      '“We will go.” She left. “Why?” he asked. “No!” Berg said.',
      ['“We will go.”', 'She left.', '“Why?” he asked.', '“No!”', 'Berg said.'],
    ],
    ['“We will go. We will stay,” she said.', ['“We will go.', 'We will stay,” she said.']],
    ['(He left.) She stayed.', ['(He left.)', 'She stayed.']],
    // What is left holds no letter or digit.
    ['It reflects the support of the people. .', ['It reflects the support of the people. .']],
    ['The people. . The board left.', ['The people. .', 'The board left.']],
    ['It rained. . . It stopped.', ['It rained. . .', 'It stopped.']],
    // Before a small letter, and at an ellipsis.
    ['Well… he paused. Then left.', ['Well… he paused.', 'Then left.']],
    ['Well... he paused. Then left.', ['Well... he paused.', 'Then left.']],
    ['He said he... Then he left.', ['He said he...', 'Then he left.']],
    // Line ends of the Markdown file are no ends of sentences.
    ['The minister met\nPresident Lind. It rained.', ['The minister met\nPresident Lind.', 'It rained.']],
    ['The minister met\nher aide.', ['The minister met\nher aide.']],
    ['It rained.\nIt stopped.', ['It rained.', 'It stopped.']],
    ['“It rained.”\nBerg said so.', ['“It rained.”', 'Berg said so.']],
    ['It was Dr.\nLind.', ['It was Dr.\nLind.']],
    ['The minister met\r\nPresident Lind.', ['The minister met\r\nPresident Lind.']],
    // Other scripts.
    ['王毅说。他走了。是吗？对！', ['王毅说。', '他走了。', '是吗？', '对！'], 'zh'],
    ['王毅说：“好。”他走了。', ['王毅说：“好。”', '他走了。'], 'zh'],
    ['وصل الوزير. غادر الوزير؟ نعم.', ['وصل الوزير.', 'غادر الوزير؟', 'نعم.'], 'ar'],
    ['Он пришёл. Она ушла.', ['Он пришёл.', 'Она ушла.'], 'ru'],
  ])('%j', ([text, expected, language = 'en']) => {
    expect(split(text, language)).toEqual(expected);
  });

  test('gives ranges of the text as it is, in order and without overlap', () => {
    const text = ' Mr. Lind 🚢 spoke.  It rained. . 王毅说。 ';
    const ranges = splitSentences(text, 'en');
    expect(ranges.map(({ start, end }) => text.slice(start, end)).join('|')).toBe(
      'Mr. Lind 🚢 spoke.|It rained. .|王毅说。',
    );
    for (const [index, { start, end }] of ranges.entries()) {
      expect(start).toBeLessThan(end);
      expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
    }
  });
});
