/** Markdown that is made to be slow or deep, by its kind: each grows with the size that it is asked for. */
export const pathologicalKinds: Readonly<Record<string, (size: number) => string>> = {
  'opening brackets': (size) => '['.repeat(size),
  'opening brackets with words': repeated('[a '),
  'closing brackets': (size) => ']'.repeat(size),
  'nested brackets': (size) => nested('[', ']', size),
  'nested links': (size) => nested('[', '](u)', size),
  'openings of images': repeated('!['),
  'nested images': (size) => nested('![', '](u)', size),
  'links without an end': repeated('[a](b'),
  'links without words or end': repeated('[]('),
  'links with an angle': repeated('[a](<b'),
  'links with a title without an end': repeated('[a](b "'),
  'nested parentheses of a link': (size) => `[a](${nested('(', ')', size)})`,
  links: repeated('[a](b)'),
  'references of nothing': repeated('[a][b]'),
  'collapsed references': (size) => `${repeated('[a][] ')(size)}\n\n[a]: /b`,
  'a long label': (size) => `[${'a'.repeat(size)}]`,
  definitions: counted((index) => `[a${index}]: /b\n`),
  'definitions of one label': repeated('[a]: /b\n'),
  'definitions without an end': repeated('[a]: <b\n'),
  'definitions with a title without an end': repeated('[a]: b "\n'),
  'one definition of many lines': (size) => `[a]:${repeated('\n')(3)}${'b'.repeat(size)}`,
  'references to many definitions': (size) => counted((index) => `[a${index}]\n\n[a${index}]: /b\n\n`)(size),
  stars: (size) => '*'.repeat(size),
  'stars with words': repeated('*a '),
  'stars and lines': repeated('*a _a '),
  'closing stars': repeated('a* '),
  'pairs of stars': repeated('**a '),
  'pairs of stars within words': repeated('a**b'),
  'pairs of stars with letters': repeated('**x*'),
  'stars of different counts': repeated('*a **b ***c '),
  'strong in emphasis': repeated('*_'),
  'nested emphasis': (size) => nested('*a ', ' b*', size),
  'nested strong': (size) => nested('**a ', ' b**', size),
  'nested emphasis of two signs': (size) => nested('*a _b ', ' c_ d*', size),
  'emphasis across links': repeated('*[a*](b) '),
  lines: (size) => '_'.repeat(size),
  tildes: (size) => '~'.repeat(size),
  'tildes with words': repeated('~a '),
  'pairs of tildes with words': repeated('~~a '),
  'nested strikethrough': (size) => nested('~~a ~b ', ' c~ d~~', size),
  backticks: (size) => '`'.repeat(size),
  'backticks of growing lengths': (size) => growing('`', ' a ', size),
  'backticks of falling lengths': (size) => growing('`', ' a ', size).split(' a ').reverse().join(' a '),
  'backticks with words': repeated('`a ``b '),
  'fences without an end': repeated('```\na\n~~~\n'),
  'nested quotations': (size) => `${'>'.repeat(size)} a`,
  'nested quotations on each line': (size) => `${`${'> '.repeat(500)}a\n`.repeat(size / 1002)}`,
  'quotations that grow': (size) => growing('>', ' a\n', size),
  'quotations one a line': repeated('> a\n\n'),
  'lists in one line': repeated('- '),
  'ordered lists in one line': repeated('1. '),
  'lists and quotations in one line': repeated('> - '),
  'lists that grow in depth': (size) => indented('- ', size),
  'ordered lists that grow in depth': (size) => indented('1. ', size, 3),
  'lists that go on lazily': repeated('- a\nb\n'),
  'lists of changing signs': repeated('- a\n* a\n+ a\n'),
  'lists with empty lines': repeated('- a\n\n\n'),
  'lists with many lines between': (size) => `- a${'\n'.repeat(size)}- b`,
  'list items': repeated('- a\n'),
  'list items without words': repeated('-\n'),
  'task lists': repeated('- [ ] a\n'),
  'a table of many rows': (size) => `| a | b |\n|---|---|\n${repeated('| c | d |\n')(size)}`,
  'a table of many columns': (size) =>
    `${'|a'.repeat(size / 6)}|\n${'|-'.repeat(size / 6)}|\n${'|b'.repeat(size / 6)}|\n`,
  'a table of many columns and short rows': (size) =>
    `${'|a'.repeat(size / 8)}|\n${'|-'.repeat(size / 8)}|\n${'|\n'.repeat(size / 8)}`,
  'a table of 1000 columns': (size) =>
    `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${repeated('|b\n')(size)}`,
  'a table with a long row': (size) => `|a|b|\n|-|-|\n${'|c'.repeat(size / 2)}|\n`,
  tables: repeated('|a|\n|-|\n|b|\n\n'),
  'rows without a table': repeated('|a|b|\n'),
  'rows of signs without a table': repeated('|-|-|\n'),
  pipes: (size) => '|'.repeat(size),
  'escaped pipes in a table': (size) => `|a|\n|-|\n|${'\\|'.repeat(size / 2)}|`,
  'heads of tables without cells': repeated('a\n-:\n'),
  angles: (size) => '<'.repeat(size),
  'openings of tags': repeated('<a '),
  'attributes without an end': (size) => `<a ${repeated('b="c" ')(size)}`,
  'openings of comments': repeated('<!--'),
  'openings of comments in words': repeated('a <!-- '),
  'openings of instructions': repeated('a <? '),
  'openings of declarations': repeated('a <!A '),
  'openings of character data': repeated('a <![CDATA[ '),
  'blocks of raw HTML': repeated('<div>\n\n'),
  'a comment': (size) => `<!--${'a'.repeat(size)}-->`,
  tags: repeated('<b>'),
  ampersands: (size) => '&'.repeat(size),
  entities: repeated('&amp;'),
  'entities without an end': repeated('&#x'),
  backslashes: (size) => '\\'.repeat(size),
  escapes: repeated('\\*'),
  'calls of notes': (size) => `${repeated('[^1] ')(size)}\n\n[^1]: a\n`,
  'calls of no notes': repeated('[^1] '),
  notes: (size) => counted((index) => `[^${index}]\n\n[^${index}]: b\n\n`)(size),
  'notes that call each other': (size) =>
    `[^0]\n\n${counted((index) => `[^${index}]: a [^${index + 1}] [^${index + 2}]\n\n`)(size)}`,
  'nested notes': (size) => repeated('[^1]: ')(size),
  'openings of notes': repeated('[^'),
  www: repeated('www.'),
  'addresses of www': repeated('www.a.b '),
  addresses: repeated('http://a.b '),
  'addresses without a space': repeated('http://a.b'),
  'a long address': (size) => `http://a.b/${'a'.repeat(size)}`,
  'an address with closing parentheses': (size) => `http://a.b/${')'.repeat(size)}`,
  'an address with nested parentheses': (size) => `http://a.b/${nested('(', ')', size)}`,
  'an address with entities': (size) => `http://a.b/${repeated('&amp;')(size)}`,
  'an address with full stops': (size) => `http://a.b/${'.'.repeat(size)}`,
  'an address with lines': (size) => `http://${repeated('a_')(size)}.b`,
  'beginnings of addresses': repeated('h'),
  'beginnings of addresses of mail': repeated('mailto:'),
  'addresses of mail without a space': repeated('a@'),
  'addresses of mail': repeated('a@b.c '),
  'a long address of mail': (size) => `${'a'.repeat(size / 2)}@${'b'.repeat(size / 2)}`,
  'a long address of mail with full stops': (size) => `${'a.'.repeat(size / 2)}`,
  'addresses in angles': repeated('<http://a.b>'),
  'an address in angles without an end': repeated('<http://a'),
  'setext headings': repeated('a\n=\n'),
  'a setext heading of many lines': (size) => `${repeated('a\n')(size)}===`,
  headings: repeated('# a\n'),
  'a heading of signs': (size) => `# ${'#'.repeat(size)}`,
  'a heading of signs with spaces': (size) => `# ${'# '.repeat(size / 2)}a`,
  'thematic breaks': repeated('***\n'),
  'a long thematic break': (size) => `${'* '.repeat(size / 2)}a`,
  'hard breaks': repeated('a  \n'),
  'hard breaks of backslashes': repeated('a\\\n'),
  spaces: (size) => `a${' '.repeat(size)}b`,
  'spaces at ends of lines': (size) => `a${' '.repeat(size)}\nb`,
  tabs: (size) => `a${'\t'.repeat(size)}b`,
  'tabs at the beginning': (size) => `${'\t'.repeat(size)}b`,
  'tabs in lists': repeated('-\t'),
  'lines of tabs': repeated('\t\n'),
  'line ends': (size) => '\n'.repeat(size),
  'line ends of two letters': repeated('\r\n'),
  'carriage returns': (size) => '\r'.repeat(size),
  'indented code with empty lines': repeated('    a\n\n'),
  'a word': (size) => 'a'.repeat(size),
  'a line of words': repeated('word '),
  'lines of words': repeated('word\n'),
  paragraphs: repeated('a\n\n'),
  'a letter that is escaped in HTML': (size) => '"'.repeat(size),
  'combining letters': (size) => `a${'\u0301'.repeat(size)}`,
  'zero-width letters': (size) => '\u200b'.repeat(size),
  surrogates: (size) => '\ud83d'.repeat(size),
  'replacement letters': (size) => '\ufffd'.repeat(size),
};

function repeated(piece: string): (size: number) => string {
  return (size) => piece.repeat(Math.ceil(size / piece.length));
}

function counted(pieceOf: (index: number) => string): (size: number) => string {
  return (size) => {
    const pieces: string[] = [];
    for (let length = 0, index = 0; length < size; index++) {
      const piece = pieceOf(index);
      pieces.push(piece);
      length += piece.length;
    }
    return pieces.join('');
  };
}

function nested(opening: string, closing: string, size: number): string {
  const depth = Math.ceil(size / (opening.length + closing.length));
  return `${opening.repeat(depth)}a${closing.repeat(depth)}`;
}

/** Runs of a sign, each longer by one than the one before. */
function growing(sign: string, between: string, size: number): string {
  return counted((index) => sign.repeat(index + 1) + between)(size);
}

/** List items, each in the one before. */
function indented(marker: string, size: number, step = 2): string {
  return counted((index) => `${' '.repeat(index * step)}${marker}a\n`)(size);
}
