import { foldForSearch } from '../text/fold-for-search.ts';

/** A record as the files of names have it. */
export type NameRow = [
  name: string,
  /** `people/wang-yi`: the record's path below the home page. */
  key: string,
  articles: number,
  description: string,
  variants: string[],
];

/**
 * The longest beginning that names have a file of, in code points: a file's name is bounded, and names that have more in
 * common are in one file.
 */
export const longestPrefix = 32;

/** A file of names with the same beginning. */
export interface NameNode {
  /** The characters that come next in their names, each of which there is a file for; '' when this one has all names. */
  next: string;
  /** In descending order of their articles. */
  names: NameRow[];
}

/** @returns the name of the file of names with this beginning: its code points in hexadecimal */
export function fileOfPrefix(prefix: string): string {
  return Array.from(prefix, (character) => character.codePointAt(0)?.toString(16)).join('-') || 'all';
}

const files = new Map<string, Promise<NameNode | undefined>>();

function loadFile(address: string): Promise<NameNode | undefined> {
  const known = files.get(address);
  if (known) return known;
  const loading = fetch(address).then(
    (response) => (response.ok ? (response.json() as Promise<NameNode>) : undefined),
    () => undefined,
  );
  files.set(address, loading);
  return loading;
}

/**
 * Finds the records that have a name with a word that begins with a text. Records whose whole name is the text come first,
 * then those with the most articles.
 *
 * @param folder the address of the files
 */
export async function findNames(folder: string, text: string): Promise<NameRow[]> {
  const wanted = foldForSearch(text);
  const names = (await loadNames(folder, wanted)).at(-1)?.names ?? [];
  const found = names.filter((row) => rank(row, wanted) > 0);
  return found.sort((a, b) => Number(rank(b, wanted) === 3) - Number(rank(a, wanted) === 3));
}

/** Loads the files of the beginnings of a text, up to one with all names; the last is undefined when no name begins so. */
export async function loadNames(folder: string, wanted: string): Promise<(NameNode | undefined)[]> {
  const nodes = [await loadFile(`${folder}all.json`)];
  let prefix = '';
  for (const character of wanted) {
    const next = nodes.at(-1)?.next;
    if (!next) break;
    prefix += character;
    nodes.push(
      next.includes(character) ? await loadFile(`${folder}${fileOfPrefix(prefix)}.json`) : undefined,
    );
  }
  return nodes;
}

/** Finds the ids of a vocabulary's records that have a name with a word that begins with a text. */
export async function findIds(folder: string, vocabulary: string, text: string): Promise<string[]> {
  const start = `${vocabulary}/`;
  const found = await findNames(folder, text);
  return found.flatMap(([, key]) => (key.startsWith(start) ? [key.slice(start.length)] : []));
}

/**
 * Ranks how well a record's names match a text.
 *
 * @param wanted folded
 * @returns 3: it is a whole name; 2: whole words of one; 1: the beginning of words of one; 0: it is in none
 */
export function rank([name, , , , variants]: NameRow, wanted: string): number {
  const forms = [name, ...variants].flatMap((each) => [
    foldForSearch(each),
    foldForSearch(each.replace(/[-‐‑]/gu, ' ')),
  ]);
  const ranks = forms.map((form) => {
    if (form === wanted) return 3;
    if (!` ${form}`.includes(` ${wanted}`)) return 0;
    return ` ${form} `.includes(` ${wanted} `) ? 2 : 1;
  });
  return Math.max(...ranks);
}
