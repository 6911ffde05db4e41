import type { Failure } from '../sources/source.ts';
import { formatSimilarity } from '../duplicates/find-duplicates.ts';
import type { LeftOut } from '../drafts/draft.ts';
import type { Outcome, PlannedMedia } from '../plan/outcome.ts';
import type { Doubt } from '../names/propose-tags.ts';

/** The outcomes of a run so far. Every item is written (or would be), skipped or failed. */
export interface Tally {
  readonly items: number;
  readonly planned: number;
  /** How many of those are articles. */
  readonly articles: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
  /** The first of what is written, as examples. */
  readonly examples: readonly { file: string; path: string }[];
  /** How many items were skipped for each reason; reasons that name an article are counted together. */
  readonly reasons: ReadonlyMap<string, number>;
  /** Pictures and attachments that are copied. */
  readonly copied: { files: number; bytes: number; readonly examples: PlannedMedia[] };
  /** What of the sources is not in the entries, by what it is. */
  readonly leftOut: ReadonlyMap<string, LeftOutCount>;
  /** How many articles there are with each notice. */
  readonly notices: ReadonlyMap<string, number>;
  /** How many articles have an ambiguous name, by the name and the records. */
  readonly doubts: ReadonlyMap<string, { doubt: Doubt; articles: number }>;
  /** How many articles have a name that no record has, by the name, with the vocabulary where that is known. */
  readonly unmatched: ReadonlyMap<string, number>;
  /** Names of which no record was made since their kind is doubtful, with the reason. */
  readonly undecided: ReadonlyMap<string, { doubt: string; articles: number }>;
  /** Articles that are much like another. */
  readonly alike: readonly { id: string; likeness: string }[];
  add(outcome: Outcome): void;
}

/** How often something is left out. */
export interface LeftOutCount {
  times: number;
  articles: number;
  /** The first of them, as examples. */
  examples: LeftOut[];
}

/** How many of what is left out is kept as examples. */
const mostExamples = 3;

/** How many similar articles are kept: a summary is for people, and the report has the rest. */
const most = 1000;

/** Creates an empty tally. */
export function createTally(): Tally {
  const failures: Failure[] = [];
  const examples: { file: string; path: string }[] = [];
  const copied: Tally['copied'] = { files: 0, bytes: 0, examples: [] };
  const reasons = new Map<string, number>();
  const leftOut = new Map<string, LeftOutCount>();
  const notices = new Map<string, number>();
  const doubts = new Map<string, { doubt: Doubt; articles: number }>();
  const unmatched = new Map<string, number>();
  const undecided = new Map<string, { doubt: string; articles: number }>();
  const alike: { id: string; likeness: string }[] = [];
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  let [planned, articles, skipped] = [0, 0, 0];

  return {
    failures,
    examples,
    copied,
    reasons,
    leftOut,
    notices,
    doubts,
    unmatched,
    undecided,
    alike,
    get items() {
      return planned + skipped + failures.length;
    },
    get planned() {
      return planned;
    },
    get articles() {
      return articles;
    },
    get skipped() {
      return skipped;
    },
    add(outcome) {
      if (outcome.kind === 'failed') failures.push(outcome.failure);
      else if (outcome.kind === 'skipped') {
        skipped++;
        count(reasons, outcome.reason.replace(/ as [a-z0-9/-]+(?=;|$)/, ' as another article'));
      } else {
        planned++;
        const { id, path, likeness, ...found } = outcome.planned;
        if (path.startsWith('articles/')) articles++;
        if (examples.length < 10) examples.push({ file: outcome.origin.file, path });
        if (likeness && alike.length < most) alike.push({ id, likeness: formatSimilarity(likeness) });
        for (const each of found.media.filter(({ isCopied }) => isCopied)) {
          copied.files++;
          copied.bytes += each.size;
          if (copied.examples.length < 10) copied.examples.push(each);
        }
        countLeftOut(leftOut, found.leftOut);
        for (const notice of new Set(found.notices)) count(notices, notice);
        for (const { name, vocabulary, doubt } of found.unmatched) {
          if (doubt === undefined) count(unmatched, vocabulary ? `${name} (${vocabulary})` : name);
          else undecided.set(name, { doubt, articles: (undecided.get(name)?.articles ?? 0) + 1 });
        }
        for (const doubt of found.doubts) {
          const key = JSON.stringify([doubt.name, doubt.records]);
          doubts.set(key, { doubt, articles: (doubts.get(key)?.articles ?? 0) + 1 });
        }
      }
    },
  };
}

function countLeftOut(counts: Map<string, LeftOutCount>, leftOut: readonly LeftOut[]): void {
  for (const each of leftOut) {
    const count = counts.get(each.what) ?? { times: 0, articles: 0, examples: [] };
    counts.set(each.what, count);
    count.times++;
    if (count.examples.length < mostExamples) count.examples.push(each);
  }
  for (const what of new Set(leftOut.map((each) => each.what))) {
    const count = counts.get(what);
    if (count) count.articles++;
  }
}
