import { asXml, type ReceivedFormat, type ReceivedItem } from './received-item.ts';

/** Blocks of ALTO: each text is one line, whose words have spaces between them. */
function altoOf(...texts: string[]): string {
  const blocks = texts.map((text, index) => {
    const words = text.split(/\s+/u).filter(Boolean);
    const line = words.map((word) => `<String CONTENT="${asXml(word)}"/>`).join('<SP/>');
    return `<TextBlock ID="B${index}"><TextLine>${line}</TextLine></TextBlock>`;
  });
  return `<alto><Layout><Page ID="P"><PrintSpace>${blocks.join('')}</PrintSpace></Page></Layout></alto>`;
}

/** What stands between two texts, so that neither goes on in the other. */
const between = 'Next.';

function metsOf({ index, title, rights }: ReceivedItem): string {
  const mods = `<mods:mods><mods:accessCondition>${asXml(rights)}</mods:accessCondition></mods:mods>`;
  return `<mets xmlns="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
<dmdSec ID="D"><mdWrap MDTYPE="MODS"><xmlData>${mods}</xmlData></mdWrap></dmdSec>
<fileSec><fileGrp USE="Text"><file ID="F" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="page ${index}.xml"/></file></fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div TYPE="PAGE"><fptr><area FILEID="F"/></fptr></div></structMap>
<structMap TYPE="LOGICAL"><div TYPE="ISSUE"><div ID="A${index}" TYPE="ARTICLE" DMDID="D" LABEL="${asXml(title)}"><fptr><area FILEID="F"/></fptr></div></div></structMap></mets>`;
}

/** Texts that a program recognized on pictures. */
export const recognizedFormats: readonly ReceivedFormat[] = [
  {
    name: 'pages of ALTO',
    options: [],
    keys: ['text'],
    write: (items) =>
      items.map((item) => [`page ${item.index}.xml`, altoOf(item.text, between, item.raw, 'Alone.')]),
  },
  {
    name: 'METS with ALTO',
    options: [],
    keys: ['title', 'rights', 'text'],
    write: (items) =>
      items.flatMap((item): [string, string][] => [
        [`issue ${item.index}.xml`, metsOf(item)],
        [`page ${item.index}.xml`, altoOf(item.text, between, item.raw)],
      ]),
  },
];
