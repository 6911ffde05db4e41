import { createHash } from 'node:crypto';

import { readRunningText } from '../../markdown/running-text.ts';
import { knownPart, parseArchiveDate } from '../../records/date/archive-date.ts';
import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { readMarkdownRecord } from '../../records/read/read-record.ts';
import { articleSchema } from '../../records/schemas/schemas.ts';
import type { VocabularyName } from '../../records/vocabularies.ts';
import type { Draft, Term } from '../drafts/draft.ts';
import { relativeHost } from '../drafts/draft-media.ts';
import { alwaysCreated, listTerms } from '../drafts/list-terms.ts';
import { findDefect, normalizeDraft } from '../drafts/normalize-draft.ts';
import { supplyTitle } from '../drafts/supply-title.ts';
import { fingerprintOf, formatSimilarity } from '../duplicates/find-duplicates.ts';
import { createKnownArticles } from '../duplicates/known-articles.ts';
import { createRecordCreator } from '../names/create-records.ts';
import { createTagProposer } from '../names/propose-tags.ts';
import type { TermSorter, UnmatchedTerm } from '../names/term-sorter.ts';
import { renderArticle } from '../write/render-entry.ts';
import { createIdChooser, slugOf } from '../../records/choose-id.ts';
import { failed, type Outcome } from './outcome.ts';
import { createFormerUrlPlanner } from './plan-former-urls.ts';
import { createMediaPlanner } from './plan-media.ts';

/** The archivist's decisions for all items. */
export interface PlanOptions {
  /**
   * What to do with a text that the archive has already, or nearly. By default, a text with the title, date and words of an
   * article is skipped, and other similar ones are reported: this week's notice may have the words of last week's.
   */
  duplicates?: 'skip' | 'keep' | undefined;
  /** Vocabularies in which records are created for names in the source that no record has, besides publications. */
  createRecords: ReadonlySet<VocabularyName>;
  /** Sorts names of which the source does not say the vocabulary; needed to create records of those. */
  sorter?: TermSorter | undefined;
  /** The day on which the texts were received, `YYYY-MM-DD`. */
  received: string;
  /** The default language, when it is not the site's. */
  language?: string | undefined;
  /** Hosts that the archive succeeds, besides those of `site.yaml`: addresses on them become former URLs. */
  formerHosts?: readonly string[] | undefined;
  /** The name of the publication of texts that do not name it. */
  publisher?: string | undefined;
}

/** What a planner needs to know about the content folder besides its records. */
export interface ExistingSources {
  /** SHA-256 of a file below `sources/`; `undefined` when there is none. */
  digestOf(path: string): string | undefined;
  /** SHA-256 of a file below `media/`, in the same way. */
  mediaDigestOf(path: string): string | undefined;
}

/**
 * Decides what to do with drafts: which are written, with which id, title and tags.
 *
 * @returns a function that decides about one draft after the other, and remembers its decisions
 */
