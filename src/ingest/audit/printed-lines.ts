import { Parser } from 'htmlparser2';

/** What a file of recognized text has that others have not: ALTO, PAGE-XML, hOCR. */
const recognized =
  /<(?:[\w.-]{1,40}:)?(?:alto|PcGts|TextBlock|TextRegion)\b|\bclass=["']?(?:ocr_page|ocrx_word)\b/i;

/** Attributes that say something. In hOCR, `title` holds numbers and the name of the picture. */
const spoken = /^(?:CONTENT|LABEL|imageFilename)$/;
const hidden = /^(?:Glyph|languageTerm|roleTerm)$/;
const lineEnd = /^(?:TextLine|TextBlock|TextRegion|p|div|title)$/i;
const hocrLine = /\bocrx?_(?:line|header|footer|caption|textfloat|pageno)\b/;

/** Whether a received text is of a format of text recognition. */
export function isRecognizedText(text: string): boolean {
  return recognized.test(text);
}

/** The words of recognized text as they are printed, in lines: its blocks in the order of the file. */
export function printLines(text: string): string {
  const lines: string[] = [];
  const open: boolean[] = [];
  /** How many elements are open that say nothing: glyphs repeat their word. */
  let silent = 0;
  const isXml = !/\bclass=["']?ocr/i.test(text);
  const parser = new Parser(
    {
      onopentag(tag, given) {
        const name = tag.slice(tag.indexOf(':') + 1);
        open.push(lineEnd.test(name) || hocrLine.test(given.class ?? ''));
        if (hidden.test(name)) silent++;
        if (silent > 0) return;
        const isSaid = given.SUBS_TYPE === 'HypPart1' || given.SUBS_TYPE === 'HypPart2';
        if (isSaid && given.SUBS_CONTENT) lines.push(` ${given.SUBS_CONTENT} `);
        else if (name !== 'HYP')
          for (const [key, value] of Object.entries(given)) if (spoken.test(key)) lines.push(` ${value}`);
        if (name === 'HYP') lines.push(given.CONTENT || '\u00ad');
        const [, image] = /\bimage ["']([^"']+)["']/.exec(given.title ?? '') ?? [];
        if (image !== undefined) lines.push(` ${image} `);
        if (name === 'meta' && given.name === 'ocr-system') lines.push(` ${given.content ?? ''} `);
      },
      ontext: (part) => void (silent === 0 && lines.push(part)),
      onclosetag(tag) {
        if (hidden.test(tag.slice(tag.indexOf(':') + 1))) silent--;
        lines.push(open.pop() ? '\n' : ' ');
      },
    },
    { xmlMode: isXml, decodeEntities: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(text);
  return lines.join('');
}

/** Words that line ends part, with what they are joined: `['har', 'bour']`. */
export function listPartedWords(text: string): [string, string][] {
  const parted = /[-\u2010\u2e17\u00ac\u00ad][^\S\n]{0,9}\n\s{0,40}([\p{L}\p{M}]{1,60})/gu;
  return [...text.matchAll(parted)].flatMap(({ index, 1: second = '' }): [string, string][] => {
    const first = text
      .slice(Math.max(0, index - 60), index)
      .split(/[^\p{L}\p{M}]/u)
      .at(-1);
    return first ? [[first, second]] : [];
  });
}
