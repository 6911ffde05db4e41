/** A sentence as a range of its text, in UTF-16 code units, without the white space around it. */
export interface Range {
  start: number;
  end: number;
}

/** Abbreviations that are followed by what they belong to, so that no sentence ends at their full stop. */
const leading =
  /(?:^|[\s("“‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Pres|Gen|Col|Maj|Capt|Cmdr|Lt|Sgt|Adm|Rev|Fr|Hon|St|Ste|Mt|Ft|No|Nos|vs|cf|ca|approx|Art|Sec|Fig|Vol|pp|p|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.\s*$/;

/** A single capital with a full stop: an initial ("G. W. Bush") or the end of an abbreviation in capitals ("U.S."). */
const initial = /(?:^|[\s("“‘'.])\p{Lu}\.\s*$/u;

/** An abbreviation ("U.S.", "5 p.m.") that may well be the last word of its sentence. */
const acronym = /(?:\p{Lu}\.\p{Lu}|\b[ap]\.m)\.\s*$/u;

/** Words that begin sentences far more often than they go on from an abbreviation. */
const opener =
  /^["“‘'(]?(?:A|An|And|As|At|But|By|For|He|Her|His|I|If|In|It|Its|Not|On|She|So|That|The|Their|There|These|They|This|To|We|When|While|With|You)\b/;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Splits a text into sentences by Unicode's rules (UAX #29), and joins what those split wrongly: after titles,
 * initials and other abbreviations, before a small letter, and where what is left holds no letter or digit.
 *
 * @param language BCP 47 tag of the text
 */
export function splitSentences(text: string, language: string): Range[] {
  const ranges: Range[] = [];
  // UAX #29 ends a sentence at every line end; in Markdown a line end within a paragraph is a space.
  const oneLine = text.replace(/[\r\n]/g, ' ');
  for (const { segment, index } of segmenterFor(language).segment(oneLine)) {
    const last = ranges.at(-1);
    const end = index + segment.length;
    if (last && continues(oneLine.slice(last.start, last.end), segment)) last.end = end;
    else ranges.push({ start: index, end });
  }
  return ranges.map((range) => trim(text, range)).filter(({ start, end }) => start < end);
}

function continues(before: string, segment: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(segment) || /^\p{Ll}/u.test(segment)) return true;
  return leading.test(before) || (acronym.test(before) ? !opener.test(segment) : initial.test(before));
}

function trim(text: string, { start, end }: Range): Range {
  const sentence = text.slice(start, end);
  return {
    start: start + sentence.length - sentence.trimStart().length,
    end: start + sentence.trimEnd().length,
  };
}

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
