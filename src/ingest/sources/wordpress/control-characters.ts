import type { LeftOut } from '../../drafts/draft.ts';

/** Characters that XML forbids (XML 1.0, section 2.2), though WordPress writes them. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Where the 32 noncharacters begin that stand in for them: XML allows these, and no text has them. */
const standIns = 0xfdd0;
/** Characters that no record may have, their stand-ins, and references to them. */
const removed =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|&#(?:0{0,6}(?:[0-8]|1[124-9]|2\d|3[01])|x0{0,6}(?:[0-8bcef]|1[0-9a-f]));/gi;
/** How much of the text around one is told. */
const context = 20;

/** Replaces characters that XML forbids with others, one for one, so that a parser reads on. */
export function replaceForbidden(xml: string): string {
  return xml.replace(forbidden, (character) => {
    const code = character.charCodeAt(0);
    // The places of tab and line feed are free.
    return String.fromCharCode(standIns + (code < 0x20 ? code : code - 0xfffe + 9));
  });
}

/**
 * Removes control characters from a text.
 *
 * @param where what it is the text of: `the title`
 * @param leaveOut called for each of them, with the words around it
 */
export function removeControlCharacters(
  text: string,
  where: string,
  leaveOut: (each: LeftOut) => void,
): string {
  return text.replace(removed, (found, offset: number) => {
    const name = codeOf(found).toString(16).toUpperCase().padStart(4, '0');
    const words = text.slice(Math.max(0, offset - context), offset + found.length + context);
    leaveOut({
      what: `a control character (U+${name}) in ${where}`,
      text: words.replace(removed, '').trim(),
    });
    return '';
  });
}

function codeOf(found: string): number {
  if (found.startsWith('&#')) {
    const digits = found.slice(2, -1);
    return /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  }
  const code = found.charCodeAt(0);
  if (code < standIns || code > standIns + 31) return code;
  const original = code - standIns;
  return original === 9 || original === 10 ? original - 9 + 0xfffe : original;
}
