import type { ArchiveContent } from '../../records/read/read-archive.ts';
import { mapVocabularies, vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import type { Tags } from '../../records/tags.ts';
import type { Term } from '../drafts/draft.ts';
import { createNameInTextFinder } from './names-in-texts.ts';
import { isStub } from './stub-record.ts';
import { createTermIndex, keyOf, type KnownRecord } from './term-index.ts';

/** An ambiguous name in a text: a person has to decide whose it is. */
export interface Doubt {
  name: string;
  /** The records that it may stand for: `people/wang-yi`. */
  records: readonly string[];
  /** Why it is not a tag: completes "… is". */
  reason: 'a name of several records' | 'also a common word' | 'a part of a longer name';
}

/** The tags that are proposed for an article. */
interface Proposal {
  tags: Tags;
  doubts: Doubt[];
  /** Names in the source that no record has. */
  unmatched: Term[];
}

/** Proposes tags by the archive's own authority records. */
export interface TagProposer {
  /**
   * Finds names in a text by the same rules as the rendering finds evidence, so that each proposed tag has evidence. A name
   * of one record is a tag; a name of several records, or a single common word, is a doubt, unless the text has another
   * name of the record.
   *
   * @param texts the title, and the passages of the text (see `readRunningText`)
   * @param language BCP 47 tag of the texts
   * @param terms names in the source; matched as a whole, whatever their case
   * @param create creates a record for a name that none has, or returns `undefined`; it is given a function that finds or
   *   creates another
   */
  propose(
    texts: readonly string[],
    language: string,
    terms: readonly Term[],
    create: (term: Term, find: (term: Term) => KnownRecord | undefined) => KnownRecord | undefined,
  ): Proposal;
}

/**
 * Creates a proposer.
 *
 * @param content the archive. Names of replaced records stand for the records that replace them when a source gives them as
 *   terms; in texts they are not looked for, nor are names of records that have no description yet
 */
export function createTagProposer(content: ArchiveContent): TagProposer {
  const sought: KnownRecord[] = [];
  const [current, replaced] = [createTermIndex(), createTermIndex()];
  const topicNames = new Map(content.vocabularies.topics.map(({ id, data }) => [id, data.name]));
  for (const vocabulary of vocabularies) {
    for (const { id, data } of content.vocabularies[vocabulary.name]) {
      const names = [data.name, ...data.variants];
      const record = {
        vocabulary: vocabulary.name,
        id: data.replacedBy ?? id,
        names,
        broader: (data.broader ?? []).flatMap((above) => topicNames.get(above) ?? []),
      };
      const isCurrent = data.replacedBy === undefined;
      (isCurrent ? current : replaced).add(record, id);
      if (isCurrent && !isStub(data, vocabulary)) sought.push(record);
    }
  }
  const findNames = createNameInTextFinder(sought);

  return {
    propose(texts, language, terms, create) {
      const proposal = startProposal();
      for (const { name, records, isCommonWord, isPart } of findNames(texts, language)) {
        const [key = '', ...others] = records;
        if (others.length > 0) proposal.doubt({ name, records, reason: 'a name of several records' });
        else if (isPart) proposal.doubt({ name, records, reason: 'a part of a longer name' });
        else if (isCommonWord) proposal.doubt({ name, records, reason: 'also a common word' });
        else proposal.tag(key);
      }
      const unmatched: Term[] = [];
      const matchesOf = (term: Term) =>
        [current.match(term), replaced.match(term)].find(({ length }) => length > 0) ?? [];
      const findOrCreate = (term: Term): KnownRecord | undefined => {
        const [match, ...others] = matchesOf(term);
        if (match) return others.length === 0 ? match : undefined;
        const created = create(term, findOrCreate);
        if (created) current.add(created, created.id);
        return created;
      };
      for (const term of terms) {
        const [match, ...others] = matchesOf(term);
        const record = match ?? findOrCreate(term);
        if (!record) unmatched.push(term);
        else if (others.length === 0) proposal.tag(keyOf(record));
        else {
          const records = [record, ...others].map(keyOf);
          proposal.doubt({ name: term.name, records, reason: 'a name of several records' });
        }
      }
      return { ...proposal.finish(), unmatched };
    },
  };
}

/** Collects tags, each once, and doubts, one for each name. */
function startProposal() {
  const tags: Tags = mapVocabularies(() => []);
  const tagged = new Set<string>();
  const doubts = new Map<string, Doubt>();
  return {
    tag(key: string) {
      if (tagged.has(key)) return;
      tagged.add(key);
      const [vocabulary, ...id] = key.split('/');
      tags[vocabulary as VocabularyName].push(id.join('/'));
    },
    doubt: (doubt: Doubt) => void doubts.set(doubt.name, doubt),
    /** A doubt is dropped when another name has made its record a tag. */
    finish: () => ({
      tags,
      doubts: [...doubts.values()].filter(({ records }) => !records.some((key) => tagged.has(key))),
    }),
  };
}
