import { toLine } from '../../text/lines.ts';

/** What a page prints large: by it the right article is known in its data. */
export function headingsOf(part: Element, document: Document): string[] {
  const headings = [...part.querySelectorAll('h1, h2'), ...document.querySelectorAll('h1')];
  return [
    ...new Set([...headings.map(({ textContent }) => toLine(textContent)), toLine(document.title)]),
  ].filter(Boolean);
}

/** The only article of a page, or its main part. */
export function findMainPart(document: Document): Element | undefined {
  const [first, ...others] = document.querySelectorAll('article');
  if (first && others.every((other) => first.contains(other))) return first;
  return document.querySelector('main, [role="main"]') ?? undefined;
}
