import type { Element, ElementContent } from 'hast';

/** The characters for which Unicode has superscript and subscript forms (chapter 22.4). */
const letters = {
  sup: { plain: '0123456789+-−=()ni', placed: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ' },
  sub: { plain: '0123456789+-−=()', placed: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎' },
};

/**
 * Replaces superscripts and subscripts of HTML (`<sup>`, `<sub>`) with Unicode characters: Markdown has no syntax for
 * them, and 10⁶ is not 106.
 *
 * @returns the content of the element; `undefined` when Unicode lacks a form for one of its characters
 */
export function toUnicodeScript(
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
