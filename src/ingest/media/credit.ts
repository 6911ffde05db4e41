/** How a credit begins that stands at the end of a caption. */
const label =
  /(?:(?:photo(?:graph)?|picture|image|foto|fotografie|bild|credit)s?(?:\s+(?:credit|courtesy(?:\s+of)?|by))?\s*[:/©]|photo(?:graph)?s?\s+(?:by|courtesy\s+of)\s|©)/giu;

/** What a sentence before a credit ends with. */
const sentenceEnd = /[.!?…”"’)\]]$/u;

/** No credit is longer, in UTF-16 code units. */
const longest = 160;

/** The most full stops in a credit: those of initials and abbreviations. */
const mostStops = 4;

/**
 * Parts the credit from the end of a caption: one that begins like `Photo:`, or that is known by its name.
 *
 * @param known whom the source names elsewhere
 * @example
 * partCredit('The harbour at dawn. Photo: Ada Lind') // { caption: 'The harbour at dawn.', credit: 'Photo: Ada Lind' }
 */
export function partCredit(caption: string, known = ''): { caption: string; credit?: string } {
  for (const [begin, at] of listLabels(caption)) {
    const before = withoutBracket(caption.slice(0, at).trimEnd());
    const rest = caption.slice(at + begin.length);
    const isCredit = rest.trim() !== '' && !/[!?]/.test(rest) && rest.split('.').length <= mostStops + 1;
    if (isCredit && (before === '' || sentenceEnd.test(before)))
      return { caption: before, credit: unwrap(caption.slice(at).trim(), caption) };
  }
  const at = known === '' ? -1 : caption.toLowerCase().lastIndexOf(known.toLowerCase());
  if (at <= 0) return { caption };
  const start = withoutBracket(caption.slice(0, at).trimEnd());
  const end = caption.slice(at);
  if (!sentenceEnd.test(start) || /[.!?]\s+\S/u.test(end.slice(known.length))) return { caption };
  return { caption: start, credit: unwrap(end, caption) };
}

/** The beginnings of credits near the end of a caption, with their positions. */
function listLabels(caption: string): [begin: string, at: number][] {
  const from = Math.max(0, caption.length - longest);
  return Array.from(caption.slice(from).matchAll(label), ({ 0: begin, index }) => [begin, from + index]);
}

/** Without the opening bracket at the end. */
function withoutBracket(text: string): string {
  return /[([]$/.test(text) ? text.slice(0, -1).trimEnd() : text;
}

/** Without the bracket that closes one before the credit. */
function unwrap(credit: string, caption: string): string {
  const isOpened = /[(\[]$/.test(caption.slice(0, caption.length - credit.length).trimEnd());
  return isOpened ? credit.replace(/[)\]]\.?$/, '') : credit;
}
