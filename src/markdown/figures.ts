import type { Element, ElementContent, Properties, Root } from 'hast';

import type { Messages } from '../languages/messages.ts';
import { normalizeUnicode } from '../records/normalize-unicode.ts';

/** A picture as a text shows it: plain data. */
export interface Figure {
  /** Its path below `media/`, by which the text places it. */
  file: string;
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
  rights: string | undefined;
  /** The size for browsers that read no WebP, and at which it is shown at most. */
  src: string;
  width: number;
  height: number;
  /** Candidates for browsers that read WebP (HTML, section 4.8.4.2.1). */
  srcset: string;
  /** The largest that browsers show. */
  largest: string;
  /** Its width in pixels. */
  largestWidth: number;
}

/** The property that marks the place of a picture, with its index. Texts cannot have it: their HTML is not parsed. */
const mark = 'dataPicture';

/** The placeholder of a picture, which survives sanitizing (see {@link pictureMark}). */
export function markPicture(index: number): Element {
  return { type: 'element', tagName: 'img', properties: { [mark]: String(index) }, children: [] };
}

/** What sanitizing has to let pass. */
export const pictureMark = { img: [mark] };

/** Finds the picture that an address in a text means. @returns its index, or -1 */
export type FindFigure = (address: string) => number;

/**
 * Creates the function that finds the picture that the address of an image in a text means: its path below `media/`, also
 * with what leads to that folder, such as `/media/` or `../../media/`, so that editors show it.
 *
 * @example
 * createFigureFinder([{ file: '2021/a b.jpg' }])('../../media/2021/a%20b.jpg') // 0
 */
export function createFigureFinder(figures: readonly Pick<Figure, 'file'>[]): FindFigure {
  const indexes = new Map(figures.map(({ file }, index) => [file, index]));
  return (address) => {
    const path = address.replace(/^(?:\.{0,2}\/)*media\//, '');
    return indexes.get(normalizeUnicode(decodeAddress(path), 'NFC')) ?? indexes.get(path) ?? -1;
  };
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Elements that hold only phrases: a picture in one stands after it. */
const phrases = /^(?:p|h[1-6]|pre)$/;
/** Elements that are part of a line. A picture in one stands by itself. */
const inline = /^(?:a|b|code|del|em|i|input|s|span|strong|sub|sup)$/;

/** Where a text places a picture. */
export interface PlacedFigure {
  /** The `<figure>`, which is to be filled. */
  element: Element;
  /** Of the picture. */
  index: number;
  /** The address that the picture was linked to in the text. */
  link?: string | undefined;
  /** It is one of several side by side. */
  isInGallery: boolean;
}

/**
 * Puts an empty `<figure>` where a text shows a picture: in the place of a paragraph that holds nothing else, after any
 * other. Several in one paragraph stand in a gallery.
 *
 * @param tree the article; changed in place
 * @param findFigure finds pictures of the article: a link to one of them says nothing that its figure does not
 */
export function placeFigures(tree: Root, findFigure: FindFigure): PlacedFigure[] {
  const places: PlacedFigure[] = [];
  visit(tree);
  return places;

  function visit(parent: Root | Element): void {
    if (!hasMark(parent)) return;
    parent.children = parent.children.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [node as ElementContent];
      if (!isMark(node) && !phrases.test(node.tagName) && !inline.test(node.tagName)) {
        visit(node);
        return [node];
      }
      const found = takeMarks(node);
      if (found.length === 0) return [node];
      const elements = found.map(({ index, link }) => {
        const element = figureElement();
        const isOwn = link !== undefined && findFigure(link) >= 0;
        const isInGallery = found.length > 1;
        places.push({ element, index, link: isOwn ? undefined : link, isInGallery });
        return element;
      });
      const rest = isMark(node) || isEmpty(node) ? [] : [node];
      return [...rest, ...gather(elements)];
    });
  }
}

