import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { getDocument, VerbosityLevel, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

const packageFolder = new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'));
const pathTo = (folder: string) => fileURLToPath(new URL(folder, packageFolder));

/**
 * Opens a PDF. No script of it is run and nothing is loaded that it names.
 *
 * @param file absolute path
 */
export async function openPdf(file: string): Promise<PDFDocumentLoadingTask> {
  return getDocument({
    data: new Uint8Array(await readFile(file)),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: pathTo('cmaps/'),
    standardFontDataUrl: pathTo('standard_fonts/'),
    wasmUrl: pathTo('wasm/'),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  });
}
