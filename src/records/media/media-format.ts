import type { ProblemMessage } from '../problem.ts';

/** What an article lists a file as: `pictures` and `facsimiles`, or `attachments`. */
export type MediaKind = 'picture' | 'attachment';

/** A format that files in `content/media/` may have. */
export interface MediaFormat {
  /** With its article: `a JPEG`. */
  name: string;
  kind: MediaKind;
  /** Media type (RFC 6838). */
  type: string;
  /** How a file's name may end; the first is the usual one. */
  extensions: readonly [string, ...string[]];
  /** How files of it begin, as ISO 8859-1. */
  start: RegExp;
}

/** How many bytes of a file its format is recognized by. */
export const recognizedBytes = 4096;

const formats: readonly MediaFormat[] = [
  picture('a JPEG', 'image/jpeg', /^\xff\xd8\xff/, '.jpg', '.jpeg', '.jpe', '.jfif'),
  picture('a PNG', 'image/png', /^\x89PNG\r\n\x1a\n/, '.png'),
  picture('a WebP', 'image/webp', /^RIFF[^]{4}WEBP/, '.webp'),
  picture('an AVIF', 'image/avif', /^[^]{4}ftypavi[fs]/, '.avif'),
  picture('a GIF', 'image/gif', /^GIF8[79]a/, '.gif'),
  picture('a TIFF', 'image/tiff', /^(?:II[*+]\0|MM\0[*+])/, '.tif', '.tiff'),
  attachment('a PDF', 'application/pdf', /^%PDF-/, '.pdf'),
  attachment('an MP3', 'audio/mpeg', /^(?:ID3[\x02-\x04]|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/, '.mp3'),
  attachment('a FLAC', 'audio/flac', /^fLaC/, '.flac'),
  attachment('a WAV', 'audio/wav', /^RIFF[^]{4}WAVE/, '.wav'),
  attachment('an Ogg', 'audio/ogg', /^OggS\0/, '.ogg', '.oga', '.opus', '.ogv'),
  attachment('an MPEG-4 sound', 'audio/mp4', /^[^]{4}ftypM4[AB]/, '.m4a', '.m4b'),
  attachment(
    'an MPEG-4 film',
    'video/mp4',
    /^[^]{4}ftyp(?:isom|iso\d|mp4\d|avc1|M4V|dash|MSNV)/,
    '.mp4',
    '.m4v',
  ),
  attachment('a WebM', 'video/webm', /^\x1a\x45\xdf\xa3[^]{0,64}webm/, '.webm'),
];

/** The format of a media type: one of those that are recognized. */
export function formatOfType(type: string): MediaFormat | undefined {
  return formats.find((each) => each.type === type);
}

const saveAs = 'Save it as JPEG, PNG, WebP, AVIF, GIF or TIFF, and list that file.';

/** Formats that are refused, with the reason. */
const refused: readonly { start: RegExp; name: string; fix: string }[] = [
  {
    start:
      /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i,
    name: 'an SVG, which can hold scripts and load other files',
    fix: 'Save it as PNG, and list that file.',
  },
  {
    start: /^[^]{4}ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)/,
    name: 'a HEIC picture, which most browsers cannot show',
    fix: saveAs,
  },
  {
    start: /^(?:8BPS|%!PS|BM|\0\0\x01\0|\0\0\0\x0cjP {2})/,
    name: 'a picture that browsers do not show',
    fix: saveAs,
  },
];

/**
 * Recognizes the format of a file by its content.
 *
 * @param start the first {@link recognizedBytes} bytes of the file, or all of them
 * @returns the format, or what is wrong with it as the end of a message
 */
export function recognizeFormat(start: Uint8Array): MediaFormat | Omit<ProblemMessage, 'expected'> {
  if (start.length === 0) return { found: 'an empty file', fix: 'Put the file back from a backup.' };
  const text = Buffer.from(start).toString('latin1');
  const format = formats.find((each) => each.start.test(text));
  if (format) return format;
  const { name, fix } = refused.find((each) => each.start.test(text)) ?? {
    name: 'a file of no known format',
    fix: `${saveAs} Documents may be PDF, sound and films MP3, M4A, FLAC, WAV, Ogg, MP4 or WebM.`,
  };
  return { found: name, fix };
}

function picture(
  name: string,
  type: string,
  start: RegExp,
  ...extensions: [string, ...string[]]
): MediaFormat {
  return { name, kind: 'picture', type, extensions, start };
}

function attachment(
  name: string,
  type: string,
  start: RegExp,
  ...extensions: [string, ...string[]]
): MediaFormat {
  return { name, kind: 'attachment', type, extensions, start };
}