export function createArticlePlanner(
  content: ArchiveContent,
  sources: ExistingSources,
  options: PlanOptions,
): (draft: Draft) => Outcome {
  const known = createKnownArticles(content);
  const proposer = createTagProposer(content);
  // If an article fails, the records that were created for it are written with the next article.
  const allowed = new Set([...options.createRecords, ...alwaysCreated]);
  const records = createRecordCreator(content, allowed, options.sorter?.sort);
  const articleIds = new Set(content.articles.flatMap(({ id, data }) => [id, ...data.formerIds]));
  const named = createMediaPlanner(content, sources);
  const chooseFormerUrls = createFormerUrlPlanner(content, options.formerHosts);
  /** The SHA-256 of the files of each article that has any. */
  const sums = new Map<string, ReadonlySet<string>>();
  for (const { id, data } of content.articles) {
    const files = [...data.pictures, ...data.facsimiles, ...data.attachments];
    if (files.length > 0) sums.set(id, new Set(files.map(({ sha256 }) => sha256)));
  }
  const chooseFreeId = createIdChooser((id) => articleIds.has(id));

  return (given) => {
    const draft = normalizeDraft(given);
    const { origin, received } = draft;
    const skip = (reason: string): Outcome => ({ kind: 'skipped', origin, title: draft.title, reason });

    const sha256 = createHash('sha256').update(received.bytes).digest('hex');
    const sameSource = known.findSource(sha256);
    if (sameSource !== undefined)
      return skip(`the same source text as ${sameSource}${tellUntaken(sameSource, draft)}`);
    const defect = findDefect(draft);
    if (defect) return failed(origin, defect);
    const compared = { sha256, title: draft.title, date: draft.date, fingerprint: fingerprintOf(draft.body) };
    const copy = known.findCopy(compared);
    if (copy !== undefined && options.duplicates !== 'keep') {
      return skip(`the same title, date and words as ${copy}${tellUntaken(copy, draft)}`);
    }
    const likeness = known.findSimilar(compared.fingerprint);
    if (likeness && options.duplicates === 'skip') return skip(formatSimilarity(likeness));

    const language = draft.language ?? options.language;
    const passages = readRunningText(draft.body).map(({ text }) => text);
    const captions = (draft.files ?? []).flatMap(({ caption }) => caption ?? []);
    const title = draft.title ?? supplyTitle(passages, language ?? content.site.language);
    if (title === undefined) return failed(origin, noText);
    const { tags, doubts, unmatched } = proposer.propose(
      [title, ...passages, ...captions],
      language ?? content.site.language,
      listTerms(draft, options.publisher),
      records.create,
    );
    const id = chooseId(draft, title, sha256);
    const media = named.plan(id, draft.files ?? [], draft.body);
    if (media.body.includes(relativeHost)) return failed(origin, unplaced);
    const file = received.isAttached ? undefined : `${id}.${received.extension}`;
    const source = { ...(file !== undefined && { file }), sha256, received: options.received };
    const former = chooseFormerUrls(draft);
    const text = renderArticle(
      {
        ...draft,
        formerUrls: former.formerUrls,
        language: language === content.site.language ? undefined : language,
        title,
        titleSupplied: draft.title === undefined,
        tags,
        source,
        ...media.lists,
      },
      media.body,
    );
    const [problem] = readMarkdownRecord(new TextEncoder().encode(text), articleSchema).problems;
    if (problem) return failed(origin, problem);

    known.add(id, compared);
    media.keep();
    former.keep();
    if (draft.files) sums.set(id, new Set(draft.files.map(({ sha256 }) => sha256)));
    const path = `articles/${id}.md`;
    const files = [
      ...records.takeFiles(),
      ...media.files,
      ...(file === undefined ? [] : [{ path: `sources/${file}`, content: received.bytes }]),
      { path, content: text },
    ];
    const notices = [...former.notices, ...media.notices];
    const { issn } = draft;
    // A record that was there before stays as it is.
    const isLeftOut = issn !== undefined && !records.issns.has(issn);
    const leftOut = [...former.leftOut, ...(isLeftOut ? [{ what: 'an ISSN', text: issn }] : [])];
    return {
      kind: 'planned',
      origin,
      planned: {
        id,
        path,
        title,
        files,
        likeness,
        doubts,
        unmatched: unmatched.map(sortUnmatched),
        media: media.media,
        leftOut,
        notices,
      },
    };
  };

  /** Says of a name that no record was made of what it seems to be, where names are sorted. */
  function sortUnmatched(term: Term): UnmatchedTerm {
    if (!options.sorter || options.createRecords.size === 0 || term.vocabulary !== undefined) return term;
    const { vocabulary, doubt } = options.sorter.sort(term);
    return { ...term, vocabulary, ...(doubt !== undefined && { doubt }) };
  }

  /** What is told of a text that was taken in before without files that are there now. */
  function tellUntaken(id: string, { files = [] }: Draft): string {
    const has = sums.get(id);
    if (files.every(({ sha256 }) => has?.has(sha256))) return '';
    return '; its pictures or other files are not added to that entry. To take them, delete it and its source text, and run this again';
  }

  /** A source text without an article was left by an interrupted run; any other one must not be overwritten. */
  function chooseId({ date, received }: Draft, title: string, sha256: string): string {
    const folder = date === undefined ? 'undated' : knownPart(parseArchiveDate(date)).replaceAll('-', '/');
    for (;;) {
      const id = chooseFreeId(`${folder}/${slugOf(title, 'article')}`);
      if (received.isAttached) return id;
      const existing = sources.digestOf(`${id}.${received.extension}`);
      if (existing === undefined || existing === sha256) return id;
    }
  }
}

const unplaced = {
  found: 'a picture with a relative address that has no place in the entry',
  expected: 'each picture of a text in its place',
  fix: 'Give it a paragraph of its own in the text.',
};

const noText = {
  found: 'no text from which a title could be made',
  expected: 'a text',
  fix: 'Give it a title, or leave it out.',
};
