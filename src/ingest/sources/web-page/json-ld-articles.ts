import { isArticle, isNode } from './choose-article.ts';

/** An article in JSON-LD that has its text. */
interface JsonArticle {
  /** It as received. */
  source: string;
  /** Its offset in the text. */
  offset: number;
}

/** How deeply an article may stand in others and in graphs. */
const deepest = 8;

/**
 * Finds the articles in JSON-LD that have their text (`articleBody`), wherever they stand in it.
 *
 * @param json a JSON text; of one that is malformed, what can be read
 */
export function listJsonArticles(json: string): JsonArticle[] {
  const articles: JsonArticle[] = [];
  /** Where each open object begins, and whether it has a text. */
  const open: { start: number; hasText: boolean }[] = [];
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\[^])*(?:"|\\?$)|[{}]/g)) {
    if (token === '{') open.push({ start: index, hasText: false });
    else if (token === '}') {
      const object = open.pop();
      const source = object?.hasText && open.length < deepest ? json.slice(object.start, index + 1) : '';
      if (source !== '' && isArticleText(source)) articles.push({ source, offset: object?.start ?? 0 });
    } else if (token === '"articleBody"') {
      const inner = open.at(-1);
      if (inner && /^\s*:/.test(json.slice(index + token.length, index + token.length + 20)))
        inner.hasText = true;
    }
  }
  return articles;
}

function isArticleText(source: string): boolean {
  try {
    const node: unknown = JSON.parse(source);
    return isNode(node) && isArticle(node) && typeof node.articleBody === 'string';
  } catch {
    return false;
  }
}
