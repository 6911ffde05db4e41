/** How a credit begins that stands at the end of a caption. */
const label =
  '(?:(?:photo(?:graph)?|picture|image|foto|fotografie|bild|credit)s?(?:\\s+(?:credit|courtesy(?:\\s+of)?|by))?\\s*[:/©]|photo(?:graph)?s?\\s+(?:by|courtesy\\s+of)\\s|©)';
const labelled = new RegExp(
  `^(.*?[.!?…”"’)\\]]|)\\s*[(\\[]?(${label}\\s*\\S[^.!?]{0,100}(?:\\.[^.!?]{0,60}){0,4})$`,
  'iu',
);

/**
 * Parts the credit from the end of a caption: one that begins like `Photo:`, or that is known by its name.
 *
 * @param known whom the source names elsewhere
 * @example
 * partCredit('The harbour at dawn. Photo: Ada Lind') // { caption: 'The harbour at dawn.', credit: 'Photo: Ada Lind' }
 */
export function partCredit(caption: string, known = ''): { caption: string; credit?: string } {
  const { 1: before = '', 2: credit } = labelled.exec(caption) ?? [];
  if (credit !== undefined && caption.length - before.length < 160)
    return { caption: before.trim(), credit: unwrap(credit.trim(), caption) };
  const at = known === '' ? -1 : caption.toLowerCase().lastIndexOf(known.toLowerCase());
  if (at <= 0) return { caption };
  const [, start = '', opened = ''] = /^(.*[.!?…”"’)\]])\s*([(\[]?)$/u.exec(caption.slice(0, at)) ?? [];
  const end = caption.slice(at);
  if (start === '' || /[.!?]\s+\S/u.test(end.slice(known.length))) return { caption };
  return { caption: start, credit: opened === '' ? end : end.replace(/[)\]]\.?$/, '') };
}

/** Without the bracket that closes one before the credit. */
function unwrap(credit: string, caption: string): string {
  const isOpened = /[(\[]$/.test(caption.slice(0, caption.length - credit.length).trimEnd());
  return isOpened ? credit.replace(/[)\]]\.?$/, '') : credit;
}
