import type { Term } from '../../ingest/drafts/draft.ts';
import { findVocabulary } from '../../records/vocabularies.ts';
import { foldName } from '../fold-name.ts';
import { placeWeight } from '../gazetteer/gazetteer.ts';
import { candidateAt, type NameKind } from '../recognize/candidate.ts';
import { addOwnSignals } from '../recognize/own-signals.ts';
import type { RecognizedName } from '../recognize/recognize.ts';
import { addSignal, type Spelling } from '../recognize/spelling.ts';
import { isOrdinaryWord, type Vocabulary } from '../recognize/vocabulary.ts';
import { isCapitalized, tokenize, type Token } from '../text/tokens.ts';
import { sensesOf } from '../words/lexicon.ts';
import { baseName } from './base-name.ts';

/** What a name that a source gives besides a text may be. */
export type TermKind = NameKind | 'topic';

/** Of which kind a name is, and why that is doubtful, if it is. */
export interface TermVerdict {
  kind: TermKind;
  /** What else it may be, or why nothing says what it is; undefined where it is sure. */
  doubt: string | undefined;
}

/** What texts say of a name. */
interface Evidence {
  kinds: Record<NameKind, number>;
  /** The number of texts that name it. */
  texts: number;
}

/** How much more must speak for a kind than for the next. */
const clear = 0.9;
/** What must speak for a kind at all. */
const least = 1.4;
/** Texts of one name that are read: more of them seldom say anything else. */
const mostTexts = 5;

/**
 * Tells of which kind the names are that sources give besides their texts, such as categories: by their words, as names in
 * texts are told, by the gazetteer, and by what the texts say that have them. What is none of a person, place or organization
 * and is made of ordinary words is a topic.
 */
export class TermKinds {
  /** By folded name, without what tells it from others. */
  readonly #evidence = new Map<string, Evidence>();

