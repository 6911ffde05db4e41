import { recognizeNames, type RecognizedName } from '../../../src/names/recognize/recognize.ts';
import { WordForms } from '../../../src/names/text/word-forms.ts';
import { nameWordsOf } from '../../../src/names/words/name-words.ts';

/** Recognizes the names of a text, of which the words are counted first. */
export function recognize(text: string, language = 'en', title?: string): RecognizedName[] {
  const forms = new WordForms();
  forms.add(text);
  const paragraphs = text.split('\n\n');
  const article = title === undefined ? { paragraphs } : { title, paragraphs };
  return recognizeNames(article, { language, words: nameWordsOf(language), forms });
}

/** The same as `name: kind`. */
export function namesIn(text: string, language = 'en'): string[] {
  return recognize(text, language).map(({ name, kind }) => `${name}: ${kind}`);
}
