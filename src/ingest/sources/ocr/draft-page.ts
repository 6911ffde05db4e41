import type { Draft, LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { toLine } from '../../text/lines.ts';
import { renderPlainText } from '../../text/markdown-text.ts';
import { noticeHeadlines } from '../plain-text/pages.ts';
import { SourceError } from '../source-error.ts';
import { composeText } from './compose-text.ts';
import type { RecognizedBlock, RecognizedPage } from './recognized-page.ts';

/** What a draft has of recognized text. */
export type RecognizedDraft = Pick<Draft, 'body' | 'ocr' | 'language' | 'leftOut' | 'notices'>;

/**
 * Makes a draft of blocks: their text, how surely it was recognized, and its language where all blocks that name one agree.
 *
 * @param blocks in reading order
 * @param pages those on which they stand
 * @throws {SourceError} when they have no text
 */
export function draftBlocks(
  blocks: readonly RecognizedBlock[],
  pages: readonly RecognizedPage[],
  engine: string | undefined,
): RecognizedDraft {
  const { text, notices } = composeText(blocks);
  const body = renderPlainText(text);
  if (body.trim() === '')
    throw new SourceError(
      'no text',
      'recognized words: strings of ALTO (<String CONTENT="…">), words of hOCR (class "ocrx_word"), lines of PAGE-XML (<Unicode>)',
      'Leave it out, or recognize the text of its picture again.',
    );
  const words = blocks.flatMap(({ confidences }) => confidences);
  const ofPages = pages.flatMap(({ confidence }) => confidence ?? []);
  const mean = meanOf(words.length > 0 ? words : ofPages);
  const [language, ...others] = new Set(
    [...blocks.map((block) => block.language), ...pages.map((page) => page.language)].flatMap(readLanguage),
  );
  return {
    body,
    ocr: {
      ...(engine !== undefined && { engine }),
      ...(mean !== undefined && { meanConfidence: Number(mean.toFixed(2)) }),
    },
    ...(language !== undefined && others.length === 0 && { language }),
    leftOut: [],
    notices: [describeConfidence(words, ofPages), ...notices, ...noticeHeadlines(text)],
  };
}

/**
 * Makes a draft of a page as one article without a title: what stands around its text is left out.
 *
 * @throws {SourceError} when it has no text
 */
export function draftPage(page: RecognizedPage, engine: string | undefined): RecognizedDraft {
  const draft = draftBlocks(
    page.blocks.filter(({ aside }) => aside === undefined),
    [page],
    engine,
  );
  return {
    ...draft,
    leftOut: [...page.leftOut, ...listAsides(page)],
    notices: ['The page is one article; its title is supplied.', ...draft.notices, ...page.notices],
  };
}

/** What stands around the text of a page. */
function listAsides({ blocks }: RecognizedPage): LeftOut[] {
  return blocks.flatMap((block) => {
    const text = block.aside === undefined ? '' : composeText([block]).text;
    return text === '' ? [] : [{ what: `a text ${block.aside}`, text }];
  });
}

/**
 * The picture of a page, for which files are looked for by the names that the source gives.
 *
 * @param words its words with their boxes, as {@link formatPageWords} writes them
 */
export function pictureOf(
  written: readonly string[],
  label: string,
  regions: readonly string[],
  words: string | undefined,
): DraftMedia {
  return {
    written: written.flatMap(listNames),
    isFileName: true,
    facsimile: { label, regions: [...regions], words },
    untaken: written.map((text) => ({ what: 'the name of the picture of the page', text })),
  };
}

/** A path on the computer that recognized it leads nowhere here, its name may. JPEG 2000 is not taken, another form of it may be. */
function listNames(written: string): string[] {
  const name = written.slice(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
  return [...new Set([written, name])].flatMap((path) => {
    const [, stem] = /^(.*)\.(?:jp2|jpx|j2k)$/is.exec(path) ?? [];
    return stem === undefined
      ? [path]
      : [...['jpg', 'jpeg', 'png', 'tif', 'tiff'].map((each) => `${stem}.${each}`), path];
  });
}

/** A language as BCP 47; sources also write it as ISO 639-2 (`eng`, `ger`). */
export function readLanguage(written: string | undefined): string[] {
  const text = toLine(written);
  if (!/^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(text)) return [];
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'));
  } catch {
    return [];
  }
}

/** Says how sure the program is of what it recognized. */
function describeConfidence(words: readonly number[], pages: readonly number[]): string {
  const sure = [
    ...(pages.length > 0 ? [`${formatMean(pages)} for the page`] : []),
    ...(words.length > 0
      ? [`${formatMean(words)} on average for ${words.length.toLocaleString('en')} words`]
      : []),
  ];
  const said = sure.length === 0 ? 'it does not say how surely' : `its confidence is ${sure.join(', and ')}`;
  return `The text was recognized by a program from a picture; ${said}.`;
}

function formatMean(values: readonly number[]): string {
  return (meanOf(values) ?? 0).toFixed(2);
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
