import type { Attributes, PartHandlers } from '../shared/xml-part.ts';

/** What the styles of a document say that matters for its text. */
export interface Styles {
  /** What a paragraph is by its style, or one that its style comes from: `title`, `subtitle`, `quotations`. */
  kindOf(style: string): string;
  /** The elements of HTML that a text has by its style: `strong`, `em`, `del`, `sup`, `sub`. */
  emphasisOf(style: string): readonly string[];
  /** Whether a list has numbers. @param level 1-based */
  isOrdered(listStyle: string, level: number): boolean;
  /** Whether what has a style is not shown. */
  isHidden(style: string): boolean;
}

interface Style {
  parent: string;
  marks: string[];
  isHidden: boolean;
}

/** Paragraph styles of the program itself, by their names, which are the same in every language. */
const kinds = /^(?:title|subtitle|quotations)$/i;

/** Collects styles (OpenDocument 1.3 part 3, section 16) from the parts of a document that have some. */
export function collectStyles(): Styles & { handlers: PartHandlers } {
  const styles = new Map<string, Style>();
  const numbered = new Set<string>();
  let [style, list]: [Style | undefined, string] = [undefined, ''];
  const find = (name: string, test: (name: string, style: Style | undefined) => boolean): string => {
    // A style may be told to come from itself.
    for (let [at, steps] = [name, 0]; at !== '' && steps < 20; steps++) {
      if (test(at, styles.get(at))) return at;
      at = styles.get(at)?.parent ?? '';
    }
    return '';
  };
  const open = (element: string, attributes: Attributes) => {
    if (element === 'style') {
      style = { parent: attributes.get('parent-style-name') ?? '', marks: [], isHidden: false };
      styles.set(attributes.get('name') ?? '', style);
    } else if (element === 'text-properties' && style) {
      style.marks.push(...listMarks(attributes));
      style.isHidden ||= attributes.get('display') === 'none';
    } else if (element === 'list-style') list = attributes.get('name') ?? '';
    else if (element === 'list-level-style-number' && attributes.get('num-format') !== '')
      numbered.add(`${list} ${attributes.get('level') ?? ''}`);
  };
  return {
    handlers: { open, close: (element) => void (element === 'style' && (style = undefined)) },
    kindOf: (name) => find(name, (each) => kinds.test(each)).toLowerCase(),
    emphasisOf: (name) =>
      styles.get(find(name, (_, each) => each !== undefined && each.marks.length > 0))?.marks ?? [],
    isOrdered: (name, level) => numbered.has(`${name} ${level}`),
    isHidden: (name) => styles.get(name)?.isHidden === true,
  };
}

function listMarks(attributes: Attributes): string[] {
  const raised = /^(super|sub|-?\d+%)/.exec(attributes.get('text-position') ?? '')?.[1] ?? '';
  const place = raised.startsWith('sub') || raised.startsWith('-') ? 'sub' : 'sup';
  const line =
    attributes.get('text-line-through-style') ?? attributes.get('text-line-through-type') ?? 'none';
  return [
    ...(/^(?:bold|[6-9]00)$/.test(attributes.get('font-weight') ?? '') ? ['strong'] : []),
    ...(/^(?:italic|oblique)$/.test(attributes.get('font-style') ?? '') ? ['em'] : []),
    ...(line === 'none' ? [] : ['del']),
    ...(raised === '' || raised === '0%' ? [] : [place]),
  ];
}
