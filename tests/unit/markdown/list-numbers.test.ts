import { expect, test } from 'vitest';

import { en } from '../../../src/languages/en.ts';
import { createRenderer } from '../../../src/markdown/renderer.ts';

const renderer = createRenderer((key) => `/${key}/`, en.text);
const render = (markdown: string) =>
  renderer
    .renderText(markdown)
    .replaceAll('\n', '')
    .replace(/<\/?p>/g, '');

test.for([
  ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['1. a\n1. b', '<ol><li>a</li><li>b</li></ol>'],
  ['1. a\n\n10. b\n11. c', '<ol><li>a</li><li value="10">b</li><li>c</li></ol>'],
  ['7. a\n9. b', '<ol start="7"><li>a</li><li value="9">b</li></ol>'],
  ['> 1. a\n> 4. b', '<blockquote><ol><li>a</li><li value="4">b</li></ol></blockquote>'],
  ['- 1. a\n  5. b', '<ul><li><ol><li>a</li><li value="5">b</li></ol></li></ul>'],
])('a number that goes on higher than counting would is kept: %j', ([markdown, html]) => {
  expect(render(markdown ?? '')).toBe(html);
});
