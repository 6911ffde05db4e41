import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

import { listElements, wordsOf } from '../../text/html/nodes.ts';
import { checkElements } from '../shared/markup.ts';
import { listJsonArticles } from './json-ld-articles.ts';

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
  /** Whether the data in it may be those of another article of the page. */
  hasOthers: boolean;
}

/** The fewest words of an article that is told from a teaser. */
const fewestWords = 15;

const parser = unified().use(rehypeParse).freeze();

/**
 * Parts a page into its articles: the elements `<article>` that stand in no other, or, where there are not several, the
 * articles of its JSON-LD that have their text.
 *
 * @returns none when there are not several
 */
export function splitPage(text: string): PagePart[] {
  checkElements(text);
  const root = parser.parse(text);
  const scripts = listElements(root).filter(
    ({ tagName, properties }) => tagName === 'script' && /ld\+json/i.test(String(properties.type)),
  );
  const language = listElements(root).find(({ tagName }) => tagName === 'html')?.properties.lang;
  const lang = typeof language === 'string' && /^[\w-]+$/.test(language) ? ` lang="${language}"` : '';
  const articles = outermostArticles(root).filter(
    (article) => wordsOf(article).split(' ').length >= fewestWords,
  );
  if (articles.length < 2) return listDataArticles(scripts, text, lang);
  const data = scripts.map((script) => sliceOf(script, text)).join('');
  return articles.map((article, index) => {
    const source = sliceOf(article, text);
    return {
      name: `article ${index + 1}`,
      line: article.position?.start.line ?? 1,
      source,
      html: `<!doctype html><html${lang}><head>${data}</head><body>${source}</body></html>`,
      hasOthers: true,
    };
  });
}

function listDataArticles(scripts: readonly Element[], text: string, lang: string): PagePart[] {
  const parts: PagePart[] = [];
  for (const script of scripts) {
    const whole = sliceOf(script, text);
    let [line, counted] = [script.position?.start.line ?? 1, 0];
    for (const { source, offset } of listJsonArticles(whole).sort((a, b) => a.offset - b.offset)) {
      line += whole.slice(counted, offset).split('\n').length - 1;
      counted = offset;
      const html = `<!doctype html><html${lang}><head><script type="application/ld+json">${source}</script></head><body></body></html>`;
      parts.push({ name: `article ${parts.length + 1}`, line, source, html, hasOthers: false });
    }
  }
  return parts;
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
