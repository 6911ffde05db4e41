/** How a credit begins that stands at the end of a caption. */
const label =
  /(?:(?:photo(?:graph)?|picture|image|foto|fotografie|bild|credit)s?(?:\s+(?:credit|courtesy(?:\s+of)?|by))?\s*[:/©]|photo(?:graph)?s?\s+(?:by|courtesy\s+of)\s|©)/giu;

/** What a sentence before a credit ends with. */
const sentenceEnd = /[.!?…”"’)\]]$/u;

/** What follows a label that says which picture is meant, and not whose it is: `Photo: left`, `Photo: 1987`. */
const whichOne =
  /^(?:\d{4}|above|below|bottom|centre|center|inset|left|right|top|links|mitte|oben|rechts|unten)(?![\p{L}\p{N}])/iu;

/** Words with a full stop that do not end a sentence. */
const abbreviation =
  /^(?:\p{L}|capt|co|col|coll|corp|dr|gen|inc|jr|lt|ltd|mr|mrs|ms|mus|no|phot|prof|sgt|sr|st|univ)$/iu;

/** No credit is longer, in UTF-16 code units. */
const longest = 160;

/** The most full stops in a credit: those of initials and abbreviations. */
const mostStops = 4;

const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** What stands in brackets at the end. */
const lastBracket = /([([])([^()[\]]{1,160})[)\]]\.?$/u;
/** In either kind of brackets these can only be a credit, … */
const surelyAgency =
  /^(?:dpa|Getty Images|Reuters|(?:AFP|AP|EPA|UPI)\s+Photos?|(?:AFP|AP|dpa|EPA|Getty Images|Reuters|UPI)(?:\s+Photos?)?\s?\/\s?\S.*)$/u;
/** … and these in square ones: in round ones they may stand for what is named before them, "the ministry (EPA)". */
const bareAgency = /^(?:AFP|AP|EPA|UPI)$/u;

/** A caption, and the credit that was part of it. */
interface PartedCaption {
  caption: string;
  credit?: string;
}

/**
 * Parts the credit from the end of a caption: one that begins like `Photo:`, that is an agency in brackets, or that is known
 * by its name. It follows a sentence or a bar, or is all that stands in the last brackets. Where words follow it, the
 * caption stays whole, since nothing says where the credit ends.
 *
 * @param known whom the source names elsewhere
 * @example
 * partCredit('The harbour at dawn (Photo: Ada Lind)') // { caption: 'The harbour at dawn', credit: 'Photo: Ada Lind' }
 */
export function partCredit(caption: string, known = ''): PartedCaption {
  const labels = listLabels(caption);
  const starts = new Set(labels.map(({ at }) => at));
  for (const { at, end } of labels) {
    const rest = caption.slice(end).trim();
    const isCredit =
      rest !== '' &&
      !/[!?]/.test(rest) &&
      !whichOne.test(rest) &&
      rest.split('.').length <= mostStops + 1 &&
      !isFollowed(caption, end, starts);
    const parted = isCredit ? partAt(caption, at) : undefined;
    if (parted) return parted;
  }
  const [bracketed = '', opening, words = ''] = lastBracket.exec(caption) ?? [];
  if (surelyAgency.test(words) || (opening === '[' && bareAgency.test(words)))
    return { caption: caption.slice(0, -bracketed.length).trimEnd(), credit: words };
  const at = known === '' ? -1 : caption.toLowerCase().lastIndexOf(known.toLowerCase());
  if (at <= 0 || /[.!?]\s+\S/u.test(caption.slice(at + known.length))) return { caption };
  return partAt(caption, at) ?? { caption };
}

/** Parts a caption where a credit begins; `undefined` when what is before it does not end there. */
function partAt(caption: string, at: number): PartedCaption | undefined {
  const before = caption.slice(0, at).trimEnd();
  const credit = caption.slice(at).trim();
  const opening = before.at(-1) ?? '';
  const closing = brackets[opening];
  if (closing !== undefined) {
    const inner = withoutClosing(credit, opening, closing);
    return inner === undefined ? undefined : { caption: before.slice(0, -1).trimEnd(), credit: inner };
  }
  if (opening === '|') return { caption: before.slice(0, -1).trimEnd(), credit };
  return before === '' || sentenceEnd.test(before) ? { caption: before, credit } : undefined;
}

/** Without the bracket that closes the one before it; `undefined` unless that is at the end. */
function withoutClosing(text: string, opening: string, closing: string): string | undefined {
  let depth = 1;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === opening) depth++;
    if (text[index] === closing) depth--;
    if (depth === 0) return /^\.?$/.test(text.slice(index + 1)) ? text.slice(0, index).trimEnd() : undefined;
  }
  return undefined;
}

/** The beginnings of credits near the end of a caption. */
function listLabels(caption: string): { at: number; end: number }[] {
  const from = Math.max(0, caption.length - longest);
  return Array.from(caption.slice(from).matchAll(label), ({ 0: begin, index }) => ({
    at: from + index,
    end: from + index + begin.length,
  }));
}

/** Whether a sentence ends after a position and another one follows, but for a further credit. */
function isFollowed(caption: string, from: number, labels: ReadonlySet<number>): boolean {
  for (let stop = caption.indexOf('. ', from); stop >= 0; stop = caption.indexOf('. ', stop + 1)) {
    const word =
      caption
        .slice(from, stop)
        .split(/[^\p{L}]/u)
        .at(-1) ?? '';
    const next = caption.slice(stop + 2);
    if (abbreviation.test(word) || labels.has(stop + 2) || /^all rights reserved\b/i.test(next)) continue;
    return true;
  }
  return false;
}