  /** Whether a text would say more of one of these names. */
  needsText(terms: readonly Term[]): boolean {
    return terms.some(
      ({ name, vocabulary }) =>
        vocabulary === undefined && (this.#evidence.get(keyOf(name))?.texts ?? 0) < mostTexts,
    );
  }

  /** Adds what a text says of the names that its source gives it. */
  addText(
    terms: readonly Term[],
    recognized: readonly Pick<RecognizedName, 'name' | 'kind' | 'margin'>[],
  ): void {
    const wanted = new Set(terms.map(({ name }) => keyOf(name)));
    for (const { name, kind, margin } of recognized) {
      const key = foldName(name);
      if (!wanted.delete(key)) continue;
      const known = this.#evidence.get(key) ?? { kinds: { person: 0, place: 0, organization: 0 }, texts: 0 };
      this.#evidence.set(key, known);
      known.kinds[kind] += Math.min(Math.max(margin, 0.2), 4);
      known.texts++;
    }
  }

  /** Judges a name by everything that was added. @param vocabulary of the language of the texts that have it */
  judge(term: Term, vocabulary: Vocabulary): TermVerdict {
    if (term.vocabulary !== undefined)
      return { kind: findVocabulary(term.vocabulary).singular as TermKind, doubt: undefined };
    const weights = weighWords(baseName(term.name), vocabulary);
    const evidence = this.#evidence.get(keyOf(term.name));
    for (const kind of evidence ? (['person', 'place', 'organization'] as const) : []) {
      const said = (evidence?.kinds[kind] ?? 0) / (evidence?.texts ?? 1);
      weights.all[kind] += said;
      // A word before a name is enough where the gazetteer knows it, too: "in Malm".
      if (said >= (kind === 'place' && placeWeight(baseName(term.name)) > 0 ? 1 : 2))
        weights.strong[kind] += said;
    }
    const { broader } = term;
    // What is a part of a topic is one, unless something says otherwise.
    if (broader && !evidence && this.judge(broader, vocabulary).kind === 'topic') weights.all.topic += 1.5;
    return decide(weights);
  }
}

function keyOf(name: string): string {
  return foldName(baseName(name));
}

interface Weights {
  all: Record<TermKind, number>;
  /** Without what is only likely when nothing else is known: two words that are in no dictionary, an abbreviation. */
  strong: Record<TermKind, number>;
}

function decide({ all, strong }: Readonly<Weights>): TermVerdict {
  const order = (['person', 'place', 'organization', 'topic'] as const).toSorted((a, b) => all[b] - all[a]);
  const [kind, next] = order as [TermKind, TermKind];
  if (all[kind] < least) return { kind: 'topic', doubt: 'neither its words nor the texts say what it is' };
  if (all[kind] - all[next] < clear)
    return {
      kind,
      doubt: `${withArticle(kind)} or ${withArticle(next)}: as much speaks for the one as for the other`,
    };
  if (kind !== 'topic' && strong[kind] < 0.5)
    return { kind, doubt: `probably ${withArticle(kind)}, but little says so` };
  return { kind, doubt: undefined };
}

/** Weighs what the words of a name say. */
function weighWords(name: string, vocabulary: Vocabulary): Weights {
  const tokens = tokenize(name);
  const all = { person: 0, place: 0, organization: 0, topic: weighOrdinaryWords(name, tokens, vocabulary) };
  const strong = { person: 0, place: 0, organization: 0, topic: 0 };
  if (!tokens.some(isCapitalized)) return { all, strong };
  const line = { text: name, tokens, style: 'prose', inCapitals: false } as const;
  const spelling: Spelling = { name, mentions: [], signals: new Map(), longForm: undefined };
  addOwnSignals(candidateAt(line, 0, tokens.length), vocabulary, (kind, weight, reason) =>
    addSignal(spelling, { kind, weight, reason }),
  );
  for (const { kind, weight, reason } of spelling.signals.values()) {
    const own = kind === 'other' ? 'topic' : kind;
    all[own] += weight;
    if (!weakReasons.has(reason)) strong[own] += weight;
  }
  // "amazon.com"
  if (isDomain(name)) all.organization += 2;
  if (tokens.some(({ lower }) => vocabulary.words.otherWords.has(lower))) all.topic += 1.5;
  return { all, strong };
}

/** What {@link addOwnSignals} says where nothing else is known. */
const weakReasons: ReadonlySet<string> = new Set([
  'a single word',
  'two words that are in no dictionary',
  'three words that are in no dictionary',
  'an abbreviation',
  'capitals inside a word',
  'made of ordinary words',
]);

/** How much the words of a name are those of a topic: with a small letter, or in a dictionary. */
function weighOrdinaryWords(name: string, tokens: readonly Token[], vocabulary: Vocabulary): number {
  const { words, language } = vocabulary;
  const joining = [
    words.particles,
    words.connectors,
    words.conjunctions,
    words.articles,
    words.functionWords,
  ];
  const joins = ({ lower }: Token) => joining.some((list) => list.has(lower));
  // "Missing persons", "football": in names of people, places and organizations, what is small joins others.
  if (tokens.some((token, at) => /^\p{Ll}/u.test(token.text) && (at === 0 || !joins(token))))
    return isDomain(name) ? 0 : 3.5;
  const capitalized = tokens.filter(isCapitalized);
  const [first, ...others] = capitalized;
  if (!first || placeWeight(name) >= 0.7 || (others.length > 0 && sensesOf(first.lower).given)) return 0;
  const isOrdinary = ({ lower, shape }: Token) =>
    shape === 'capital' &&
    (isOrdinaryWord(lower, vocabulary) ||
      isOrdinaryWord(`${lower}s`, vocabulary) ||
      (lower.endsWith('s') && isOrdinaryWord(lower.slice(0, -1), vocabulary)) ||
      (language.startsWith('en') &&
        fieldEndings.some((ending) => lower.length > ending.length + 2 && lower.endsWith(ending))));
  if (!capitalized.every(isOrdinary)) return 0;
  if (others.length === 0) return 2.5;
  return capitalized.some(({ lower }) => words.organizationWords.has(lower)) ? 0.5 : 3;
}

/** What English words for fields of knowledge and activities end in: "astronomy", "chemistry", "aviation". */
const fieldEndings = 'logy nomy graphy istry ics ism sion tion gion ment ness ture ing'.split(' ');

/** "amazon.com" */
function isDomain(name: string): boolean {
  const end = name.slice(name.lastIndexOf('.') + 1);
  return name.includes('.') && !name.includes(' ') && /^[a-z]{2,4}$/.test(end);
}

function withArticle(kind: TermKind): string {
  return kind === 'organization' ? 'an organization' : `a ${kind}`;
}
