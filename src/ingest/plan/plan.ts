import { createHash } from 'node:crypto';

import { readRunningText } from '../../markdown/running-text.ts';
import { knownPart, parseArchiveDate } from '../../records/date/archive-date.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import { articleSchema } from '../../records/schemas/schemas.ts';
import { vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import { createIdChooser, slugOf } from './choose-id.ts';
import type { Draft, Failure, Item, Origin, Term } from '../drafts/draft.ts';
import {
  createTextCollection,
  readComparedText,
  type ComparedText,
  type Duplicate,
} from '../duplicates/find-duplicates.ts';
import { createRecordPlanner } from './plan-record.ts';
import { findUnfit, normalizeDraft } from '../drafts/normalize-draft.ts';
import { createTagProposer, type Doubt, type NewRecord } from '../names/propose-tags.ts';
import { writeStubRecord } from './stub-record.ts';
import { supplyTitle } from '../drafts/supply-title.ts';
import { writeEntry } from '../write/write-entry.ts';

/** What is going to be written of an item. */
interface PlannedEntry {
  /** The id of the article, or of the authority record. */
  id: string;
  /** The file of that: a path below the content root. */
  path: string;
  title: string;
  /**
   * All files that are written, by their paths below the content root: that one is the last. In this order nothing ever
   * refers to what is not there.
   */
  files: { path: string; content: string | Uint8Array }[];
  /** Another article that it is much like. */
  likeness: Duplicate | undefined;
  doubts: Doubt[];
  unmatched: Term[];
  /** As in {@link Draft.notices}. */
  notices: string[];
}

/** What is to become of an item. */
export type Outcome =
  | { kind: 'planned'; origin: Origin; planned: PlannedEntry }
  | { kind: 'skipped'; origin: Origin; title?: string | undefined; reason: string }
  | { kind: 'failed'; failure: Failure };

/** What the archivist has decided for all items. */
export interface PlanOptions {
  /**
   * What to do with a text that the archive has already, or nearly. When left out, one whose title, date and words the
   * archive has is skipped, and the others are told of: a notice of this week may have the words of last week's.
   */
  duplicates?: 'skip' | 'keep' | undefined;
  /** Vocabularies in which records are made for names that the source gives and no record has. */
  createRecords: ReadonlySet<VocabularyName>;
  /** The day on which the texts were received, `YYYY-MM-DD`. */
  received: string;
  /** The language of texts that say none, when it is not the site's. */
  language?: string | undefined;
  /** The publisher of texts that say none. */
  publisher?: string | undefined;
}

/** What a planner has to know of the content folder besides its records. */
export interface PresentSources {
  /** SHA-256 of a file below `sources/`; `undefined` when there is none. */
  digestOf(path: string): string | undefined;
}

/**
 * Decides for one item after the other what becomes of it. The same items come to the same ends, whether the archive has
 * some of them already or not: so a run that was broken off is finished by another.
 *
 * @returns a function that decides; it remembers what it has decided
 */
export function createPlanner(
  content: ArchiveContent,
  sources: PresentSources,
  options: PlanOptions,
): (item: Item) => Outcome {
  const articleIds = new Set(content.articles.flatMap(({ id, data }) => [id, ...data.formerIds]));
  const chooseArticleId = createIdChooser((id) => articleIds.has(id));
  const proposer = createTagProposer(content);
  const idsOf = new Map(
    vocabularies.map(({ name }) => {
      const taken = new Set(content.vocabularies[name].map(({ id }) => id));
      return [name, createIdChooser((id) => taken.has(id))];
    }),
  );
  // Made, and not yet handed to an article: one of an item that fails goes with the next.
  let records: PlannedEntry['files'] = [];
  const bySource = new Map<string, string>();
  const texts = createTextCollection();
  const bySight = new Map<string | undefined, string>();
  for (const { id, data, body } of content.articles) {
    if (data.source?.sha256) bySource.set(data.source.sha256, id);
    const text = readComparedText(body);
    texts.add(id, text);
    bySight.set(sightOf(text, data.titleSupplied ? undefined : data.title, data.date?.edtf), id);
  }

  const planRecord = createRecordPlanner(content);
  return (item) => {
    if (item.kind === 'record') return planRecord(item.record, item.origin);
    return item.kind === 'draft' ? plan(normalizeDraft(item.draft)) : item;
  };

  function plan(draft: Draft): Outcome {
    const { origin } = draft;
    const sha256 = createHash('sha256').update(draft.received.bytes).digest('hex');
    const twin = bySource.get(sha256);
    if (twin !== undefined) return skip(draft, `the same source text as ${twin}`);
    const unfit = findUnfit(draft);
    if (unfit) return { kind: 'failed', failure: { origin, line: origin.line, column: 1, ...unfit } };

    const text = readComparedText(draft.body);
    const sight = sightOf(text, draft.title, draft.date);
    const copied = bySight.get(sight);
    if (sight !== undefined && copied !== undefined && options.duplicates !== 'keep') {
      return skip(draft, `the same title, date and words as ${copied}`);
    }
    const likeness = texts.find(text);
    if (likeness && options.duplicates === 'skip') return skip(draft, wordLikeness(likeness));
    const language = draft.language ?? options.language;
    const passages = readRunningText(draft.body).map((passage) => passage.text);
    const title = draft.title ?? supplyTitle(passages, language ?? content.site.language);
    if (title === undefined) return { kind: 'failed', failure: noText(origin) };

    const { tags, doubts, unmatched } = proposer.propose([title, ...passages], draft.terms, createRecord);
    const folder =
      draft.date === undefined ? 'undated' : knownPart(parseArchiveDate(draft.date)).replaceAll('-', '/');
    const extension = draft.received.extension;
    let id: string;
    // A source text without its article was left by a run that was broken off; another one's is not written over.
    do id = chooseArticleId(`${folder}/${slugOf(title, 'article')}`);
    while ((sources.digestOf(`${id}.${extension}`) ?? sha256) !== sha256);
    const sourceFile = `${id}.${extension}`;
    const entry = writeEntry(
      {
        ...draft,
        publisher: draft.publisher ?? options.publisher,
        language: language === content.site.language ? undefined : language,
        title,
        titleSupplied: draft.title === undefined,
        tags,
        source: { file: sourceFile, sha256, received: options.received },
      },
      draft.body,
    );
    const [problem] = readMarkdownRecord(new TextEncoder().encode(entry), articleSchema).problems;
    if (problem) return { kind: 'failed', failure: { ...problem, origin, line: origin.line, column: 1 } };

    bySource.set(sha256, id);
    texts.add(id, text);
    bySight.set(sight, id);
    const made = records;
    records = [];
    return {
      kind: 'planned',
      origin,
      planned: {
        id,
        path: `articles/${id}.md`,
        title,
        files: [
          ...made,
          { path: `sources/${sourceFile}`, content: draft.received.bytes },
          { path: `articles/${id}.md`, content: entry },
        ],
        likeness,
        doubts,
        unmatched,
        notices: draft.notices,
      },
    };
  }

  /** Makes a record of a name, when the archivist has asked for records of its kind. */
  function createRecord({ name, vocabulary: said }: Term): NewRecord | undefined {
    const [only, ...others] = options.createRecords;
    const vocabulary = said ?? (others.length === 0 ? only : 'topics');
    if (!vocabulary || !options.createRecords.has(vocabulary)) return undefined;
    const kind = vocabularies.find((each) => each.name === vocabulary) ?? { singular: vocabulary };
    const id = idsOf.get(vocabulary)?.(slugOf(name, kind.singular)) ?? '';
    records.push({ path: `${vocabulary}/${id}.md`, content: writeStubRecord(name, kind) });
    return { vocabulary, id, names: [name] };
  }
}

/** Words how like another article a text is. */
export function wordLikeness({ id, likeness }: Duplicate): string {
  return likeness === 1 ? `the same words as ${id}` : `${Math.round(likeness * 100)} % the same as ${id}`;
}

/**
 * What two articles have in common that a reader cannot tell apart. A supplied title is made of the words, and says no
 * more than they do.
 *
 * @param title the one that the source has
 * @returns the same text for the same title, date and words; `undefined` when there are no words to compare
 */
function sightOf(
  { digest }: ComparedText,
  title: string | undefined,
  date: string | undefined,
): string | undefined {
  return digest === undefined ? undefined : JSON.stringify([digest, title, date]);
}

function skip({ origin, title }: Draft, reason: string): Outcome {
  return { kind: 'skipped', origin, title, reason };
}

function noText(origin: Origin): Failure {
  return {
    origin,
    line: origin.line,
    column: 1,
    found: 'no running text, of which a title could be made',
    expected: 'a text',
    fix: 'Give it a title, or leave it out.',
  };
}
