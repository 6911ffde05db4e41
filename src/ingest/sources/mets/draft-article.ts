import type { Draft, LeftOut } from '../../drafts/draft.ts';
import { lettersOf, toLine } from '../../text/lines.ts';
import { composeText } from '../ocr/compose-text.ts';
import { draftBlocks } from '../ocr/draft-page.ts';
import type { RecognizedBlock, RecognizedPage } from '../ocr/recognized-page.ts';
import { regionsOf } from '../ocr/regions.ts';
import { toSourceError } from '../shared/catch-failure.ts';
import type { Failure } from '../source.ts';
import { isWithin } from './area.ts';
import { readDescription } from './describe.ts';
import type { MetsDocument, MetsFile, MetsPointer } from './mets-document.ts';
import type { PageText } from './page-files.ts';
import { isText, type MetsArticle } from './structure.ts';

/** What of an article stands on a page. */
export interface PartOfPage extends PageText {
  fileId: string;
  blocks: RecognizedBlock[];
  /** Where it stands there, as IIIF writes it; nothing for the whole page. */
  regions?: string[];
}

type ArticleDraft = Omit<Draft, 'origin' | 'terms'>;

/** A draft with the parts of pages that it has, why there is none, or what is wrong. */
type Drafted =
  { draft: ArticleDraft; parts: PartOfPage[] } | { reason: string } | { failure: Omit<Failure, 'origin'> };

/** What is no title, though it stands for one. */
const untitled = /^[\W_]*(?:untitled|no title|ohne titel|sans titre)[\W_]*$/i;

/** Makes a draft of an article of a METS. What its pointers lead to and is not there is told; without any text it fails. */
export async function draftArticle(
  { division, pointers, labels }: MetsArticle,
  mets: MetsDocument,
  readPage: (file: MetsFile) => Promise<PageText>,
): Promise<Drafted> {
  const parts = new Map<string, PartOfPage>();
  const heading: RecognizedBlock[] = [];
  const blocks = new Set<RecognizedBlock>();
  const lost = new Set<string>();
  for (const { pointer, isTitle } of pointers) {
    const file = mets.files.get(pointer.fileId);
    if (!file) lost.add(`the file "${pointer.fileId}"`);
    if (!file || !isText(file)) continue;
    try {
      const read = await readPage(file);
      const found = resolvePointer(pointer, read.page);
      const isOther = pointer.begin !== undefined && read.page.otherIds.has(pointer.begin);
      if (found.length === 0 && !isOther)
        lost.add(`"${pointer.begin ?? pointer.area?.written ?? ''}" in ${file.href}`);
      const part = parts.get(file.id) ?? { ...read, fileId: file.id, blocks: [] };
      parts.set(file.id, part);
      for (const block of found) {
        if (blocks.has(block)) continue;
        blocks.add(block);
        part.blocks.push(block);
        if (isTitle) heading.push(block);
      }
    } catch (error) {
      const { problem } = toSourceError(error);
      lost.add(`${file.href} (line ${problem.line}: ${problem.found})`);
    }
  }
  const missing = [...lost].slice(0, 5).join(', ');
  const filled = [...parts.values()].filter((part) => part.blocks.length > 0);
  if (![...blocks].some(({ lines }) => lines.length > 0)) {
    if (lost.size === 0) return { reason: `a part without text (${division.type || 'without a type'})` };
    const expected = 'the text of the article in the files that its METS names';
    const fix = 'Add what is missing, or request it again.';
    return {
      failure: {
        line: division.line,
        column: 1,
        found: `nothing but references that lead nowhere: ${missing}`,
        expected,
        fix,
      },
    };
  }
  for (const part of filled) part.regions = regionsOf(part.blocks, part.page.size);
  const { title, subtitle, language, byline, rights, leftOut, source } = describeArticle();
  const body = withoutTitle([...blocks], heading, title);
  const [engine, ...others] = new Set(filled.flatMap((part) => part.engine ?? []));
  const draft = draftBlocks(
    body,
    filled.map(({ page }) => page),
    engine === undefined ? undefined : [engine, ...others].join(', ').slice(0, 200),
  );
  const kind = division.type;
  const received = [...source, division.source, ...[...blocks].map((block) => block.source)].join('\n');
  return {
    parts: filled,
    draft: {
      ...draft,
      ...(title !== undefined && { title }),
      ...(subtitle !== undefined && { subtitle }),
      ...(language !== undefined && { language }),
      ...(rights !== undefined && { rights }),
      byline,
      received: { bytes: new TextEncoder().encode(`${received}\n`), extension: 'xml.txt' },
      leftOut: [...draft.leftOut, ...leftOut],
      notices: [
        ...draft.notices,
        ...(kind === '' || kind === 'article' ? [] : [`Its METS calls it "${kind}".`]),
        ...(lost.size > 0 ? [`Its METS names ${lost.size} parts that are not there: ${missing}.`] : []),
      ],
    },
  };

  function describeArticle() {
    const own = division.descriptions.flatMap((id) => mets.descriptions.get(id) ?? []);
    const described = own.map((each) => readDescription(each, 'it'));
    const printed = toLine(composeText(heading).text);
    const candidates = [...described.map((each) => each.title), division.label, printed];
    const known = candidates.find((each) => each !== undefined && each !== '' && !untitled.test(each));
    const said = [known, printed].map((each) => lettersOf(each ?? ''));
    const others = [...described.map((each) => each.title), division.label, ...labels].filter(
      (each) => each !== undefined && each !== '' && !said.includes(lettersOf(each)),
    );
    return {
      title: known,
      subtitle: described.find((each) => each.subtitle !== undefined)?.subtitle,
      language: described.find((each) => each.language !== undefined)?.language,
      rights: described.find((each) => each.rights !== undefined)?.rights,
      byline: described.flatMap((each) => each.byline),
      source: own.map((each) => each.source),
      leftOut: [
        ...[...new Set(others)].map((text): LeftOut => ({
          what: 'another label of it in its METS',
          text: text ?? '',
        })),
        ...described.flatMap(({ rest, issue, edition, publication, page, dates }) => [
          ...rest,
          ...[issue, edition, publication, page, ...dates.map(({ text }) => text)].flatMap((text) =>
            text === undefined ? [] : [{ what: 'what its METS says of it', text }],
          ),
        ]),
      ],
    };
  }
}

