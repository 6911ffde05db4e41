import { SourceError } from '../drafts/draft.ts';

const leaveOut = 'Leave it out.';
const saveAsText = 'Save it as a plain text or a web page in the program that made it, and give that.';

/** What is received beside texts, by the bytes that it begins with, as ISO 8859-1. */
const others: readonly [start: RegExp, name: string, fix: string][] = [
  [/^%PDF-/, 'a PDF', 'Take its text out ("pdftotext -enc UTF-8 FILE"), and give that.'],
  [/^(?:ï»¿)?\s*\{\\rtf/, 'a text in RTF', saveAsText],
  [/^PK\x03\x04/, 'a ZIP file, or a document (.docx, .odt, .epub)', `Unpack it. ${saveAsText}`],
  [/^\xd0\xcf\x11\xe0/, 'a document of an old Office program (.doc, .xls)', saveAsText],
  [/^\x1f\x8b/, 'a compressed file (gzip)', 'Unpack it first: gunzip FILE.'],
  [/^BZh[1-9]1AY&SY/, 'a compressed file (bzip2)', 'Unpack it first: bunzip2 FILE.'],
  [/^\xfd7zXZ\0/, 'a compressed file (xz)', 'Unpack it first: unxz FILE.'],
  [/^\x28\xb5\x2f\xfd/, 'a compressed file (Zstandard)', 'Unpack it first: unzstd FILE.'],
  [/^7z\xbc\xaf\x27\x1c/, 'an archive file (7-Zip)', 'Unpack it first: 7z x FILE.'],
  [/^Rar!\x1a\x07/, 'an archive file (RAR)', 'Unpack it first: unrar x FILE.'],
  [/^[^]{257}ustar/, 'an archive file (tar)', 'Unpack it first: tar -xf FILE.'],
  [/^bplist0\d/, 'a page as Safari keeps it (.webarchive)', 'Open it in Safari, and save its source.'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF[^]{4}WEBP)/, 'a picture', leaveOut],
  [/^(?:ID3[\x02-\x04]|RIFF[^]{4}WAVE|OggS\0|[^]{4}ftyp)/, 'a sound or film', leaveOut],
];

/**
 * Refuses a file that is no text, or one in which there is more than a text and its mark-up, with the way to the text.
 *
 * @param start the first bytes of the file
 * @throws {SourceError} that says what it is
 */
export function refuseOtherFormats(start: Uint8Array): void {
  const text = Buffer.from(start.subarray(0, 4096)).toString('latin1');
  for (const [pattern, name, fix] of others) if (pattern.test(text)) throw otherFormat(name, fix);
  const [header = ''] = text.split(/\r?\n\r?\n/, 1);
  if (!/^mime-version:/im.test(header) || !/^content-type:\s*multipart\/related/im.test(header)) return;
  const fix = 'Open it in a browser, and save it as a web page, HTML only.';
  throw otherFormat('a web page and its parts in one file (MHTML)', fix);
}

/** @param name what it is, as in "a picture" */
export function otherFormat(name: string, fix: string): SourceError {
  return new SourceError(name, 'a text', fix);
}