/** Puts several figures into a gallery. */
export function gather(figures: readonly Element[]): Element[] {
  if (figures.length < 2) return [...figures];
  return [
    { type: 'element', tagName: 'div', properties: { className: ['gallery'] }, children: [...figures] },
  ];
}

/** An empty `<figure>`. */
export function figureElement(): Element {
  return { type: 'element', tagName: 'figure', properties: { className: ['picture'] }, children: [] };
}

function isMark({ properties }: Element): boolean {
  return properties[mark] !== undefined;
}

function hasMark(parent: Root | Element): boolean {
  return parent.children.some((node) => node.type === 'element' && (isMark(node) || hasMark(node)));
}

/** Removes the marks of an element, or takes its own, and the inline elements that this leaves empty. */
function takeMarks(node: Element, around?: string): Pick<PlacedFigure, 'index' | 'link'>[] {
  if (isMark(node)) return [{ index: Number(node.properties[mark]), link: around }];
  const { href } = node.properties;
  const link = typeof href === 'string' ? href : around;
  const found: Pick<PlacedFigure, 'index' | 'link'>[] = [];
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return true;
    const inner = takeMarks(child, link);
    found.push(...inner);
    return inner.length === 0 || (!isMark(child) && !isEmpty(child));
  });
  return found;
}

function isEmpty({ children }: Element): boolean {
  return children.every(
    (node) =>
      (node.type === 'text' && node.value.trim() === '') ||
      (node.type === 'element' && node.tagName === 'br'),
  );
}

/** Which widths a picture has in its column: all of a phone's screen but its margins, or the measure of the text. */
const columnSizes = '(min-width: 48rem) 40rem, calc(100vw - 2.5rem)';
/** Two or more stand in a row of that measure (see `pictures.css`), and one below the other on phones. */
const gallerySizes = '(min-width: 48rem) 20rem, (min-width: 32rem) 50vw, calc(100vw - 2.5rem)';

/**
 * Fills a `<figure>`: the picture as a link to its largest size, then what is said of it, and the address that the text
 * links it to.
 *
 * @param caption the caption's content, with its names linked; empty where there is none
 * @param isFirst the first picture of a page is loaded at once, all others when they are about to be seen
 */
export function fillFigure(
  { element: figure, isInGallery, link }: PlacedFigure,
  picture: Figure,
  caption: readonly ElementContent[],
  isFirst: boolean,
  labels: Messages['text'],
): void {
  const { alt, credit, rights, height, largest, src, srcset, width } = picture;
  const image = element('img', {
    src,
    width,
    height,
    alt,
    ...(isFirst ? { fetchPriority: 'high' } : { loading: 'lazy' }),
    decoding: 'async',
  });
  const source = element('source', {
    type: 'image/webp',
    srcSet: srcset,
    sizes: isInGallery ? gallerySizes : columnSizes,
  });
  const name = alt === '' ? { ariaLabel: labels.enlargePicture } : {};
  figure.children = [element('a', { href: largest, ...name }, [element('picture', {}, [source, image])])];
  const byline: ElementContent[] = credit === undefined ? [] : [text(credit)];
  if (rights !== undefined) {
    if (credit !== undefined) byline.push(text(' · '));
    byline.push(
      isLicenseAddress(rights)
        ? element('a', { href: rights, rel: ['license'] }, [text(rights)])
        : text(rights),
    );
  }
  if (link !== undefined) {
    if (byline.length > 0) byline.push(text(' · '));
    byline.push(element('a', { href: link }, [text(link)]));
  }
  const words: ElementContent[] = [...caption];
  if (byline.length > 0) {
    if (words.length > 0) words.push(text(' '));
    words.push(element('small', {}, byline));
  }
  if (words.length > 0) figure.children.push(element('figcaption', {}, words));
}

/** Whether rights are the address of a licence. */
export function isLicenseAddress(rights: string): boolean {
  return /^https?:\/\/\S+$/.test(rights);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}
