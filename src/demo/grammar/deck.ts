import type { Random } from '../../system/random.ts';

/** Chooses by chance, the same on every machine for one seed. */
export interface Chooser {
  /** One of several. */
  pick<Item>(items: readonly Item[]): Item;
  /** One of several, and each of them once before any comes again. */
  draw<Item>(items: readonly Item[]): Item;
  /** Several, each of them another. @param count no more than there are */
  drawSome<Item>(items: readonly Item[], count: number): Item[];
  /** A whole number between two, both included. */
  between(least: number, most: number): number;
  /** Whether something of a probability happens. */
  happens(probability: number): boolean;
}

/** Creates a chooser. Lists that are drawn from are told apart by identity. */
export function createChooser(random: Random): Chooser {
  const decks = new Map<readonly unknown[], unknown[]>();
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const draw = <Item>(items: readonly Item[]): Item => {
    let deck = decks.get(items) as Item[] | undefined;
    if (!deck || deck.length === 0) {
      deck = [...items];
      for (let last = deck.length - 1; last > 0; last--) {
        const other = between(0, last);
        [deck[last], deck[other]] = [deck[other] as Item, deck[last] as Item];
      }
      decks.set(items, deck);
    }
    return deck.pop() as Item;
  };
  return {
    pick: <Item>(items: readonly Item[]) => items[between(0, items.length - 1)] as Item,
    draw,
    drawSome<Item>(items: readonly Item[], count: number) {
      const drawn = new Set<Item>();
      while (drawn.size < count) drawn.add(draw(items));
      return [...drawn];
    },
    between,
    happens: (probability) => random() < probability,
  };
}
