/** Words on a page: in Courier, whose letters are 0.6 of its size wide. Lengths are in points, from the left and the top. */
export interface PrintedWords {
  text: string;
  x: number;
  y: number;
  size?: number;
  /** In degrees, counter-clockwise. */
  angle?: number;
}

/** A page: words, and further entries of its dictionary, which may name objects of `objects` as `1 0 X`, `2 0 X` …. */
export interface PrintedPage {
  width?: number;
  height?: number;
  words: readonly PrintedWords[];
  entries?: string;
}

/** Writes a PDF (ISO 32000) with pages of words. @param more further objects; entries of the catalog and of the trailer */
export function writePdf(
  pages: readonly PrintedPage[],
  {
    objects = [],
    catalog = '',
    trailer = '',
  }: { objects?: readonly string[]; catalog?: string; trailer?: string } = {},
): Uint8Array {
  const first = 4 + 2 * pages.length;
  const refer = (text: string) =>
    text.replaceAll(/(\d+) 0 X/g, (_, number: string) => `${first + Number(number) - 1} 0 R`);
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${refer(catalog)} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap(({ width = 595, height = 842, words, entries = '' }, index) => {
      const content = words.map((each) => renderWords(each, height)).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> >> ${refer(entries)} >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...objects.map(refer),
  ];
  let file = '%PDF-1.7\n';
  const places = bodies.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${refer(trailer)} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function renderWords({ text, x, y, size = 10, angle = 0 }: PrintedWords, height: number): string {
  const [cos, sin] = [Math.cos, Math.sin].map((of) => of((angle * Math.PI) / 180).toFixed(4));
  const escaped = text.replaceAll(/[\\()]/g, '\\$&');
  return `BT /F ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${height - y} Tm (${escaped}) Tj ET`;
}

/** Breaks paragraphs into lines of a column, the first of each indented, and places them one below the other. */
export function setColumn(
  paragraphs: readonly string[],
  { x, y, width, size = 10 }: { x: number; y: number; width: number; size?: number },
): PrintedWords[] {
  const words: PrintedWords[] = [];
  let base = y;
  for (const paragraph of paragraphs) {
    let line = '';
    const put = (isFirst: boolean) => {
      words.push({ text: line, x: isFirst ? x + 2 * size : x, y: base, size });
      base += 1.2 * size;
      line = '';
    };
    let isFirst = true;
    for (const word of paragraph.split(' ')) {
      const room = (width - (isFirst ? 2 * size : 0)) / (0.6 * size);
      if (line !== '' && line.length + 1 + word.length > room) {
        put(isFirst);
        isFirst = false;
      }
      line += line === '' ? word : ` ${word}`;
    }
    put(isFirst);
  }
  return words;
}
