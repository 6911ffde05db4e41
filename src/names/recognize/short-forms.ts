import { sensesOf } from '../words/lexicon.ts';
import { companyEndings } from './runs.ts';
import { addSignal, weighKinds, type Spelling } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Connects the short forms of a text with their long ones: "Holm" with "Ana Holm", "Malm" with "Malm Works Ltd", "WHC" with
 * "World Health Club".
 */
export function addShortForms(spellings: ReadonlyMap<string, Spelling>, { words }: Vocabulary): void {
  const byPart = new Map<string, Spelling[]>();
  const index = (part: string, spelling: Spelling) => {
    const same = byPart.get(part);
    if (same) same.push(spelling);
    else byPart.set(part, [spelling]);
  };
  for (const spelling of spellings.values()) {
    const parts = spelling.name.split(' ');
    if (parts.length < 2) continue;
    index(parts.at(-1) ?? '', spelling);
    index(parts[0] ?? '', spelling);
    for (const initials of initialsOf(parts)) index(initials, spelling);
    // "van der Berg" without the given name.
    for (let at = 1; at < parts.length - 1; at++)
      if (parts.length > 2) index(parts.slice(at).join(' '), spelling);
    for (let at = 2; at < parts.length; at++) index(parts.slice(0, at).join(' '), spelling);
  }
  for (const spelling of spellings.values()) {
    const long = (byPart.get(spelling.name) ?? []).filter((each) => each !== spelling);
    for (const each of long) connect(spelling, each, words);
  }
}

function connect(short: Spelling, long: Spelling, words: Vocabulary['words']): void {
  const sums = weighKinds(long);
  const kind = (['person', 'organization', 'place'] as const).reduce((a, b) => (sums[b] > sums[a] ? b : a));
  if (sums.other >= sums[kind]) return;
  const parts = long.name.split(' ');
  const isEnd = long.name.endsWith(` ${short.name}`);
  if (kind === 'person' && isEnd) {
    addSignal(short, { kind, weight: 3, reason: `a part of "${long.name}"` });
    short.longForm ??= long.name;
  } else if (kind === 'person' && parts[0] === short.name) {
    // Chinese, Hungarian and others have the family name first.
    addSignal(short, {
      kind,
      weight: sensesOf(short.name.toLowerCase()).place ? 0.5 : 1.5,
      reason: `a part of "${long.name}"`,
    });
    short.longForm ??= long.name;
  } else if (kind === 'organization' && initialsOf(parts).includes(short.name)) {
    addSignal(short, { kind, weight: 3, reason: `the initials of "${long.name}"` });
    short.longForm = long.name;
  } else if (kind === 'organization' && isStartOfOrganization(short.name, parts, words)) {
    addSignal(short, { kind, weight: 1.2, reason: `the beginning of "${long.name}"` });
    short.longForm ??= long.name;
  }
}

/** "Malm" for "Malm Works Ltd", but neither "Bush" for "Bush Administration" nor "Malm" for "Malm Superior Court". */
function isStartOfOrganization(short: string, parts: readonly string[], words: Vocabulary['words']): boolean {
  const count = short.split(' ').length;
  const rest = parts.slice(count).map((part) => part.toLowerCase().replace('.', ''));
  if (parts.slice(0, count).join(' ') !== short || isAbbreviation(short)) return false;
  return rest.every(
    (part) => droppedEndings.has(part) || companyEndings.has(part) || words.connectors.has(part),
  );
}

const droppedEndings = new Set(
  'group holding holdings company corporation industries international motors football club airlines airways systems works technologies brothers partners newspaper sports & and sons party bank stores co. inc.'.split(
    ' ',
  ),
);

function isAbbreviation(name: string): boolean {
  return /^[\p{Lu}.]{2,6}$/u.test(name);
}

/** The abbreviations that the words of a name give: with and without its small words. */
function initialsOf(parts: readonly string[]): string[] {
  if (parts.length > 9) return [];
  const capital = parts
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.charAt(0))
    .join('');
  const all = parts.map((part) => part.charAt(0).toUpperCase()).join('');
  return [...new Set([capital, all])].filter((initials) => initials.length > 1);
}
