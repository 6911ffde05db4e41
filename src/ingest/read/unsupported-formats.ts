import { SourceError } from '../sources/source-error.ts';

const leaveOut = 'Leave it out.';
const saveAsText = 'Save it as plain text or as a web page in the program that created it, and ingest that.';

/** Formats that are not supported, by their first bytes as ISO 8859-1. */
const others: readonly [start: RegExp, name: string, fix: string][] = [
  [/^(?:ï»¿)?\s*\{\\rtf/, 'an RTF document', saveAsText],
  [
    /^\xd0\xcf\x11\xe0[^]*E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0/,
    'an encrypted document',
    'Open it with its password, save it without one, and ingest that.',
  ],
  [/^\xd0\xcf\x11\xe0/, 'an old Office document (.doc, .xls)', saveAsText],
  [/^\x1f\x8b/, 'a compressed file (gzip)', 'Unpack it first: gunzip FILE.'],
  [/^BZh[1-9]1AY&SY/, 'a compressed file (bzip2)', 'Unpack it first: bunzip2 FILE.'],
  [/^\xfd7zXZ\0/, 'a compressed file (xz)', 'Unpack it first: unxz FILE.'],
  [/^\x28\xb5\x2f\xfd/, 'a compressed file (Zstandard)', 'Unpack it first: unzstd FILE.'],
  [/^7z\xbc\xaf\x27\x1c/, 'an archive file (7-Zip)', 'Unpack it first: 7z x FILE.'],
  [/^Rar!\x1a\x07/, 'an archive file (RAR)', 'Unpack it first: unrar x FILE.'],
  [/^[^]{257}ustar/, 'an archive file (tar)', 'Unpack it first: tar -xf FILE.'],
  [
    /^filedesc:\/\//,
    'a crawl in the old format ARC',
    'Convert it to WARC: "warcio recompress FILE.arc FILE.warc.gz".',
  ],
  [/^bplist0\d/, 'a Safari web archive (.webarchive)', 'Open it in Safari, and save it as page source.'],
];

/** The same of what may stand beside texts without being one. */
const media: typeof others = [
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp(?:avi[fs]|hei[cfmsx]|hev[cmsx]|mif1|msf1))/,
    'a picture',
    leaveOut,
  ],
  [/^(?:ID3[\x02-\x04]|RIFF[^]{4}WAVE|OggS\0|[^]{4}ftyp)/, 'an audio or video file', leaveOut],
];

/** Thrown for a picture, a sound or a film. */
export class MediaError extends SourceError {}

/** Whether a file begins as a PDF does (ISO 32000-2, section 7.5.2), whatever white space stands before. */
export function startsAsPdf(start: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*%PDF-/.test(Buffer.from(start.subarray(0, 64)).toString('latin1'));
}

/** Whether a file begins like one that may belong to a text: a picture, a PDF, a sound or a film. */
export function mayBelongToText(start: Uint8Array): boolean {
  const text = Buffer.from(start.subarray(0, 64)).toString('latin1');
  return text.startsWith('%PDF-') || media.some(([pattern]) => pattern.test(text));
}

/**
 * Rejects a file that is not text, or contains more than a text and its markup, and says how to get the text.
 *
 * @param start the first bytes of the file
 * @throws {MediaError} for a picture, a sound or a film
 * @throws {SourceError} that says what it is
 */
export function refuseUnsupportedFormats(start: Uint8Array): void {
  // The directory of an encrypted document may stand far behind its beginning.
  const text = Buffer.from(start).toString('latin1');
  for (const [pattern, name, fix] of media) if (pattern.test(text)) throw new MediaError(name, 'a text', fix);
  for (const [pattern, name, fix] of others) if (pattern.test(text)) throw unsupportedFormat(name, fix);
  const [header = ''] = text.split(/\r?\n\r?\n/, 1);
  if (!/^mime-version:/im.test(header) || !/^content-type:\s*multipart\/related/im.test(header)) return;
  const fix = 'Open it in a browser, and save it as a web page, HTML only.';
  throw unsupportedFormat('a web page saved as a single file (MHTML)', fix);
}

/** @param name what it is, as in "a picture" */
function unsupportedFormat(name: string, fix: string): SourceError {
  return new SourceError(name, 'a text', fix);
}
