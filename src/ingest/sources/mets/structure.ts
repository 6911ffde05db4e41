import type { MetsDivision, MetsDocument, MetsFile, MetsPointer } from './mets-document.ts';

/** A page of a METS: the files that it has of it. */
export interface MetsPage {
  /** Its position, from 0. */
  index: number;
  division: MetsDivision | undefined;
  text: MetsFile | undefined;
  /** Pictures of it, those that browsers show first. */
  images: MetsFile[];
  /** Files of other kinds. */
  others: MetsFile[];
}

/** An article of a METS. */
export interface MetsArticle {
  division: MetsDivision;
  /** The divisions that hold it, the outermost first. */
  within: readonly MetsDivision[];
  pointers: { pointer: MetsPointer; isTitle: boolean }[];
  /** Labels of the divisions in it. */
  labels: string[];
}

/** Divisions that hold articles. */
const containers =
  /^(?:newspaper|newspaper_?title|periodical|serial|magazine|monograph|multivolume|volume|year|month|day|issue|number|edition|supplement|content|contents|main|body_matter|section|chapter|part|front|back|page|physsequence|)$/;
/** Divisions that are no articles: the name of the newspaper, running heads. */
const apparatus =
  /^(?:title_?section|masthead|header|footer|running_?(?:title|head)|page_?(?:number|header|footer)|cover|imprint|publishing_?stmt|table_?of_?contents|.*_?(?:page_?number))$/;
const titles = /^(?:title|headline|heading|head|main_?title|overline|subheadline|subtitle|kicker)$/;

/** The names of pictures, those first that are published as they are asked for. */
const pictures = ['jpe?g', 'png', 'webp', 'tiff?', 'jp2|jpx|j2k'].map(
  (each) => new RegExp(`\\b(?:${each})\\b`, 'i'),
);

/** Lists the pages of a METS in their order: those of its physical structure, else one for each file of text. */
export function listPages({ structures, files }: MetsDocument): MetsPage[] {
  const physical =
    structures.find(({ type }) => type === 'physical') ?? structures.find(({ root }) => hasPages(root));
  const pages = (physical ? listDivisions(physical.root) : []).map(({ division, pointers }) =>
    sortFiles(
      division,
      [...new Set(pointers.map(({ fileId }) => fileId))].flatMap((id) => files.get(id) ?? []),
    ),
  );
  const found =
    pages.length > 0 ? pages : [...files.values()].filter(isText).map((file) => sortFiles(undefined, [file]));
  return found.map((page, index) => ({ ...page, index }));
}

/** Lists the articles of the logical structure that have a text by their pointers; none where there is no such structure. */
export function listArticles({ structures, files }: MetsDocument): MetsArticle[] {
  const logical =
    structures.find(({ type }) => type === 'logical') ??
    structures.find(({ type, root }) => type !== 'physical' && !hasPages(root));
  if (!logical) return [];
  const articles: MetsArticle[] = [];
  visit(logical.root, []);
  return articles;

  function visit(division: MetsDivision, within: readonly MetsDivision[]): void {
    if (containers.test(division.type) || within.length === 0) {
      for (const child of division.children) visit(child, [...within, division]);
    } else if (!apparatus.test(division.type)) {
      const article: MetsArticle = { division, within, pointers: [], labels: [] };
      gather(division, article, false);
      const isWritten = article.pointers.some(({ pointer }) => isText(files.get(pointer.fileId)));
      if (isWritten) articles.push(article);
    }
  }
}

function gather(division: MetsDivision, article: MetsArticle, isTitle: boolean): void {
  const isIn = isTitle || (titles.test(division.type) && division !== article.division);
  if (division.label !== '' && division !== article.division) article.labels.push(division.label);
  article.pointers.push(...division.pointers.map((pointer) => ({ pointer, isTitle: isIn })));
  for (const child of division.children) gather(child, article, isIn);
}

function hasPages(root: MetsDivision): boolean {
  return /page$/.test(root.type) || root.children.some(hasPages);
}

/** The divisions that are pages, or that have files and no further divisions. */
function listDivisions(root: MetsDivision): { division: MetsDivision; pointers: MetsPointer[] }[] {
  if (/page$/.test(root.type) || root.children.length === 0) {
    const pointers = allPointers(root);
    return pointers.length > 0 ? [{ division: root, pointers }] : [];
  }
  return root.children.flatMap(listDivisions);
}

function allPointers({ pointers, children }: MetsDivision): MetsPointer[] {
  return [...pointers, ...children.flatMap(allPointers)];
}

function sortFiles(division: MetsDivision | undefined, files: readonly MetsFile[]): MetsPage {
  const rank = (file: MetsFile) => pictures.findIndex((each) => each.test(file.href) || each.test(file.kind));
  const texts = files.filter(isText);
  const text = texts.find(({ kind }) => /alto|fulltext|ocr/i.test(kind)) ?? texts[0];
  const images = files.filter((file) => !isText(file) && rank(file) !== -1);
  return {
    index: 0,
    division,
    text,
    images: images.toSorted((a, b) => rank(a) - rank(b)),
    others: files.filter((file) => file !== text && !images.includes(file)),
  };
}

/** Whether a file has recognized text: its name ends so, or its media type says it. */
export function isText(file: MetsFile | undefined): boolean {
  if (!file) return false;
  return (
    /\.(?:xml|alto|hocr|x?html?)$/i.test(file.href) ||
    /\b(?:text\/xml|application\/(?:[\w.-]{1,60}\+)?xml)\b/i.test(file.kind)
  );
}
