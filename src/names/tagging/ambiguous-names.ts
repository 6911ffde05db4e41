import type { Doubt } from '../../ingest/names/propose-tags.ts';
import { splitSentences } from '../../markdown/sentences.ts';
import { isVocabularyName, findVocabulary } from '../../records/vocabularies.ts';
import { joinList } from '../../tables/list-cell.ts';
import { renderTable } from '../../tables/render-table.ts';
import { namesColumns, type NamesColumn } from '../names-table.ts';
import { rejectionKey, type RejectedName } from '../rejected-names.ts';
import type { TagChanges } from './create-tagger.ts';

/** Names that a person has to decide about, and where they are. */
export interface AmbiguousNames {
  /** How many there are, of different names or records. */
  readonly size: number;
  add(id: string, changes: TagChanges): void;
  /** Renders them as a table of names, those of most articles first. */
  render(): Iterable<string>;
}

interface AmbiguousName {
  kind: string;
  doubt: Doubt;
  articles: number;
  mentions: number;
  evidence: string[];
}

/** How many sentences show where a name is. */
const mostEvidence = 3;

/** @param rejected names that are not asked about again, by {@link rejectionKey} */
export function createAmbiguousNames(rejected: ReadonlyMap<string, RejectedName>): AmbiguousNames {
  const names = new Map<string, AmbiguousName>();
  return {
    get size() {
      return names.size;
    },
    add(id, { doubts, texts, language }) {
      for (const doubt of doubts) {
        const kind = kindOf(doubt);
        if (rejected.has(rejectionKey({ kind, heading: doubt.name }))) continue;
        const key = JSON.stringify([doubt.name, doubt.reason, doubt.records]);
        const known = names.get(key) ?? { kind, doubt, articles: 0, mentions: 0, evidence: [] };
        names.set(key, known);
        known.articles++;
        known.mentions += texts.reduce((sum, text) => sum + text.split(doubt.name).length - 1, 0);
        if (known.evidence.length < mostEvidence) {
          const sentence = findSentence(texts, doubt.name, language);
          if (sentence !== undefined) known.evidence.push(`${sentence} [${id}]`);
        }
      }
    },
    *render() {
      const sorted = [...names.values()].sort((a, b) => b.articles - a.articles);
      yield* renderTable([namesColumns, ...sorted.map(renderRow)]);
    },
  };
}

/** The kind of the first record that it may be a name of. */
function kindOf({ records: [key = ''] }: Doubt): string {
  const [vocabulary = ''] = key.split('/');
  return isVocabularyName(vocabulary) ? findVocabulary(vocabulary).singular : '';
}

function findSentence(texts: readonly string[], name: string, language: string): string | undefined {
  const text = texts.find((each) => each.includes(name));
  if (text === undefined) return undefined;
  const at = text.indexOf(name);
  const range = splitSentences(text, language).find(({ start, end }) => start <= at && at < end);
  return text.slice(range?.start, range?.end).replace(/\s+/gu, ' ').trim();
}

function renderRow({ kind, doubt, articles, mentions, evidence }: AmbiguousName): string[] {
  const doubts = [`${doubt.reason}: ${doubt.records.join(', ')}`];
  const cells: Partial<Record<NamesColumn, string>> = {
    kind,
    heading: doubt.name,
    articles: String(articles),
    mentions: String(mentions),
    evidence1: evidence[0] ?? '',
    evidence2: evidence[1] ?? '',
    evidence3: evidence[2] ?? '',
    doubts: joinList(doubts),
  };
  return namesColumns.map((column) => cells[column] ?? '');
}
