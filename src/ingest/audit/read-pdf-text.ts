import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Reads the text of a PDF in the order of the file, wherever it stands. Words that a line end parts are left out, since an
 * entry may have them joined.
 */
export async function readPdfText(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      text += '\n';
    }
    return withoutPartedWords(text);
  } finally {
    await task.destroy();
  }
}

function withoutPartedWords(text: string): string {
  let isParted = false;
  const lines = text.split('\n').map((line) => {
    const whole = isParted ? line.trim().replace(/^[\p{L}\p{M}]+/u, '') : line.trim();
    isParted = /[\p{L}\p{M}][-\u2010\u00ad]$/u.test(whole);
    return isParted ? whole.slice(0, whole.lastIndexOf(' ') + 1) : whole;
  });
  return lines.join('\n');
}
