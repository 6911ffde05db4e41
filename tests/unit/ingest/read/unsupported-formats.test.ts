import { describe, expect, test } from 'vitest';

import { refuseUnsupportedFormats } from '../../../../src/ingest/read/unsupported-formats.ts';

const refuse = (start: string) => () => refuseUnsupportedFormats(Buffer.from(start, 'latin1'));

describe('refuseUnsupportedFormats', () => {
  test.for([
    ['{\\rtf1\\ansi The mayor said hello.\\par}', 'an RTF document'],
    [
      `\xd0\xcf\x11\xe0${'\0'.repeat(9000)}E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0`,
      'an encrypted document',
    ],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'an old Office document'],
    ['\x1f\x8b\x08', 'a compressed file'],
    ['BZh91AY&SY', 'a compressed file (bzip2)'],
    ['\xfd7zXZ\0', 'a compressed file (xz)'],
    ['\x28\xb5\x2f\xfd', 'a compressed file (Zstandard)'],
    ['7z\xbc\xaf\x27\x1c', 'an archive file (7-Zip)'],
    ['Rar!\x1a\x07\0', 'an archive file (RAR)'],
    [`name.txt${'\0'.repeat(249)}ustar`, 'an archive file (tar)'],
    ['\x89PNG\r\n\x1a\n', 'a picture'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'a picture'],
    ['\0\0\0\x18ftypheic', 'a picture'],
    ['\0\0\0\x20ftypisom', 'an audio or video file'],
    ['filedesc://IA-000001.arc 0.0.0.0', 'a crawl in the old format ARC'],
    ['bplist00', 'a Safari web archive'],
    [
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n--b',
      'a web page saved as a single file (MHTML)',
    ],
  ])('refuses %j as %s', ([start = '', name]) => {
    expect(refuse(start)).toThrow(`found ${name}`);
  });

  test.for([
    '',
    'PDF files begin with %PDF-.',
    'Title: Mail\n\nMIME-Version: 1.0\nContent-Type: multipart/related',
    'MIME-Version: 1.0\nContent-Type: text/plain\n\nA mail.',
    'Z\xfcrich waits.',
    '\xff\xfeZ\0',
  ])('lets %j pass', (start) => {
    expect(refuse(start)).not.toThrow();
  });
});
