import type { LeftOut } from '../../drafts/draft.ts';
import type { PdfPage, TextRun } from './extract-worker.ts';
import { joinRow } from './reading-order.ts';

/** The part of a page, at its top and its bottom, in which what repeats is no text of its own. */
const margin = 0.14;

/** A line that is only the number of a page: `– 12 –`, `Page 3 of 9`, `iv`. */
const pageNumber =
  /^[-–—[(|. ]{0,3}(?:page |p\. ?|seite |s\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:\/|of|von|de|sur) ?\d{1,4})?[-–—\])|. ]{0,3}$/i;

/**
 * Takes from pages what is no text: numbers of pages, and lines that stand at the same place of most pages, whatever numbers
 * are in them.
 */
export function setHeadsApart(pages: readonly PdfPage[]): { pages: PdfPage[]; leftOut: LeftOut[] } {
  const lines = pages.map(listMarginLines);
  const counts = new Map<string, number>();
  for (const each of lines)
    for (const key of new Set(each.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  // Left and right pages have different ones.
  const enough = Math.max(2, 0.3 * pages.length);
  const leftOut: LeftOut[] = [];
  const said = new Set<string>();
  const kept = pages.map((page, index): PdfPage => {
    const gone = new Set<TextRun>();
    for (const line of lines[index] ?? []) {
      const isNumber = line.isOutermost && pageNumber.test(line.text);
      if (!isNumber && (counts.get(keyOf(line)) ?? 0) < enough) continue;
      line.runs.forEach((run) => gone.add(run));
      if (said.has(line.text)) continue;
      said.add(line.text);
      leftOut.push({ what: isNumber ? 'the number of a page' : 'a running head or foot', text: line.text });
    }
    return { ...page, runs: page.runs.filter((run) => !gone.has(run)) };
  });
  return { pages: kept, leftOut };
}

interface MarginLine {
  text: string;
  runs: TextRun[];
  /** Whether nothing stands above it, or below it. */
  isOutermost: boolean;
  /** Where on the page, in hundredths of its height. */
  place: number;
}

function listMarginLines({ runs, height }: PdfPage): MarginLine[] {
  const rows = new Map<number, TextRun[]>();
  for (const run of runs.toSorted((one, other) => one.base - other.base)) {
    const key = rows.keys().find((base) => Math.abs(base - run.base) < 0.35 * run.size) ?? run.base;
    if (key > margin * height && key < (1 - margin) * height) continue;
    rows.set(key, [...(rows.get(key) ?? []), run]);
  }
  const bases = runs.map(({ base }) => base);
  const [top, bottom] = [Math.min(...bases), Math.max(...bases)];
  return [...rows].map(([base, row]) => ({
    text: joinRow(row.toSorted((one, other) => one.left - other.left)).text,
    runs: row,
    isOutermost: row.some((run) => run.base === top || run.base === bottom),
    place: Math.round((base / height) * 100),
  }));
}

function keyOf({ text, place }: MarginLine): string {
  return `${place} ${text.replaceAll(/\d+/g, '#')}`;
}
