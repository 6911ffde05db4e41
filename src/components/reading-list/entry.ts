import type { CslItem } from '../../exports/citations/csl-json.ts';

/** An article on a reading list, with its citation as its page has it. */
export interface ListEntry {
  id: string;
  /** A supplied title is in square brackets. */
  title: string;
  /** As formatted for readers. */
  date: string;
  /** The citation for readers, on one line. */
  citation: string;
  /** The citation in each format for reference managers. */
  bib: string;
  ris: string;
  json: string;
}

/** The names of what an entry has, all of them texts. */
const keys = ['id', 'title', 'date', 'citation', 'bib', 'ris', 'json'] as const;

/**
 * Reads an entry from the page of an article, and from the page that it leads to, which has its citation in all formats.
 *
 * @param load loads that page by its path; null when it fails
 * @returns undefined when it is not such a page: an article withdrawn, a page not found
 */
export async function readEntry(
  page: ParentNode,
  load: (path: string) => Promise<Document | null>,
): Promise<ListEntry | undefined> {
  const [path = '', id = ''] = page.querySelector('#save-citation')?.getAttribute('href')?.split('#') ?? [];
  const saved = path && (await load(path))?.getElementById(id);
  if (!saved) return undefined;
  const [bib, ris, json] = ['bib', 'ris', 'json'].map((extension) => readFile(saved, extension));
  const item = json && parseCsl(json)[0];
  if (!item || !bib || !ris) return undefined;
  const textOf = (selector: string) => oneLine(page.querySelector(selector)?.textContent ?? '');
  return {
    id: item.id,
    title: item.title,
    date: textOf('.dateline'),
    citation: textOf('.citation'),
    bib,
    ris,
    json,
  };
}

/** Reads CSL-JSON. */
export const parseCsl = (json: string) => JSON.parse(json) as CslItem[];

/** Whether a value, which may come from anywhere, is an entry. */
export function isEntry(value: unknown): value is ListEntry {
  const entry = value as Partial<Record<(typeof keys)[number], unknown>> | null;
  return keys.every((key) => typeof entry?.[key] === 'string');
}

/** The text of a citation file, from the link that saves it; a text field would have lost the line ends of RIS. */
function readFile(saved: ParentNode, extension: string): string {
  const href = saved.querySelector(`a[download$=".${extension}"]`)?.getAttribute('href') ?? '';
  return decodeURIComponent(href.slice(href.indexOf(',') + 1));
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
