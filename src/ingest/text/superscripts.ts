import type { Element, ElementContent } from 'hast';

/** The characters for which Unicode has superscript and subscript forms (chapter 22.4). */
const forms = {
  sup: { plain: '0123456789+-−=()ni', converted: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ' },
  sub: { plain: '0123456789+-−=()', converted: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎' },
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
  const { plain, converted } = forms[kind];
  let isComplete = true;
  const convert = (node: ElementContent): ElementContent => {
    if (node.type === 'element') return { ...node, children: node.children.map(convert) } satisfies Element;
    if (node.type !== 'text') return node;
    const value = Array.from(node.value, (character) => {
      const index = plain.indexOf(character);
      isComplete &&= index !== -1 || /\s/.test(character);
      return converted[index] ?? character;
    });
    return { ...node, value: value.join('') };
  };
  const result = children.map(convert);
  return isComplete ? result : undefined;
}
