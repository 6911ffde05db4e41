import { writeZip, type ZipPart } from './zip-writer.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
].join(' ');
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document that a test writes. */
export interface WordDocument {
  /** What is in `<w:body>`. */
  body: string;
  /** Further parts by their names: pictures, `docProps/core.xml`, `word/vbaProject.bin`. */
  parts?: Readonly<Record<string, string | Uint8Array>>;
  /** `<Relationship>` elements of the document besides those that it needs itself. */
  relationships?: string;
  /** `<w:footnote>` elements. */
  footnotes?: string;
  /** `<w:comment>` elements. */
  comments?: string;
}

/** A paragraph. @param style the id of its style: `Title`, `Heading1` */
export function paragraph(content: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${content}</w:p>`;
}

/** A run of text. @param properties elements of `<w:rPr>`: `<w:b/>` */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** An item of the list with an id: 1 has bullets, 2 has numbers. */
export function item(text: string, list: 1 | 2, level = 0): string {
  const numbers = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  return `<w:p><w:pPr>${numbers}</w:pPr>${run(text)}</w:p>`;
}

/** A picture within a run. @param attribute `r:embed` or `r:link` */
export function drawing(id: string, alt: string, attribute = 'r:embed'): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${alt}"/><a:graphic><a:graphicData
uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip ${attribute}="${id}"/></pic:blipFill>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A `<Relationship>`. @param type the last part of its type: `image`, `hyperlink` */
export function relationship(id: string, type: string, target: string, isExternal = false): string {
  const mode = isExternal ? ' TargetMode="External"' : '';
  return `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"${mode}/>`;
}

const style = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

const level = (format: string) =>
  `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="${format}"/></w:lvl>`;

function relationships(content: string): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

/** The parts of a Word document as Word writes them (ECMA-376), as far as ingest reads them. */
export function wordParts(document: WordDocument): ZipPart[] {
  const { body, parts = {}, footnotes = '', comments = '' } = document;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/></Types>`,
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${declaration}<w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      relationship('rId1', 'styles', 'styles.xml') +
        relationship('rId2', 'numbering', 'numbering.xml') +
        relationship('rId3', 'footnotes', 'footnotes.xml') +
        relationship('rId4', 'comments', 'comments.xml') +
        (document.relationships ?? ''),
    ),
    // As a German Word names them: ids are translated, names are not.
    'word/styles.xml': `${declaration}<w:styles ${spaces}>${[
      ['Titel', 'Title'],
      ['Untertitel', 'Subtitle'],
      ['berschrift1', 'heading 1'],
      ['berschrift2', 'heading 2'],
      ['Zitat', 'Quote'],
    ]
      .map(([id = '', name = '']) => style(id, name))
      .join('')}</w:styles>`,
    'word/numbering.xml': `${declaration}<w:numbering ${spaces}><w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    'word/footnotes.xml': `${declaration}<w:footnotes ${spaces}>${footnotes}</w:footnotes>`,
    'word/comments.xml': `${declaration}<w:comments ${spaces}>${comments}</w:comments>`,
    ...parts,
  };
  return Object.entries(files).map(([name, data]) => ({ name, data }));
}

/** A Word document as a file. */
export function makeDocx(document: WordDocument): Uint8Array {
  return writeZip(wordParts(document));
}

/** A part with words in paragraphs: a header, a footer. @param root `w:hdr`, `w:ftr` */
export function wordPart(root: string, content: string): string {
  return `${declaration}<${root} ${spaces}>${content}</${root}>`;
}

/** The properties of a document in `docProps/core.xml`. */
export function coreProperties(title: string, creator: string, created: string): string {
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created>${created}</dcterms:created></cp:coreProperties>`;
}
