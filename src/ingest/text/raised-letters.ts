import type { Element, ElementContent } from 'hast';

/** The letters for which Unicode has raised and lowered ones (chapter 22.4). */
const letters = {
  sup: { plain: '0123456789+-−=()ni', placed: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ' },
  sub: { plain: '0123456789+-−=()', placed: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎' },
};

/**
 * Writes what HTML raises or lowers (`<sup>`, `<sub>`) with letters that are so by themselves: Markdown has nothing for
 * it, and 10⁶ is not 106.
 *
 * @returns what is in the element; `undefined` when Unicode does not have all of its letters
 */
export function placeLetters(
  kind: 'sup' | 'sub',
  children: readonly ElementContent[],
): ElementContent[] | undefined {
  const { plain, placed } = letters[kind];
  let isWhole = true;
  const place = (node: ElementContent): ElementContent => {
    if (node.type === 'element') return { ...node, children: node.children.map(place) } satisfies Element;
    if (node.type !== 'text') return node;
    const value = Array.from(node.value, (letter) => {
      const index = plain.indexOf(letter);
      isWhole &&= index !== -1 || /\s/.test(letter);
      return placed[index] ?? letter;
    });
    return { ...node, value: value.join('') };
  };
  const result = children.map(place);
  return isWhole ? result : undefined;
}
