import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

import countries from 'world-atlas/countries-110m.json' with { type: 'json' };

/** A line of the file: an article with the mixed categories that it came with. */
interface Line {
  title: string;
  date: string | null;
  categories: string[];
  text: string;
}

const continents = ['Africa', 'Asia', 'Europe', 'North America', 'South America', 'Oceania', 'Middle East'];
const countryNames = countries.objects.countries.geometries.map(({ properties }) => properties.name);
const places = new Set([...continents, ...countryNames, 'United States', 'Gaza', 'Iraq War']);
const organizationWords =
  /\b(?:Party|Union|Nations|Ministry|Court|Bank|Company|Corporation|NASA|NATO|Inc|University|Council|Foundation|Army|Mozilla|Microsoft|Petrobras)\b/;

/**
 * Writes a content folder of real news in lines of JSON (`title`, `date` or null, `categories`, `text`), as entries
 * tagged with the categories, sorted into the vocabularies by rough rules: good for trying pages on, not for keeping.
 */
export async function writeNewswire(file: string, folder: string): Promise<number> {
  const lines = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const files = new Map<string, string>();
  files.set(
    'site.yaml',
    stringify({
      title: 'Newswire',
      description: 'Real news, for trying.',
      language: 'en',
      url: 'http://localhost:4705/',
    }),
  );
  for (const [index, { title, date, categories, text }] of lines.entries()) {
    const tags: Record<string, string[]> = { people: [], places: [], organizations: [], topics: [] };
    for (const category of new Set(categories.map((each) => each.trim()))) {
      const id = slugOf(category);
      const vocabulary = vocabularyOf(category, text);
      if (!id) continue;
      files.set(`${vocabulary}/${id}.md`, record(category));
      if (!tags[vocabulary]?.includes(id)) tags[vocabulary]?.push(id);
    }
    const data = { title, ...(date ? { date } : { undated: true }), ...tags };
    const path = `articles/${date ? date.replaceAll('-', '/') : 'undated'}/${slugOf(title).slice(0, 60)}-n${index}.md`;
    files.set(path, `---\n${stringify(data)}---\n\n${escape(text)}\n`);
  }
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return lines.length;
}

function vocabularyOf(category: string, text: string): string {
  if (places.has(category)) return 'places';
  if (organizationWords.test(category)) return 'organizations';
  return /^(?:\p{Lu}[\p{L}'.-]+ ){1,3}\p{Lu}[\p{L}'-]+$/u.test(category) && text.includes(category)
    ? 'people'
    : 'topics';
}

function record(name: string): string {
  return `---\n${stringify({ name, description: `“${name}”, a category of the newswire` })}---\n`;
}

function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Keeps what would be Markdown from being read as such. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(\s)/gm, '$1\\$2$3');
}
