import { createTagProposer, type Doubt } from '../../ingest/names/propose-tags.ts';
import type { Term } from '../../ingest/drafts/draft.ts';
import { createSharedNameFinder } from '../../markdown/name-finder.ts';
import { readRunningText } from '../../markdown/running-text.ts';
import type { ArchiveContent, Entry } from '../../records/read/read-archive.ts';
import type { ArticleData, AuthorityData } from '../../records/schemas/schemas.ts';
import { listTagKeys, readTags, type Tags } from '../../records/tags.ts';
import { mapVocabularies, vocabularies, type Vocabulary } from '../../records/vocabularies.ts';

/** What an article's tags lack or should not have. */
export interface TagChanges {
  added: Tags;
  removed: Tags;
  /** Names that may be those of several records, or none: none of their records is a tag. */
  doubts: Doubt[];
  /** The title and the passages of the text. */
  texts: readonly string[];
  /** BCP 47 tag of the texts. */
  language: string;
}

/** @param terms names that the article's source gives besides its text */
export type Tagger = (article: Entry<ArticleData>, terms?: readonly Term[]) => TagChanges;

/**
 * Creates a function that compares an article's tags with its text, by the same rules by which ingest proposes tags.
 *
 * @param removesUnnamed whether tags of people, places and organizations are removed that the text does not name at all
 */
export function createTagger(content: ArchiveContent, removesUnnamed: boolean): Tagger {
  const proposer = createTagProposer(content);
  const isUnnamed = removesUnnamed ? createUnnamedTest(content) : () => false;
  return (article, terms = []) => {
    const { data, body } = article;
    const language = data.language ?? content.site.language;
    const captions = data.pictures.flatMap(({ caption }) => caption ?? []);
    const texts = [data.title, ...readRunningText(body).map(({ text }) => text), ...captions];
    const { tags, doubts } = proposer.propose(texts, language, terms, () => undefined);
    const present = readTags(data);
    const keys = new Set(listTagKeys(data));
    const possible = new Set(doubts.flatMap(({ records }) => records));
    return {
      added: mapVocabularies((name, vocabulary) => missingTags(vocabulary, tags[name], present[name])),
      removed: mapVocabularies((name) =>
        present[name].filter(
          (id) =>
            !tags[name].includes(id) &&
            !possible.has(`${name}/${id}`) &&
            isUnnamed(name, id, texts, language),
        ),
      ),
      doubts: doubts.filter(({ records }) => !records.some((key) => keys.has(key))),
      texts,
      language,
    };
  };
}

/** The tags that are proposed and not there. Where an article is from is known once it is said. */
function missingTags(
  { sourceKey }: Vocabulary,
  proposed: readonly string[],
  present: readonly string[],
): string[] {
  if (sourceKey !== undefined && present.length > 0) return [];
  return proposed.filter((id) => !present.includes(id));
}

/** Whether a text has none of the names of a record, nor the last word of a person's. */
function createUnnamedTest(content: ArchiveContent) {
  const records = new Map<string, { names: string[]; hyphenJoins: boolean }>();
  for (const { name: vocabulary, named, hyphenJoins, schemaOrgType } of vocabularies) {
    for (const { id, data } of named ? content.vocabularies[vocabulary] : [])
      records.set(`${vocabulary}/${id}`, { names: namesOf(data, schemaOrgType === 'Person'), hyphenJoins });
  }
  return (vocabulary: string, id: string, texts: readonly string[], language: string): boolean => {
    const key = `${vocabulary}/${id}`;
    const record = records.get(key);
    if (!record) return false;
    const findNames = createSharedNameFinder([{ key, ...record }]);
    return texts.every((text) => findNames(text, language).length === 0);
  };
}

function namesOf({ name, variants }: AuthorityData, isPerson: boolean): string[] {
  const names = [name, ...variants];
  return isPerson ? [...names, ...names.flatMap((each) => /\s(\S+)$/u.exec(each)?.[1] ?? [])] : names;
}
