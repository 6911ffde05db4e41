import type { Element, Root } from 'hast';

import type { Messages } from '../languages/messages.ts';
import type { Findings } from './mentions.ts';
import { figureElement, fillFigure, gather, type Figure, type PlacedFigure } from './figures.ts';

/**
 * Shows the pictures of an article in its text: each where the text has placed it. Of those that it has not placed, the
 * first picture of the article stands at the head, the others at the end, in a gallery.
 *
 * A picture that is placed twice has its caption only once: what stands under its further places is part of the text.
 *
 * @param tree the article, in which its own names are linked; changed in place
 * @param places the figures that the text has placed, which are empty
 * @param linkNames links the names in captions, of which each is a paragraph. It is separate from that of the text: a caption
 *   takes no link from the text, and is evidence only as a caption
 * @returns the first sentence of a caption that names each record, by the record's key
 */
export function showFigures(
  tree: Root,
  figures: readonly Figure[],
  places: readonly PlacedFigure[],
  labels: Messages['text'],
  linkNames: (captions: Root) => Findings,
): Findings['evidence'] {
  const captions = figures.map(({ caption }): Element => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: caption === undefined ? [] : [{ type: 'text', value: caption }],
  }));
  const { evidence } = linkNames({ type: 'root', children: captions });

  const placed = new Set(places.map(({ index }) => index));
  const unplaced = figures
    .keys()
    .filter((index) => !placed.has(index))
    .map((index): PlacedFigure => ({ element: figureElement(), index, isInGallery: false }))
    .toArray();
  const head = unplaced[0]?.index === 0 ? unplaced.shift() : undefined;
  if (unplaced.length > 1) for (const each of unplaced) each.isInGallery = true;
  const captioned = new Set<number>();
  const inOrder = [...(head ? [head] : []), ...places, ...unplaced];
  for (const [position, place] of inOrder.entries()) {
    const figure = figures[place.index];
    if (!figure) continue;
    const caption = captioned.has(place.index) ? [] : (captions[place.index]?.children ?? []);
    captioned.add(place.index);
    fillFigure(place, figure, caption, position === 0, labels);
  }
  if (head) tree.children.unshift(head.element);
  const end = gather(unplaced.map(({ element }) => element));
  const notes = tree.children.findIndex(
    (node) => node.type === 'element' && node.properties.dataFootnotes !== undefined,
  );
  tree.children.splice(notes < 0 ? tree.children.length : notes, 0, ...end);
  return Object.fromEntries(
    Object.entries(evidence).map(([key, found]) => [key, { ...found, inCaption: true }]),
  );
}
