import { makeOdt } from '../../support/open-documents.ts';
import { makeDocx, paragraph, run } from '../../support/word-documents.ts';
import { escapeXml, type ReceivedFormat, type ReceivedItem } from './received-item.ts';

/** XML does not allow these characters (section 2.2). */
const asXml = (text: string) =>
  escapeXml(text).replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');

const nameFile = ({ index }: ReceivedItem, extension: string) => `document ${index}.${extension}`;

function docxOf({ title, subtitle, text, raw }: ReceivedItem): Uint8Array {
  const lines = [paragraph(run(asXml(title)), 'Titel'), paragraph(run(asXml(subtitle)), 'Untertitel')];
  return makeDocx({ body: [...lines, paragraph(run(asXml(text))), paragraph(run(asXml(raw)))].join('') });
}

function odtOf({ title, subtitle, text, raw }: ReceivedItem): Uint8Array {
  const p = (words: string, style = 'Standard') =>
    `<text:p text:style-name="${style}">${asXml(words)}</text:p>`;
  return makeOdt({ body: p(title, 'P1') + p(subtitle, 'Subtitle') + p(text) + p(raw) });
}

/** Formats of office programs. */
export const documentFormats: readonly ReceivedFormat[] = [
  {
    name: 'Word documents',
    options: [],
    keys: ['title', 'subtitle', 'text'],
    write: (items) => items.map((item) => [nameFile(item, 'docx'), docxOf(item)]),
  },
  {
    name: 'OpenDocument texts',
    options: [],
    keys: ['title', 'subtitle', 'text'],
    write: (items) => items.map((item) => [nameFile(item, 'odt'), odtOf(item)]),
  },
];
