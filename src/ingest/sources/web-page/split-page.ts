import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

import { listElements, wordsOf } from '../../text/html/nodes.ts';
import { checkElements } from '../shared/markup.ts';

/** One of several articles of a page. */
interface PagePart {
  /** `article 2`. */
  name: string;
  /** The line on which it begins. */
  line: number;
  /** It as received. */
  source: string;
  /** It as a page of its own, with the data of the whole page that may be its own. */
  html: string;
}

/** The fewest words of an article that is told from a teaser. */
const fewestWords = 15;

const parser = unified().use(rehypeParse).freeze();

/**
 * Parts a page into its articles: the elements `<article>` that stand in no other.
 *
 * @returns none when there are not several
 */
export function splitPage(text: string): PagePart[] {
  checkElements(text);
  const root = parser.parse(text);
  const data = listElements(root)
    .filter(({ tagName, properties }) => tagName === 'script' && /ld\+json/i.test(String(properties.type)))
    .map((script) => sliceOf(script, text))
    .join('');
  const language = listElements(root).find(({ tagName }) => tagName === 'html')?.properties.lang;
  const lang = typeof language === 'string' && /^[\w-]+$/.test(language) ? ` lang="${language}"` : '';
  return outermostArticles(root)
    .filter((article) => wordsOf(article).split(' ').length >= fewestWords)
    .map((article, index) => {
      const source = sliceOf(article, text);
      return {
        name: `article ${index + 1}`,
        line: article.position?.start.line ?? 1,
        source,
        html: `<!doctype html><html${lang}><head>${data}</head><body>${source}</body></html>`,
      };
    });
}

function outermostArticles(node: Nodes): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'article' ? [child] : outermostArticles(child),
  );
}

function sliceOf({ position }: Element, text: string): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
