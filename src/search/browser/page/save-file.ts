import { element } from './element.ts';

/** Offers a text as a download. */
export function saveFile(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}
