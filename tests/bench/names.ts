import { readFile } from 'node:fs/promises';

import { recognizeNames, type RecognizedName } from '../../src/names/recognize/recognize.ts';
import { WordForms } from '../../src/names/text/word-forms.ts';
import { nameWordsOf } from '../../src/names/words/name-words.ts';

/** A text with the names that people marked in it. */
interface MarkedText {
  text: string;
  /** BCP 47 tag; English when left out. */
  language?: string;
  names: { name: string; kind: string }[];
}

interface Tally {
  /** Names that are in the text and were found. */
  right: number;
  /** Of those, the ones whose kind is right, too. */
  rightKind: number;
  found: number;
  marked: number;
}

/**
 * Measures the recognition of names on texts in which people marked them: precision, recall and F1 of the set of names of
 * each text. A name counts once a text, with the same characters as printed there; the words of all texts are counted first,
 * as `npm run names` counts those of an archive.
 *
 * @param file JSON: `[{text, language, names: [{name, kind}]}]`, kinds person, place and organization
 * @throws {TypeError} when the file is something else
 */
export async function benchNames(file: string | undefined, json: boolean): Promise<void> {
  const texts = await readMarkedTexts(file);
  const started = performance.now();
  const forms = new WordForms();
  for (const { text } of texts) forms.add(text);
  const halves = [emptyTally(), emptyTally()] as const;
  texts.forEach(({ text, names, language = 'en' }, index) => {
    const vocabulary = { language, words: nameWordsOf(language), forms };
    const recognized = recognizeNames({ paragraphs: text.split(/\n[ \t]*\n/) }, vocabulary);
    addTo(halves[(index % 2) as 0 | 1], names, recognized);
  });
  const seconds = (performance.now() - started) / 1000;
  const all = sum(...halves);
  const scores = { all: scoresOf(all), even: scoresOf(halves[0]), odd: scoresOf(halves[1]) };
  if (json) console.log(JSON.stringify({ texts: texts.length, seconds, ...scores }, null, 2));
  else {
    console.log(
      `${texts.length} texts in ${seconds.toFixed(1)} s, ${all.marked} names marked, ${all.found} found`,
    );
    console.log(formatScores('all', all));
    console.log(formatScores('even-numbered', halves[0]));
    console.log(formatScores('odd-numbered', halves[1]));
  }
  const two = (score: number) => score.toFixed(2);
  console.log(`F1 ${two(scores.all.name.f1)} without kind, ${two(scores.all.kind.f1)} with kind`);
}

async function readMarkedTexts(file: string | undefined): Promise<MarkedText[]> {
  if (file === undefined) throw new TypeError('No file of marked texts given.');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new TypeError(`${file} cannot be read as JSON (${(error as Error).message}).`, { cause: error });
  }
  const isMarked = (each: unknown) =>
    typeof (each as MarkedText | null)?.text === 'string' && Array.isArray((each as MarkedText).names);
  if (!Array.isArray(value) || !value.every(isMarked))
    throw new TypeError(`${file} is not a list of {text, names: [{name, kind}]}.`);
  return value as MarkedText[];
}

function emptyTally(): Tally {
  return { right: 0, rightKind: 0, found: 0, marked: 0 };
}

function addTo(tally: Tally, names: MarkedText['names'], recognized: readonly RecognizedName[]): void {
  const marked = new Map(names.map(({ name, kind }) => [name, kind]));
  const right = recognized.filter(({ name }) => marked.has(name));
  tally.marked += marked.size;
  tally.found += recognized.length;
  tally.right += right.length;
  tally.rightKind += right.filter(({ name, kind }) => marked.get(name) === kind).length;
}

function sum(...tallies: readonly Tally[]): Tally {
  const add = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { right: add('right'), rightKind: add('rightKind'), found: add('found'), marked: add('marked') };
}

function scoresOf({ right, rightKind, found, marked }: Tally) {
  const score = (count: number) => {
    const precision = count / Math.max(found, 1);
    const recall = count / Math.max(marked, 1);
    return { precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, Number.EPSILON) };
  };
  return { name: score(right), kind: score(rightKind) };
}

function formatScores(what: string, tally: Tally): string {
  const { name, kind } = scoresOf(tally);
  const format = ({ precision, recall, f1 }: typeof name) =>
    `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
  return `${`${what}:`.padEnd(15)} ${format(name)}; with kind ${format(kind)}`;
}
