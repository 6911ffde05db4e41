import type { ArticleText, RecognizedName } from '../recognize/recognize.ts';
import { recognizeNames } from '../recognize/recognize.ts';
import type { NameKind } from '../recognize/candidate.ts';
import type { Vocabulary } from '../recognize/vocabulary.ts';
import { describeMention } from './description.ts';
import { evidenceOf } from './evidence.ts';

/** What one article says of a person, place or organization: all its spellings there, together. */
export interface ArticleName {
  /** The longest spelling. */
  heading: string;
  /** All spellings, with how often each stands there. */
  spellings: Map<string, number>;
  kind: NameKind;
  /** See `RecognizedName`. */
  margin: number;
  reasons: readonly string[];
  mentions: number;
  /** A sentence that names it, the best there is. */
  evidence: string;
  /** What the text says next to the name: "Foreign Minister". */
  descriptions: string[];
  /** Titles directly before it. */
  titles: string[];
  /** For people, how the short form shows the order of the name; undefined without a short form. */
  family: 'first' | 'last' | undefined;
  /** Whether it stands only at the beginning of sentences, or in headings and tables. */
  isUncertain: boolean;
}

/** Recognizes the names of an article and groups the spellings of each: "Holm" and "HOLM" under "Ana Holm". */
export function readArticleNames(text: ArticleText, vocabulary: Vocabulary): ArticleName[] {
  const recognized = new Map(recognizeNames(text, vocabulary).map((each) => [each.name, each]));
  const groups = new Map<string, RecognizedName[]>();
  for (const each of recognized.values()) {
    const heading = longestForm(each, recognized);
    const group = groups.get(heading);
    if (group) group.push(each);
    else groups.set(heading, [each]);
  }
  return Array.from(groups, ([heading, group]) => joinSpellings(heading, group, vocabulary));
}

/** Follows short forms to the longest one; of forms of different kinds, each stays for itself. */
function longestForm(name: RecognizedName, all: ReadonlyMap<string, RecognizedName>): string {
  let current = name;
  for (let steps = 0; steps < 4 && current.longForm !== undefined; steps++) {
    const next = all.get(current.longForm);
    if (!next || next.kind !== current.kind || next === current) break;
    current = next;
  }
  return current.name;
}

function joinSpellings(
  heading: string,
  group: readonly RecognizedName[],
  vocabulary: Vocabulary,
): ArticleName {
  const main = group.find(({ name }) => name === heading) ?? (group[0] as RecognizedName);
  const mentions = group.flatMap((each) => each.mentions);
  const facts = mentions.map((mention) => describeMention(mention, main.kind, vocabulary));
  return {
    heading,
    spellings: new Map(group.flatMap((each) => spellingsOf(each, heading, main.kind))),
    kind: main.kind,
    margin: main.margin,
    reasons: main.reasons,
    mentions: mentions.length,
    evidence: evidenceOf(main.mentions.concat(mentions)),
    descriptions: facts.flatMap(({ description }) => description ?? []),
    titles: facts.flatMap(({ title }) => title ?? []),
    family: main.kind === 'person' ? familyOrder(heading, group) : undefined,
    isUncertain: mentions.every(({ opensSentence, line }) => opensSentence || line.style !== 'prose'),
  };
}

/** How many titles a name is printed with that count as spellings. */
const mostTitles = 3;

/** A short form of a person is printed with a title, too: "Venn", "Mr. Venn", "President Venn". */
function spellingsOf(
  { name, mentions }: RecognizedName,
  heading: string,
  kind: NameKind,
): (readonly [spelling: string, mentions: number])[] {
  if (kind !== 'person' || name === heading || name.includes(' ') || name === name.toUpperCase())
    return [[name, mentions.length]];
  const titled = new Map<string, number>();
  for (const { title, line } of mentions) {
    const spelling = `${title} ${name}`;
    const isPlain = title !== undefined && !/[,;:]/.test(title) && title.split(' ').length <= 3;
    if (isPlain && line.style === 'prose' && line.text.includes(spelling))
      titled.set(spelling, (titled.get(spelling) ?? 0) + 1);
  }
  return [[name, mentions.length], ...[...titled].toSorted((a, b) => b[1] - a[1]).slice(0, mostTitles)];
}

function familyOrder(heading: string, group: readonly RecognizedName[]): 'first' | 'last' | undefined {
  const short = group.filter(({ name }) => name !== heading).map(({ name }) => name.toLowerCase());
  const long = heading.toLowerCase();
  if (short.some((name) => long.endsWith(` ${name}`))) return 'last';
  return short.some((name) => long.startsWith(`${name} `)) ? 'first' : undefined;
}
