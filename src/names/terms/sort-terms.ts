import type { TermSorter } from '../../ingest/names/term-sorter.ts';
import { readRunningText } from '../../markdown/running-text.ts';
import { vocabularies, type VocabularyName } from '../../records/vocabularies.ts';
import { recognizeNames } from '../recognize/recognize.ts';
import type { Vocabulary } from '../recognize/vocabulary.ts';
import { WordForms } from '../text/word-forms.ts';
import { hasCapitals, nameWordsOf } from '../words/name-words.ts';
import { TermKinds, type TermKind } from './term-kinds.ts';

/** Creates a sorter for `npm run ingest -- --create-records`: see {@link TermKinds}. */
export function createTermSorter(): TermSorter {
  const forms = new WordForms();
  const kinds = new TermKinds();
  const languages = new Map<string, string>();
  const vocabularyOf = (language: string): Vocabulary => ({ language, words: nameWordsOf(language), forms });
  return {
    read({ title, body, terms }, language) {
      const paragraphs = readRunningText(body).map(({ text }) => text);
      for (const text of title === undefined ? paragraphs : [title, ...paragraphs]) forms.add(text);
      for (const { name } of terms) if (!languages.has(name)) languages.set(name, language);
      if (!hasCapitals(language) || !kinds.needsText(terms)) return;
      const text = title === undefined ? { paragraphs } : { title, paragraphs };
      kinds.addText(terms, recognizeNames(text, vocabularyOf(language)));
    },
    sort(term) {
      const { kind, doubt } = kinds.judge(term, vocabularyOf(languages.get(term.name) ?? 'en'));
      return { vocabulary: vocabularyNameOf(kind), doubt };
    },
  };
}

function vocabularyNameOf(kind: TermKind): VocabularyName {
  return vocabularies.find(({ singular }) => singular === kind)?.name ?? 'topics';
}
