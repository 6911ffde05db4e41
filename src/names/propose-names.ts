import { ContentError, type Problem } from '../records/problem.ts';
import type { RecordFile } from '../records/read/list-files.ts';
import { readOwnSite } from '../records/read/read-site.ts';
import { CommandError } from '../system/command-error.ts';
import { formatCount } from '../records/format-count.ts';
import type { Report } from '../system/progress.ts';
import { proposeTopics } from './propose/propose-topics.ts';
import { createTermReader, withTerms } from './terms/source-terms.ts';
import { TermGroups } from './terms/term-groups.ts';
import { readArticleNames } from './propose/article-names.ts';
import { makeProposals } from './propose/make-proposals.ts';
import { mergeGroups } from './propose/merge-groups.ts';
import { NameGroups } from './propose/name-groups.ts';
import type { Proposal } from './propose/proposal.ts';
import { readKnownNames } from './known-names.ts';
import { listArticles, readArchiveText, readWords, type ArchiveText, type TextFilter } from './read-texts.ts';
import type { Vocabulary } from './recognize/vocabulary.ts';
import { readRejectedNames, rejectionKey } from './rejected-names.ts';
import { WordForms } from './text/word-forms.ts';
import { hasCapitals, hasNameWords, nameWordsOf } from './words/name-words.ts';

/** What is asked for. */
export interface ProposeOptions extends Pick<TextFilter, 'articles' | 'since'> {
  /** The language of articles that do not name theirs; by default that of the site. */
  language: string | undefined;
}

/** What was found in an archive. */
export interface Proposals {
  /** Best first. */
  proposals: Proposal[];
  /** The number of articles that were read. */
  articles: number;
  /** Articles by language in which names cannot be recognized, since it has no capitals. */
  withoutCapitals: Map<string, number>;
  /** Articles by language of which no words are known, so that only capitals and the gazetteer speak. */
  withoutWords: Map<string, number>;
}

/**
 * Proposes what the articles of an archive name and no record has: in their texts, and in the categories of their sources,
 * which are read again from the source texts. The articles are read one after the other, twice: the
 * first time only their words are counted.
 *
 * @param root absolute path of the content folder
 * @throws {ContentError} when a file of the archive has problems
 * @throws {CommandError} when an article that was asked for is not there
 */
export async function proposeNames(
  root: string,
  { articles: asked, since, language: given }: ProposeOptions,
  report: Report,
): Promise<Proposals> {
  const { site, problems } = await readOwnSite(root);
  const known = readKnownNames(root, problems);
  const rejected = await readRejectedNames(root);
  if (problems.length > 0 || !site) throw new ContentError(problems);
  const language = given ?? site.language;
  const { files, missing } = listArticles(root, asked);
  if (missing.length > 0) throw new CommandError(describeMissing(missing));

  const forms = countWords(root, report);
  const vocabularyOf = createVocabularies(forms);
  const isRejected = (kind: Proposal['kind'], heading: string) =>
    rejected.has(rejectionKey({ kind, heading }));
  const groups = new NameGroups((name, kind) => known.has(name) || isRejected(kind, name));
  const termGroups = new TermGroups((name) => known.has(name));
  const readTerms = createTermReader(root);
  const [withoutCapitals, withoutWords] = [new Map<string, number>(), new Map<string, number>()];
  let articles = 0;
  report.step('Reading the names');
  const texts = readTexts(files, { articles: asked, since, language }, problems, report);
  for await (const [text, terms] of withTerms(texts, (each) => readTerms(each, each.language))) {
    articles++;
    if (!hasCapitals(text.language)) increase(withoutCapitals, text.language);
    else if (!hasNameWords(text.language)) increase(withoutWords, text.language);
    const names = hasCapitals(text.language) ? readArticleNames(text, vocabularyOf(text.language)) : [];
    groups.add(names, text.id);
    const recognized = names.map(({ heading, kind, margin }) => ({ name: heading, kind, margin }));
    termGroups.add(text, terms, recognized);
  }
  if (problems.length > 0) throw new ContentError(problems);
  const topics = termGroups.mergeInto(groups.groups, vocabularyOf, isRejected);
  mergeGroups(groups.groups);
  const around = {
    language: site.language,
    words: nameWordsOf(language),
    hasId: known.hasId,
    findPlaceId: known.findPlaceId,
    findPeople: known.findPeople,
    findBySound: known.findBySound,
  };
  const proposals = makeProposals(groups.groups, proposeTopics(topics), around);
  report.done(formatCount(proposals.length, 'proposal'));
  return { proposals, articles, withoutCapitals, withoutWords };
}

function* readTexts(
  files: readonly RecordFile[],
  filter: TextFilter,
  problems: Problem[],
  report: Report,
): Iterable<ArchiveText> {
  for (const [index, file] of files.entries()) {
    report.progress(index, files.length);
    const text = readArchiveText(file, filter, problems);
    if (text) yield text;
  }
}

/** Counts how the whole archive writes its words, also when only some of its articles are asked for. */
function countWords(root: string, report: Report): WordForms {
  const forms = new WordForms();
  const { files } = listArticles(root, []);
  report.step('Counting the words');
  for (const [index, file] of files.entries()) {
    report.progress(index, files.length);
    forms.add(readWords(file));
  }
  report.done(formatCount(files.length, 'article'));
  return forms;
}

function createVocabularies(forms: WordForms): (language: string) => Vocabulary {
  const made = new Map<string, Vocabulary>();
  return (language) => {
    const known = made.get(language);
    if (known) return known;
    const vocabulary = { language, words: nameWordsOf(language), forms };
    made.set(language, vocabulary);
    return vocabulary;
  };
}

function describeMissing(missing: readonly string[]): string {
  const [first = ''] = missing;
  const others = missing.length > 1 ? ` (and ${missing.length - 1} more)` : '';
  return `Found no article "${first}"${others}; expected ids like 2021/07/18/name, or files in content/articles/. Check the spelling.`;
}

function increase(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
