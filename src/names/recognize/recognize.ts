import { splitLines, type Line } from '../text/lines.ts';
import { tokensOf, type AnyKind, type Candidate, type NameKind } from './candidate.ts';
import { findCandidates } from './candidates.ts';
import { addNeighbourSignals } from './coordination.ts';
import { findDateline } from './dateline.ts';
import { findInHeading } from './headings.ts';
import { isName } from './name-test.ts';
import { addShortForms } from './short-forms.ts';
import { addContextSignals } from './context-signals.ts';
import { addOwnSignals } from './own-signals.ts';
import { addSignal, weighKinds, type Spelling } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name in one text, as it is printed there. */
export interface RecognizedName {
  name: string;
  kind: NameKind;
  /** How much more speaks for this kind than for the next. */
  margin: number;
  /** The kind that is likely next, if it is nearly as likely. */
  alternative: NameKind | undefined;
  /** What spoke for the kind, the strongest first. */
  reasons: string[];
  /** All places where it stands, in order. */
  mentions: Candidate[];
  /** The longer name of the same text for which it stands: "Holm" for "Ana Holm". */
  longForm: string | undefined;
}

/** A text in which names are looked for. */
export interface ArticleText {
  title?: string;
  /** Without markup. */
  paragraphs: readonly string[];
}

/**
 * Finds the names in a text: runs of words with capitals, of which several signals tell whether they are names and of what
 * kind. All spellings of a text are decided together, so that "Holm said" has the kind of "Minister Ana Holm".
 *
 * @returns one item a spelling, in order of the first mention
 */
export function recognizeNames({ title, paragraphs }: ArticleText, vocabulary: Vocabulary): RecognizedName[] {
  const { language } = vocabulary;
  const lines = [
    ...(title === undefined ? [] : splitLines(title, language, true)),
    ...paragraphs.flatMap((paragraph) => splitLines(paragraph, language)),
  ];
  const isContest = reportsContest(lines, vocabulary);
  const spellings = new Map<string, Spelling>();
  const headings: Line[] = [];
  const byLine: Candidate[][] = [];
  for (const line of lines) {
    const dateline = findDateline(line, language);
    if (dateline.length === 0 && (line.style === 'heading' || line.inCapitals)) {
      headings.push(line);
      continue;
    }
    const rest = dateline.length > 0 ? withoutDateline(line, dateline) : line;
    const candidates = [...dateline, ...(rest ? findCandidates(rest, vocabulary) : [])];
    byLine.push(candidates);
    for (const candidate of candidates) addMention(spellings, candidate, vocabulary, isContest);
  }
  for (const candidates of byLine) addNeighbourSignals(candidates, spellings);
  addShortForms(spellings, vocabulary);
  const found = new Map<string, RecognizedName>();
  for (const spelling of spellings.values()) {
    if (isName(spelling, vocabulary, spellings)) keep(spelling, found);
  }
  addHeadings(headings, found, vocabulary, isContest);
  return [...found.values()];
}

function addMention(
  spellings: Map<string, Spelling>,
  candidate: Candidate,
  vocabulary: Vocabulary,
  isContest: boolean,
): Spelling {
  let spelling = spellings.get(candidate.name);
  const isNew = !spelling;
  spelling ??= { name: candidate.name, mentions: [], signals: new Map(), longForm: undefined };
  spellings.set(candidate.name, spelling);
  spelling.mentions.push(candidate);
  const add = (kind: AnyKind, weight: number, reason: string) =>
    addSignal(spelling, { kind, weight, reason });
  if (isNew) addOwnSignals(candidate, vocabulary, add);
  addContextSignals(candidate, vocabulary, isContest, add);
  return spelling;
}

function keep(spelling: Spelling, found: Map<string, RecognizedName>): void {
  const sums = weighKinds(spelling);
  const order = (['person', 'place', 'organization'] as const).toSorted((a, b) => sums[b] - sums[a]);
  const [kind, next] = order as [NameKind, NameKind];
  if (sums.other >= sums[kind]) return;
  const margin = sums[kind] - sums[next];
  const reasons = [...spelling.signals.values()]
    .filter((signal) => signal.kind === kind && signal.weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ reason }) => reason);
  const { name, mentions, longForm } = spelling;
  found.set(name, {
    name,
    kind,
    margin,
    alternative: margin < 0.7 ? next : undefined,
    reasons,
    mentions,
    longForm,
  });
}

function addHeadings(
  headings: readonly Line[],
  found: Map<string, RecognizedName>,
  vocabulary: Vocabulary,
  isContest: boolean,
): void {
  const byWords = new Map([...found.values()].map((each) => [each.name.toLowerCase(), each]));
  const parts = new Map<string, RecognizedName>();
  for (const each of found.values()) {
    if (each.kind === 'person' && each.name.includes(' '))
      parts.set(each.name.toLowerCase().split(' ').at(-1) ?? '', each);
  }
  const known = (name: string) => byWords.get(name) ?? parts.get(name);
  const spellings = new Map<string, Spelling>();
  for (const line of headings) {
    for (const candidate of findInHeading(line, vocabulary, (name) => known(name) !== undefined)) {
      const spelling = addMention(spellings, candidate, vocabulary, isContest);
      const words = tokensOf(candidate)
        .map(({ lower }) => lower)
        .join(' ');
      const same = known(words);
      if (!same) continue;
      addSignal(spelling, { kind: same.kind, weight: 5, reason: `"${same.name}" in the text` });
      if (same.name !== candidate.name) spelling.longForm = same.longForm ?? same.name;
    }
  }
  for (const spelling of spellings.values()) {
    const same = found.get(spelling.name);
    if (same) same.mentions.push(...spelling.mentions);
    else keep(spelling, found);
  }
}

/** The rest of a line after its dateline, if there is any. */
function withoutDateline(line: Line, dateline: readonly Candidate[]): Line | undefined {
  const end = dateline.at(-1)?.end ?? 0;
  if (end + 1 >= line.tokens.length) return undefined;
  return { ...line, style: line.style === 'heading' ? 'prose' : line.style, tokens: line.tokens.slice(end) };
}

/** Whether a text reports a contest, in which towns stand for their teams: more than one word in forty is one of contests. */
function reportsContest(lines: readonly Line[], { words }: Vocabulary): boolean {
  let [all, contest] = [0, 0];
  for (const { tokens } of lines) {
    all += tokens.length;
    for (const { lower } of tokens) if (words.contestWords.has(lower)) contest++;
  }
  return contest * 40 > all && contest >= 3;
}
