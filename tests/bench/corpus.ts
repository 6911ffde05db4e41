import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { stringify } from 'yaml';

import { createRandom, type Random } from '../../src/system/random.ts';
import {
  english,
  organizationFields,
  organizationKinds,
  others,
  placeEnds,
  placeStarts,
  topicWords,
  type GeneratedLanguage,
} from './words.ts';

/** What a generated archive has to be like. */
export interface CorpusOptions {
  articles: number;
  /** The same seed gives the same archive, character for character. */
  seed?: number;
  /** The public URL in its `site.yaml`. */
  url?: string;
}

interface GeneratedRecord {
  id: string;
  name: string;
  variants?: string[];
  language?: GeneratedLanguage;
  family?: string;
}

type Vocabularies = Record<'people' | 'places' | 'organizations' | 'topics', GeneratedRecord[]>;

/**
 * Writes a content folder with as many articles as wanted. Its names, lengths and dates are distributed as in real
 * news: a few names stand in a third of all articles and most in one or two (Zipf's law), texts are of some
 * 150 words, a century of dates is densest at its end, and some dates are partial, approximate or missing.
 */
export async function generateCorpus(folder: string, options: CorpusOptions): Promise<void> {
  const { articles, seed = 1, url = 'https://archive.example/' } = options;
  const random = createRandom(seed);
  const vocabularies = makeVocabularies(articles, random);
  const files: [string, string][] = [];
  const site = { title: 'Generated', description: 'An archive made for tests.', language: 'en', url };
  files.push(['site.yaml', stringify(site)]);
  for (const [name, records] of Object.entries(vocabularies)) {
    for (const { id, name: heading, variants = [] } of records) {
      const data = {
        name: heading,
        description: `${heading}, made for tests`,
        ...(variants.length > 0 && { variants }),
      };
      files.push([`${name}/${id}.md`, `---\n${stringify(data)}---\n`]);
    }
  }
  for (let index = 0; index < articles; index++) files.push(makeArticle(index, vocabularies, random));

  const folders = new Set(files.map(([path]) => dirname(join(folder, path))));
  for (const each of folders) await mkdir(each, { recursive: true });
  for (let start = 0; start < files.length; start += 64) {
    await Promise.all(
      files.slice(start, start + 64).map(([path, text]) => writeFile(join(folder, path), text)),
    );
  }
}

function makeVocabularies(articles: number, random: Random): Vocabularies {
  const many = Math.max(8, Math.round(articles ** 0.75));
  const people = unique(many, (index) => {
    // Every eighth name is one in another script.
    const language = index % 8 === 7 ? pick(others, random) : english;
    const [given, family] = [pick(language.given, random), pick(language.family, random)];
    const name = language.tag === 'zh' ? `${family}${given}` : `${given} ${family}`;
    return { id: '', name, language, family };
  });
  return {
    people: withIds('person', people),
    places: withIds(
      'place',
      unique(Math.ceil(many / 3), () => ({
        id: '',
        name: pick(placeStarts, random) + pick(placeEnds, random),
      })),
    ),
    organizations: withIds(
      'organization',
      unique(Math.ceil(many / 6), () => ({
        id: '',
        name: `${pick(organizationKinds, random)} ${pick(organizationFields, random)}`,
      })),
    ),
    topics: withIds(
      'topic',
      topicWords.map((name) => ({ id: '', name })),
    ),
  };
}

/** Makes records until there are enough of different names; numbers the names when the words run out. */
function unique(wanted: number, make: (index: number) => GeneratedRecord): GeneratedRecord[] {
  const byName = new Map<string, GeneratedRecord>();
  for (let index = 0; byName.size < wanted; index++) {
    const record = make(index);
    if (byName.has(record.name)) record.name += ` ${roman(1 + Math.floor(index / 50))}`;
    if (!byName.has(record.name)) byName.set(record.name, record);
  }
  return [...byName.values()];
}

function withIds(singular: string, records: GeneratedRecord[]): GeneratedRecord[] {
  return records.map((record, index) => {
    const latin = record.name
      .normalize('NFD')
      .toLowerCase()
      .replaceAll('ø', 'o')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    return { ...record, id: latin ? `${latin}-${index + 1}` : `${singular}-${index + 1}` };
  });
}

function makeArticle(index: number, all: Vocabularies, random: Random): [string, string] {
  const tags = {
    people: pickSome(all.people, 1 + Math.floor(random() * 3), random),
    places: pickSome(all.places, 1 + Math.floor(random() * 2), random),
    organizations: pickSome(all.organizations, Math.floor(random() * 3), random),
    topics: pickSome(all.topics, 1 + Math.floor(random() * 2), random),
  };
  const language = random() < 0.92 ? english : pick(others, random);
  const say = () =>
    pick(language.sentences, random).replace(/\{(\w+)\}/g, (_match, slot: string) => {
      const person = pick(tags.people, random);
      if (slot === 'family') return person.family ?? person.name;
      if (slot === 'person') return person.name;
      if (slot === 'place') return pick(tags.places, random).name;
      if (slot === 'topic') return pick(tags.topics, random).name;
      return tags.organizations.length > 0 ? pick(tags.organizations, random).name : 'the committee';
    });
  // Lognormal, of about 150 words in the median and 600 at the long end.
  const sentences = Math.max(1, Math.round(11 * Math.exp(0.6 * gaussian(random))));
  const paragraphs = Array.from({ length: Math.ceil(sentences / 3) }, (_, paragraph) =>
    Array.from({ length: Math.min(3, sentences - paragraph * 3) }, say).join(language.space),
  );
  const { folder, date } = makeDate(random);
  const data = {
    title: say().replace(/[.。]$/, ''),
    ...(random() < 0.1 && { titleSupplied: true }),
    ...(date ? { date } : { undated: true }),
    ...Object.fromEntries(Object.entries(tags).map(([name, records]) => [name, records.map(({ id }) => id)])),
    ...(language !== english && { language: language.tag }),
  };
  return [
    `articles/${folder}/article-${index + 1}.md`,
    `---\n${stringify(data)}---\n\n${paragraphs.join('\n\n')}\n`,
  ];
}

function makeDate(random: Random): { folder: string; date?: string } {
  const year = 2021 - Math.floor(100 * random() ** 2);
  const month = 1 + Math.floor(random() * 12);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${year}-${two(month)}-${two(1 + Math.floor(random() * 28))}`;
  const kind = random();
  if (kind < 0.05) return { folder: 'undated' };
  if (kind < 0.1) return { folder: `${year}/${two(month)}`, date: `${year}-${two(month)}` };
  if (kind < 0.13) return { folder: `${year}`, date: `${year}` };
  if (kind < 0.15) return { folder: `${year}`, date: `${year}~` };
  if (kind < 0.17) return { folder: `${year}`, date: `${year}-${two(Math.min(month, 11))}/${year}-12` };
  return { folder: day.replaceAll('-', '/'), date: day };
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** Different items, the earlier ones far more often (Zipf's law with exponent 1). */
function pickSome(items: readonly GeneratedRecord[], wanted: number, random: Random): GeneratedRecord[] {
  const picked = new Set<GeneratedRecord>();
  for (let tries = 0; tries < wanted; tries++) {
    const rank = Math.floor(Math.exp(random() * Math.log(items.length + 1))) - 1;
    const item = items[rank];
    if (item) picked.add(item);
  }
  return picked.size > 0 || wanted === 0 ? [...picked] : items.slice(0, 1);
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function roman(number: number): string {
  const numerals: [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  return numerals
    .map(([value, letters]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return letters.repeat(times);
    })
    .join('');
}
