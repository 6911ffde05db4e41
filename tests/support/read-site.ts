import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseHTML } from 'linkedom';

/** A page of a built site. */
export interface BuiltPage {
  /** Its path on the host, as a reader's browser shows it. */
  path: string;
  html: string;
  document: Document;
}

/** Reads every page of a built site, sorted by path. */
export async function readPages(dist: string, base: string): Promise<BuiltPage[]> {
  const files = (await listFiles(dist)).filter((file) => file.endsWith('.html')).sort();
  return Promise.all(
    files.map(async (file) => {
      const html = await readFile(join(dist, file), 'utf8');
      return {
        path: base + file.replace(/(^|\/)index\.html$/, '$1'),
        html,
        document: parseHTML(html).document,
      };
    }),
  );
}

/** The paths of all files below a folder, relative to it, with forward slashes. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** The elements that a selector finds. */
export function all(page: BuiltPage, selector: string): Element[] {
  return [...page.document.querySelectorAll(selector)];
}

/** An element's text with its white space folded. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The sums (SHA-256) of all files of a site, by their paths. */
export async function sumFiles(dist: string): Promise<Record<string, string>> {
  const sums = (await listFiles(dist)).sort().map(async (file): Promise<[string, string]> => {
    const bytes = await readFile(join(dist, file));
    return [file, createHash('sha256').update(bytes).digest('hex')];
  });
  return Object.fromEntries(await Promise.all(sums));
}
