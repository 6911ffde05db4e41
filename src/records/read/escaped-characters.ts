import { isScalar, visit, type Document } from 'yaml';

import { controlCharacter } from './decode-text.ts';
import type { ProblemMessage } from '../problem.ts';

/**
 * Finds characters that a file must not contain, but that a double-quoted string can contain as escape sequences (YAML
 * 1.2, section 5.7): control characters, and halves of surrogate pairs, which cannot be encoded in UTF-8.
 *
 * @param yaml the source of the document
 * @returns problems, each with the offset of the value in the YAML
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
    const character = control ?? half;
    if (character === undefined) return;
    const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    problems.push({
      offset: node.range?.[0] ?? 0,
      found: control === undefined ? `half of a surrogate pair, ${code}` : `the control character ${code}`,
      expected: control === undefined ? 'whole characters' : 'no control characters but tabs and line ends',
      fix: 'Remove the escape sequence, which begins with "\\", from the quoted text.',
    });
  });
  return problems;
}
