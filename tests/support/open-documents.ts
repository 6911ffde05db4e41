import { writeZip, type ZipPart } from './zip-writer.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const spaces = ['office', 'style', 'text', 'table', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  ])
  .join(' ');

/** An OpenDocument file that a test writes. */
export interface OpenDocument {
  /** What is in `<office:text>` or `<office:spreadsheet>`. */
  body: string;
  /** `<style:style>` and `<text:list-style>` elements besides those of {@link makeOdt}. */
  styles?: string;
  /** What is in `<style:master-page>`. */
  page?: string;
  /** What is in `<office:meta>`. */
  meta?: string;
  /** What is in `<manifest:manifest>`. */
  manifest?: string;
  parts?: Readonly<Record<string, string | Uint8Array>>;
}

const usual = `<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/><text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>`;

/** The parts of an OpenDocument file (ODF 1.3 part 2). @param kind `text`, `spreadsheet` */
export function openDocumentParts(kind: 'text' | 'spreadsheet', document: OpenDocument): ZipPart[] {
  const { body, styles = '', page = '', meta = '', manifest = '', parts = {} } = document;
  const files: Record<string, string | Uint8Array> = {
    'content.xml': `${declaration}<office:document-content ${spaces}><office:automatic-styles>${usual}${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    'styles.xml': `${declaration}<office:document-styles ${spaces}><office:styles><style:style style:name="Title" style:family="paragraph"/></office:styles><office:master-styles><style:master-page style:name="Standard">${page}</style:master-page></office:master-styles></office:document-styles>`,
    'meta.xml': `${declaration}<office:document-meta ${spaces}><office:meta>${meta}</office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
    ...parts,
  };
  const type = { name: 'mimetype', data: `application/vnd.oasis.opendocument.${kind}`, isStored: true };
  return [type, ...Object.entries(files).map(([name, data]) => ({ name, data }))];
}

/** An OpenDocument text as a file. */
export function makeOdt(document: OpenDocument): Uint8Array {
  return writeZip(openDocumentParts('text', document));
}

/** An OpenDocument spreadsheet as a file. */
export function makeOds(document: OpenDocument): Uint8Array {
  return writeZip(openDocumentParts('spreadsheet', document));
}
