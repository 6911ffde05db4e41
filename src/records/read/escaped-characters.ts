import { isScalar, visit, type Document } from 'yaml';

import { controlCharacter } from './decode-text.ts';
import type { ProblemMessage } from '../schemas/fields.ts';

/**
 * Finds the letters in values that are refused where they stand in a file themselves, and that a text in double quotation
 * marks can name: control characters, and halves of surrogate pairs, of which no UTF-8 is made (YAML 1.2, section 5.7).
 *
 * @param yaml what the document was read from
 * @returns what is wrong, with the offset of the value in the YAML
 */
export function findEscapedCharacters(
  document: Document,
  yaml: string,
): (ProblemMessage & { offset: number })[] {
  if (!yaml.includes('\\')) return [];
  const problems: (ProblemMessage & { offset: number })[] = [];
  visit(document, (_, node) => {
    if (!isScalar(node) || typeof node.value !== 'string') return;
    const [control, half] = [node.value.match(controlCharacter)?.[0], /\p{Cs}/u.exec(node.value)?.[0]];
    const letter = control ?? half;
    if (letter === undefined) return;
    const code = `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    problems.push({
      offset: node.range?.[0] ?? 0,
      found: control === undefined ? `the surrogate ${code}, half a letter` : `the control character ${code}`,
      expected: control === undefined ? 'whole letters' : 'no control characters but tabs and line ends',
      fix: 'Take its escape, which begins with "\\", out of the text in quotation marks.',
    });
  });
  return problems;
}
