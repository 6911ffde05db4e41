import { formatCount } from '../../../records/format-count.ts';
import type { RecognizedBlock, RecognizedPage } from './recognized-page.ts';

/** How many ids a notice lists. */
const most = 5;

/**
 * Puts the blocks of pages in the order that the file gives by their ids; blocks that it does not name follow as they stand in
 * the file. What does not lead to one block is told on the first page.
 *
 * @param references ids in reading order
 */
export function orderBlocks(pages: readonly RecognizedPage[], references: readonly string[]): void {
  const [first] = pages;
  if (!first) return;
  const owners = new Map<string, Set<RecognizedBlock>>();
  for (const block of pages.flatMap(({ blocks }) => blocks))
    for (const id of block.ids) owners.set(id, (owners.get(id) ?? new Set()).add(block));
  const rank = new Map<RecognizedBlock, number>();
  for (const id of references)
    for (const block of owners.get(id) ?? []) if (!rank.has(block)) rank.set(block, rank.size);
  for (const page of pages)
    page.blocks = page.blocks.toSorted((a, b) => (rank.get(a) ?? rank.size) - (rank.get(b) ?? rank.size));
  const missing = [...new Set(references)].filter((id) => !owners.has(id));
  if (missing.length > 0)
    first.notices.push(
      `The reading order names ${formatCount(missing.length, 'block')} that the file does not have: ${listIds(missing)}.`,
    );
}

/**
 * The order of a chain in which each block names its successor (ALTO's `IDNEXT`). Chains begin with blocks that are no
 * successors, as they stand in the file; what leads back into a chain ends it.
 *
 * @param successors the id that follows each id
 */
export function followChain(ids: readonly string[], successors: ReadonlyMap<string, string>): string[] {
  if (successors.size === 0) return [];
  const following = new Set(successors.values());
  const order = new Set<string>();
  for (const start of [...ids.filter((id) => !following.has(id)), ...ids])
    for (let id: string | undefined = start; id !== undefined && !order.has(id); id = successors.get(id))
      order.add(id);
  return [...order];
}

/** Says which ids several elements have: references to them cannot be followed. */
export function noticeDoubledIds(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const doubled = new Set(ids.filter((id) => seen.size === seen.add(id).size));
  if (doubled.size === 0) return [];
  return [
    `${formatCount(doubled.size, 'id')} of several blocks: ${listIds([...doubled])}. The text is in the order of the file where they are used.`,
  ];
}

/** Says how many blocks have a place that cannot be. */
export function noticeBoxes(unusable: readonly string[]): string[] {
  if (unusable.length === 0) return [];
  return [
    `The place of ${formatCount(unusable.length, 'block')} was not used, since the numbers are none of a rectangle on the page: ${listIds(unusable)}.`,
  ];
}

function listIds(ids: readonly string[]): string {
  const named = ids.slice(0, most).map((id) => `"${id.slice(0, 60)}"`);
  return `${named.join(', ')}${ids.length > most ? ', …' : ''}`;
}
