import { normalizeUnicode } from '../../records/normalize-unicode.ts';
import { people, type Townsperson } from '../town/people.ts';
import { strangerNames } from './strangers.ts';
import type { Chooser } from './deck.ts';

/** The offices that a text may name by `@mayor` instead of by a person, with the title of the role. */
const offices: Readonly<Record<string, string>> = {
  mayor: 'Mayor of Ternhythe',
  head: 'Head of Ternhythe School',
  ferry: 'Master of the Wend ferry',
  captain: 'Captain of Ternhythe Rovers',
  physician: 'Medical officer of Ternhythe',
};

/** From then on papers left out “Mr.” and its like. */
const plainSince = 1966;

/** When a text was written. */
interface Time {
  year: number;
  /** 1 to 12. */
  month: number;
  /** BCP 47. */
  language: string;
}

const byId = new Map(people.map((person) => [idOf(person.name), person]));

/**
 * Writes texts from templates: `{one|another}` is a choice, `@edmund-harrow` a person, `@mayor` the holder of an office at the
 * time, `~m` and `~f` a man or a woman without a record. Of a person the first mention has the whole name, later ones the
 * family name, both as papers of the time wrote them.
 *
 * @param time when the text was written, and in which language
 * @returns the titles, each with names in full, and the text
 */
export function writeText(
  { titles, text }: { titles: readonly string[]; text: string },
  time: Time,
  chooser: Chooser,
): { titles: string[]; text: string } {
  const { year } = time;
  const named = new Set<string>();
  const plain = (template: string) =>
    template.replace(/@([a-z]+(?:-[a-z]+)*)/g, (_, id: string) => findPerson(id, time).name);
  return {
    titles: titles.map((title) => plain(choose(title, chooser))),
    text: choose(text, chooser)
      .replace(/~([mf])/g, (_, sex: 'm' | 'f') => {
        const { given, family } = strangerNames(sex, year);
        return `${chooser.draw(given)} ${chooser.draw(family)}`;
      })
      .replace(/@([a-z]+(?:-[a-z]+)*)/g, (_, id: string) => {
        const person = findPerson(id, time);
        const isFirst = !named.has(person.name);
        named.add(person.name);
        return isFirst ? fullName(person, time) : shortName(person, time);
      }),
  };
}

/** The person of an id, or who held an office then. @throws {Error} when there is none, which is a mistake of a template */
function findPerson(id: string, time: Time): Townsperson {
  const office = offices[id];
  const found = office
    ? (people.find((person) => held(person, office, time)) ??
      people.find((person) => held(person, office, { ...time, month: 13 - time.month })))
    : byId.get(id);
  if (!found) throw new Error(`Nobody is "${id}" in ${time.year}.`);
  return found;
}

/** Whether a person held an office: in the year in which it changed hands, the one before until June. */
function held({ roles }: Townsperson, office: string, { year, month }: Time): boolean {
  const isSecondHalf = month > 6;
  return roles.some(
    ([title, from, to]) =>
      title === office &&
      (isSecondHalf ? from <= year : from < year) &&
      (to === 0 || (isSecondHalf ? year < to : year <= to)),
  );
}

/** The id of a person by name, as templates and records have it. */
export function idOf(name: string): string {
  return normalizeUnicode(name, 'NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '-');
}

function fullName({ name, style }: Townsperson, time: Time): string {
  return `${addressOf(style, time)}${name}`;
}

function shortName({ name, style }: Townsperson, time: Time): string {
  const family = name.split(' ').at(-1) ?? name;
  // A Chinese family name stands first.
  const called = name.startsWith('Lin ') ? 'Lin' : family;
  return `${addressOf(style, time)}${called}`;
}

/** How people are addressed in other languages. */
const styles: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = {
  fr: { 'Mr.': 'M.', 'Mrs.': 'Mme', Miss: 'Mlle' },
  de: { 'Mr.': 'Herr', 'Mrs.': 'Frau', Miss: 'Fräulein', Captain: 'Kapitän' },
};

/** What stands before a name: titles always, “Mr.” and its like only in papers of the time. */
function addressOf(style: string, { language, year }: Time): string {
  const isLasting = ['Dr.', 'Captain', 'Canon', 'Pastor', 'Inspector'].includes(style);
  return year < plainSince || isLasting ? `${styles[language]?.[style] ?? style} ` : '';
}

/** Replaces each choice by one of what it offers, the innermost first. */
function choose(template: string, { pick }: Chooser): string {
  const innermost = /\{([^{}]*)\}/g;
  let text = template;
  while (/\{[^{}]*\}/.test(text))
    text = text.replace(innermost, (_, options: string) => pick(options.split('|')));
  return text;
}
