import { splitSentences } from '../../markdown/sentences.ts';
import { toLine } from '../text/lines.ts';

/** The longest supplied title, in UTF-16 code units. */
const longest = 100;

/**
 * Devises a title for a text that has none (DACS 2.3): its first sentence. A long one is truncated between words, or
 * between grapheme clusters when it has no words.
 *
 * @param passages the passages of the text (see `readRunningText`)
 * @param language BCP 47 tag of the text
 * @returns one line; `undefined` when there is no text
 */
export function supplyTitle(passages: readonly string[], language: string): string | undefined {
  const text = passages.find((passage) => passage.trim() !== '');
  const [sentence] = text === undefined ? [] : splitSentences(text.slice(0, 2000), language);
  if (text === undefined || !sentence) return undefined;
  const whole = toLine(text.slice(sentence.start, sentence.end));
  if (whole.length <= longest) return whole.replace(/(?<!\.)[.。]$/u, '');
  const segment = (granularity: 'word' | 'grapheme') => [
    ...new Intl.Segmenter(language, { granularity }).segment(whole),
  ];
  const fits = ({ index, segment }: Intl.SegmentData) => index + segment.length < longest;
  const graphemes = segment('grapheme');
  const cut =
    segment('word').findLast((word) => fits(word) && /[\p{L}\p{N}]/u.test(word.segment)) ??
    graphemes.findLast(fits) ??
    graphemes[0];
  return `${whole.slice(0, cut && cut.index + cut.segment.length)} …`;
}
