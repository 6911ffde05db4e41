import type { LeftOut } from '../../drafts/draft.ts';

/** What a program recognized on the picture of a page. */
export interface RecognizedPages {
  /** Paragraphs of lines, in the order of the file. */
  paragraphs: string[][];
  leftOut: LeftOut[];
  /** How sure the program is of each word, 0 to 1, where it says so. */
  wordConfidences: number[];
  /** The same of whole pages. */
  pageConfidences: number[];
}

/** Says how sure the program is of what it recognized. */
export function describeConfidence({ wordConfidences, pageConfidences }: RecognizedPages): string {
  const sure = [
    ...(pageConfidences.length > 0 ? [`${formatMean(pageConfidences)} for the page`] : []),
    ...(wordConfidences.length > 0
      ? [`${formatMean(wordConfidences)} on average for ${wordConfidences.length.toLocaleString('en')} words`]
      : []),
  ];
  const said = sure.length === 0 ? 'it does not say how surely' : `its confidence is ${sure.join(', and ')}`;
  return `The text was recognized by a program from a picture; ${said}.`;
}

function formatMean(values: readonly number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(2);
}
