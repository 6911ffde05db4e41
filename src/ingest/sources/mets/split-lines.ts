import { uniteBoxes, type Box, type RecognizedBlock, type RecognizedPage } from '../ocr/recognized-page.ts';
import type { MetsPointer } from './mets-document.ts';

/**
 * Parts the blocks of a page into their lines, where pointers of its METS lead to lines or to coordinates: an article may have
 * some lines of a block only. Those that follow one another in the same article are one paragraph again.
 *
 * @param pointers those that lead to this page
 */
export function splitLines(page: RecognizedPage, pointers: readonly MetsPointer[]): RecognizedPage {
  const named = new Set(pointers.flatMap(({ begin, end }) => [begin, end]));
  const hasAreas = pointers.some(({ area }) => area !== undefined);
  return {
    ...page,
    blocks: page.blocks.flatMap((block) => {
      const isSplit = hasAreas || block.parts?.some(({ id }) => id !== '' && named.has(id));
      return isSplit ? listLines(block) : [block];
    }),
  };
}

function listLines(block: RecognizedBlock): RecognizedBlock[] {
  const { parts, lines } = block;
  if (!parts || lines.length < 2) return [block];
  return lines.map((line, index): RecognizedBlock => {
    const { id = '', box, confidences = [], source = '' } = parts[index] ?? {};
    const ofWords = line.flatMap((word) => word.box ?? []);
    const around = ofWords.reduce<Box | undefined>(
      (all, each) => (all ? uniteBoxes(all, each) : each),
      undefined,
    );
    const ids = id === '' ? block.ids : [...block.ids, id];
    return {
      ...block,
      ids,
      lines: [line],
      parts: [],
      box: box ?? around ?? block.box,
      confidences,
      source,
      partOf: block,
    };
  });
}
