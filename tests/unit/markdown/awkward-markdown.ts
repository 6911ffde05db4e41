import fc from 'fast-check';

import type { NamedRecord } from '../../../src/markdown/name-finder.ts';

/** Records whose names stand in {@link awkwardMarkdown}. */
export const awkwardRecords: NamedRecord[] = [
  { key: 'people/ada-lind', names: ['Ada Lind', 'Ada'], hyphenJoins: true },
  { key: 'people/wang-yi', names: ['王毅'], hyphenJoins: true },
  { key: 'places/osmark', names: ['Osmark', 'U.S.'], hyphenJoins: false },
  { key: 'organizations/board', names: ['R&D <Board>', '*', '[', '"'], hyphenJoins: false },
];

/** Texts that are awkward in every way that Markdown, HTML, names and sentences can be. */
export const awkwardMarkdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Ada Lind',
        'Ada',
        'Lind',
        'Osmark',
        'R&D <Board>',
        '王毅',
        'U.S.',
        'Ada\nLind',
        'Ada\\\nLind',
      ),
      fc.constantFrom(
        ' ',
        '\n',
        '\n\n',
        '  \n',
        '\\\n',
        '\r\n',
        '\t',
        '\u2028',
        '\u00a0',
        '. ',
        '! ',
        '。',
        '」',
        '“',
      ),
      fc.constantFrom(
        '*',
        '**',
        '_',
        '`',
        '```\n',
        '~~',
        '# ',
        '\n> ',
        '\n- ',
        '\n  - ',
        '\n1. ',
        '---\n',
        '\\',
        '|',
      ),
      fc.constantFrom(
        '[',
        '](',
        ')',
        '![',
        '<',
        '>',
        '&',
        '&lt;',
        '&#60;',
        '"',
        "'",
        '=',
        '[^1]',
        '\n\n[^1]: ',
      ),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<img src=x onerror="alert(1)">',
        '\n\n<div onclick=x>\n',
        '<svg/onload=x>',
        '<!--',
        '[a](javascript:x)',
        '<https://Osmark.example/>',
        'https://example.org/Ada',
        '| a | Osmark |\n|--|--|\n| Ada Lind | b |\n',
        '- [x] Ada',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
