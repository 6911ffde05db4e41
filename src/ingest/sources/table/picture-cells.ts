import type { LeftOut } from '../../drafts/draft.ts';
import type { DraftMedia } from '../../drafts/draft-media.ts';
import { normalizeFieldName } from '../shared/field-names.ts';

/** A cell that no field of an article is taken from. */
export interface UnusedCell {
  column: string;
  /** How it is told when it is not used at all. */
  told: LeftOut & { text: string };
}

/** What a column of names of files is called, and one that says something of them. */
const fileColumn =
  /^(?:main|lead|featured|top|cover|article)?(?:image|picture|photo|photograph|illustration|bild|foto|media|attachment|pdf|audio|video)s?(?:file|files|filename|filenames|name|path|url|src|address)?(\d*)$/;
const saidColumn =
  /^(image|picture|photo|photograph|illustration|media|attachment|cover)?s?(alt|alttext|alternativetext|description|caption|cutline|credit|credits|photographer|copyright|rights|title)(?:text|line)?(\d*)$/;

const keys: Readonly<Record<string, keyof DraftMedia & ('alt' | 'caption' | 'credit' | 'rights' | 'title')>> =
  {
    alt: 'alt',
    alttext: 'alt',
    alternativetext: 'alt',
    description: 'alt',
    caption: 'caption',
    cutline: 'caption',
    credit: 'credit',
    credits: 'credit',
    photographer: 'credit',
    copyright: 'rights',
    rights: 'rights',
    title: 'title',
  };

/** Columns that speak of pictures, whatever stands before. */
const ofPictures = new Set(['alt', 'alttext', 'alternativetext', 'caption', 'cutline', 'photographer']);

/** Names of files as a cell lists them, each with an extension that can be taken. */
const fileEnd = /.\.[a-z\d]{2,5}$/i;

/**
 * Sets apart the cells that name pictures and other files, and those that say something of them: columns such as `image`,
 * `caption`, `photo credit` and `alt text`; `image2` and `caption2` belong together. They are told only if no file is taken.
 */
export function partPictureCells(cells: readonly UnusedCell[]): { media: DraftMedia[]; leftOut: LeftOut[] } {
  const media = new Map<string, DraftMedia>();
  const used = new Set<UnusedCell>();
  for (const cell of cells) {
    const [, number] = fileColumn.exec(normalizeFieldName(cell.column)) ?? [];
    if (number === undefined) continue;
    const names = listNames(cell.told.text);
    if (names.length === 0) continue;
    used.add(cell);
    for (const [index, name] of names.entries())
      media.set(`${number} ${cell.column} ${index}`, {
        written: [name],
        isFileName: true,
        untaken: index === 0 ? [cell.told] : [],
      });
  }
  for (const cell of cells) {
    const [, of, said = '', number = ''] = saidColumn.exec(normalizeFieldName(cell.column)) ?? [];
    // What is called "description" or "credit" alone is said of the article.
    if (of === undefined && number === '' && !ofPictures.has(said)) continue;
    const key = keys[said];
    const [first = ''] = [...media.keys()].filter((name) => name.startsWith(`${number} `));
    const column = first.slice(0, first.lastIndexOf(' ') + 1);
    // As under several pictures on paper, the words are those of the last.
    const target = [...media].findLast(([name]) => column !== '' && name.startsWith(column))?.[1];
    if (key === undefined || target === undefined || target[key] !== undefined || used.has(cell)) continue;
    used.add(cell);
    target[key] = cell.told.text;
    target.untaken?.push(cell.told);
  }
  return {
    media: [...media.values()],
    leftOut: cells.filter((cell) => !used.has(cell)).map(({ told }) => told),
  };
}

function listNames(text: string): string[] {
  const names = text.split(/[;|\n]/).map((name) => name.trim());
  return names.every((name) => [name, name.replace(/\?[^?\s]*$/, '')].some((each) => fileEnd.test(each)))
    ? names
    : [];
}
