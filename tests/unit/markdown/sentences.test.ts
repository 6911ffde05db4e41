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
    // An abbreviation that begins nothing new, or ends its sentence after all.
    ['Osmark F.C. v. Norhaven was rained off.', ['Osmark F.C. v. Norhaven was rained off.']],
    ['Staff Sgt. Lind of Co. B spoke. He left.', ['Staff Sgt. Lind of Co. B spoke.', 'He left.']],
    ['Lt.-Col. J.-P. Lind met ex-Sen. Berg.', ['Lt.-Col. J.-P. Lind met ex-Sen. Berg.']],
    ['She runs Lind Inc. Norhaven is its seat.', ['She runs Lind Inc. Norhaven is its seat.']],
    ['She runs Lind Inc. The seat is Norhaven.', ['She runs Lind Inc.', 'The seat is Norhaven.']],
    ['It opens in Dec. Then it shuts.', ['It opens in Dec.', 'Then it shuts.']],
    ['It is on Main St. The sea is near.', ['It is on Main St.', 'The sea is near.']],
    ['It was plan B. They agreed.', ['It was plan B.', 'They agreed.']],
    ['It was J. He of Osmark. They agreed.', ['It was J. He of Osmark.', 'They agreed.']],
    ['He left for the U.S. A. Berg stayed.', ['He left for the U.S. A. Berg stayed.']],
    ["He knew the U.S.' Navy well.", ["He knew the U.S.' Navy well."]],
    ['It shut at 9 a.m. Firemen came at once.', ['It shut at 9 a.m.', 'Firemen came at once.']],
    ['It shut at 9 a.m. GMT, at 5 p.m. Osmark time.', ['It shut at 9 a.m. GMT, at 5 p.m. Osmark time.']],
    ['He saw fruit, e.g. Osmark plums, i.e. Osmarks.', ['He saw fruit, e.g. Osmark plums, i.e. Osmarks.']],
    // Abbreviations that are words too.
    ['“No. He will not.”', ['“No.', 'He will not.”']],
    ['Will he? No. I asked.', ['Will he?', 'No.', 'I asked.']],
    ['They met at the Hall of Art. Nobody came.', ['They met at the Hall of Art.', 'Nobody came.']],
    ['Art. 5 and Vol. IV are lost.', ['Art. 5 and Vol. IV are lost.']],
    // Numbers that count.
    ['1. The port is open. 2. The bridge is shut.', ['1. The port is open.', '2. The bridge is shut.']],
    // A small letter behind other signs.
    ['He cried “Stop!” (and ran off). It rained.', ['He cried “Stop!” (and ran off).', 'It rained.']],
    ['“Who?” – she asked. It rained.', ['“Who?” – she asked.', 'It rained.']],
    // Verses: a line separator parts, unless the sentence goes on.
    ['The sea is grey,\u2028The sky is low', ['The sea is grey,\u2028The sky is low']],
    ['The sea is grey\u2028and wide\u2028The sky', ['The sea is grey\u2028and wide', 'The sky']],
    ['Norhaven 2\u2028Osmark 1', ['Norhaven 2', 'Osmark 1']],
    // German.
    ['Am 3. Oktober kam Dr. Lind. Es regnete.', ['Am 3. Oktober kam Dr. Lind.', 'Es regnete.'], 'de'],
    ['Sie ist 43. Er ist älter.', ['Sie ist 43.', 'Er ist älter.'], 'de-AT'],
    ['Siehe z. B. Nr. 3 und S. 5, d. h. Osmark.', ['Siehe z. B. Nr. 3 und S. 5, d. h. Osmark.'], 'de'],
    ['Siehe z.B. Osmark, u.a. Norhaven.', ['Siehe z.B. Osmark, u.a. Norhaven.'], 'de'],
    ['Äpfel, Birnen usw. Das war alles.', ['Äpfel, Birnen usw.', 'Das war alles.'], 'de'],
    ['„Ja.“ Er ging. »Nein.« »Doch.«', ['„Ja.“', 'Er ging.', '»Nein.«', '»Doch.«'], 'de'],
    // French: the closing mark stands apart, and belongs to what it closes.
    ['M. Lind et MM. Berg. Mme Roy part.', ['M. Lind et MM. Berg.', 'Mme Roy part.'], 'fr'],
    ['M. Le Roy est venu. Il part.', ['M. Le Roy est venu.', 'Il part.'], 'fr'],
    ['«\u00a0Oui.\u00a0» Il part.', ['«\u00a0Oui.\u00a0»', 'Il part.'], 'fr'],
    // Spanish and Russian.
    ['El Sr. Lind y la Dra. Berg. Se van.', ['El Sr. Lind y la Dra. Berg.', 'Se van.'], 'es'],
    ['Он жил в г. Осмарк, т. е. Норхавен.', ['Он жил в г. Осмарк, т. е. Норхавен.'], 'ru'],
    ['Это было в 2021 г. Он уехал.', ['Это было в 2021 г.', 'Он уехал.'], 'ru'],
    ['В 2021 г. А. Б. Линд уехал.', ['В 2021 г. А. Б. Линд уехал.'], 'ru'],
    ['«Куда?» — спросил Линд. Он ушёл.', ['«Куда?» — спросил Линд.', 'Он ушёл.'], 'ru'],
    // Scripts without capitals.
    ['قال د. ليند: «نعم.» غادر.', ['قال د. ليند: «نعم.»', 'غادر.'], 'ar'],
    ['היא באה. "לא." הוא הלך.', ['היא באה.', '"לא."', 'הוא הלך.'], 'he'],
    ['ის წავიდა. ის მოვიდა.', ['ის წავიდა.', 'ის მოვიდა.'], 'ka'],
    // An opening mark without a space before it belongs to what it opens.
    ['他来了。“好！”他走了。', ['他来了。', '“好！”', '他走了。'], 'zh'],
    ['他来了。「好。」（笑）', ['他来了。', '「好。」', '（笑）'], 'zh-Hant'],
    ['《去哪里？》一书出版。他来了。', ['《去哪里？》一书出版。', '他来了。'], 'zh'],
    ['来た。「行こう。」と言った。『何？』', ['来た。', '「行こう。」と言った。', '『何？』'], 'ja'],
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
