import { fold } from '../state/fold.ts';

/** A name as the files of names hold it. */
export type NameRow = [
  name: string,
  /** `people/wang-yi`: the record's path below the home page. */
  key: string,
  articles: number,
  description: string,
  variants: string[],
];

/** A file of names that begin alike. */
export interface NameNode {
  /** Whether it has all of them; else there is a file for each next letter. */
  isComplete: boolean;
  /** Those of most articles first. */
  names: NameRow[];
}

/** The name of the file for what names begin with: the code points in hexadecimal. */
export function fileOfPrefix(prefix: string): string {
  return Array.from(prefix, (letter) => letter.codePointAt(0)?.toString(16)).join('-') || 'all';
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
 * Finds the records of which a name, from one of its words on, begins with a text. Those of that very name come first,
 * then those of most articles.
 *
 * @param folder the address of the files
 */
export async function findNames(folder: string, text: string): Promise<NameRow[]> {
  const wanted = fold(text);
  let node = await loadFile(`${folder}all.json`);
  const letters = [...wanted];
  for (let depth = 1; node && !node.isComplete && depth <= letters.length; depth++) {
    node = await loadFile(`${folder}${fileOfPrefix(letters.slice(0, depth).join(''))}.json`);
  }
  const found = (node?.names ?? []).filter((row) => rank(row, wanted) > 0);
  return found.sort((a, b) => Number(rank(b, wanted) === 3) - Number(rank(a, wanted) === 3));
}

/** Finds the ids of the records of a vocabulary that go by a name, or by one that begins so. */
export async function findIds(folder: string, vocabulary: string, text: string): Promise<string[]> {
  const start = `${vocabulary}/`;
  const found = await findNames(folder, text);
  return found.flatMap(([, key]) => (key.startsWith(start) ? [key.slice(start.length)] : []));
}

/** 0: not named so; 1: a name goes on after the text; 2: the text is some whole words of a name; 3: a whole name. */
export function rank([name, , , , variants]: NameRow, wanted: string): number {
  const forms = [name, ...variants].flatMap((each) => [fold(each), fold(each.replace(/[-‐‑]/gu, ' '))]);
  const ranks = forms.map((form) => {
    if (form === wanted) return 3;
    if (!` ${form}`.includes(` ${wanted}`)) return 0;
    return ` ${form} `.includes(` ${wanted} `) ? 2 : 1;
  });
  return Math.max(...ranks);
}
