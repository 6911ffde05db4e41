/** What a text may repeat, by what it is: a long run of each would take a program for ever that compares it with itself. */
export const repeated: Readonly<Record<string, string>> = {
  spaces: ' ',
  tabs: '\t',
  'line ends': '\n',
  'line ends of Windows': '\r\n',
  'no-break spaces': '\u00a0',
  'ideographic spaces': '\u3000',
  'line separators': '\u2028',
  'zero-width spaces': '\u200b',
  stars: '*',
  underscores: '_',
  'opening brackets': '[',
  'opening angles': '<',
  'closing angles': '>',
  ampersands: '&',
  'quotation marks': '"',
  hyphens: '-',
  'equals signs': '=',
  bars: '|',
  backslashes: '\\',
  'full stops': '.',
  'opening parentheses': '(',
  digits: '7',
  letters: 'a',
  'Chinese characters': '中',
  'combining marks': '\u0301',
  'combining marks in the wrong order': '\u0301\u0316',
  'references to combining marks': '&#x301;&#x316;',
  'spaces before line ends': ' \n',
  words: 'a ',
  sentences: 'J. A. ',
  'openings of comments': '<!--',
  'openings of notes': '[^',
  tags: '<p',
  'marks of a merge': '<<<<<<<\n',
};

/** Repeats a text until the result has a length, in UTF-16 code units, or nearly. */
export function repeatTo(size: number, text: string): string {
  return text.repeat(Math.floor(size / text.length));
}