/** The blocks to which a pointer leads, in reading order; without ids or coordinates all text of the page. */
function resolvePointer({ area, begin, end }: MetsPointer, { blocks }: RecognizedPage): RecognizedBlock[] {
  if (area) return blocks.filter(({ box }) => box && isWithin(box, area));
  if (begin === undefined) return blocks.filter(({ aside }) => aside === undefined);
  if (end === undefined || end === begin) return blocks.filter(({ ids }) => ids.includes(begin));
  const from = blocks.findIndex(({ ids }) => ids.includes(begin));
  const to = blocks.findLastIndex(({ ids }) => ids.includes(end));
  return from === -1 || to < from
    ? blocks.filter(({ ids }) => ids.includes(begin))
    : blocks.slice(from, to + 1);
}

/** The blocks without the headline, where that is the title word for word. */
function withoutTitle(
  blocks: readonly RecognizedBlock[],
  heading: readonly RecognizedBlock[],
  title: string | undefined,
): readonly RecognizedBlock[] {
  const wanted = lettersOf(title ?? '');
  for (let count = 1; count <= heading.length && wanted !== ''; count++) {
    const printed = heading.slice(0, count);
    if (lettersOf(composeText(printed).text) !== wanted) continue;
    const rest = blocks.filter((block) => !printed.includes(block));
    return rest.some(({ lines }) => lines.length > 0) ? rest : blocks;
  }
  return blocks;
}

/** What stands on a page and in none of its articles: running heads, the name of the newspaper. */
export function listUnnamed(
  articles: readonly MetsArticle[],
  fileId: string,
  page: RecognizedPage,
): LeftOut[] {
  const named = new Set(
    articles.flatMap(({ pointers }) =>
      pointers.flatMap(({ pointer }) => (pointer.fileId === fileId ? resolvePointer(pointer, page) : [])),
    ),
  );
  return page.blocks.flatMap((block) => {
    const text = named.has(block) ? '' : composeText([block]).text;
    return text === '' ? [] : [{ what: 'a text of a page that no article has', text }];
  });
}
