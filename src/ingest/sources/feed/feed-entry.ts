import type { DateCandidate } from '../../dates/first-date.ts';
import type { LeftOut } from '../../drafts/draft.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import type { LinkedMedia } from '../../text/linked-media.ts';
import { toLine } from '../../text/lines.ts';
import { resolveAddress } from '../../text/web-address.ts';

/** An item in terms that all feed formats share. What it lacks is taken from its feed. */
export interface FeedEntry {
  /** Why it is no article: `a reader's comment`. */
  skipped?: string | undefined;
  lines: Record<'title' | 'language' | 'publisher' | 'url' | 'rights', string | undefined>;
  /** Dates of publication, or else of the last change. */
  dates: DateCandidate[];
  byline: (string | undefined)[];
  terms: (string | undefined)[];
  /** Its texts, the full text first. */
  texts: FeedText[];
  media: LinkedMedia[];
  leftOut: LeftOut[];
}

/** One of the texts of an item. */
export interface FeedText {
  value: string | undefined;
  html: boolean;
  /** Whether the format defines it as less than the full text. */
  summary: boolean;
  where: string;
  /** The address that relative links start from. */
  base: string | undefined;
}

/** The texts of an item, or where they would be. */
export function textsOr(texts: FeedText[], ...places: string[]): FeedText[] {
  if (texts.length > 0) return texts;
  return places.map((where) => ({ value: undefined, html: false, summary: false, where, base: undefined }));
}

/** Dates by the element or key that they are written in. */
type Dates = Readonly<Record<string, string | undefined>>;

/** The dates of publication, or else those of the last change, which a notice tells. */
export function chooseDates(published: Dates, updated: Dates): DateCandidate[] {
  const notice = 'The date is that of the last change; the feed has no date of publication.';
  const list = (dates: Dates, more: { notice?: string } = {}) =>
    Object.entries(dates).flatMap(([where, text]) =>
      text === undefined || text.trim() === '' ? [] : { text, where, ...more },
    );
  return [list(published), list(updated, { notice })].find((dates) => dates.length > 0) ?? [];
}

/** A text on one line, without markup. */
export function lineOf({ value = '', html }: Pick<FeedText, 'value' | 'html'>): string {
  return html ? readHtmlLine(value) : toLine(value);
}

/** Resolves each address against the one before. */
export function resolveAll(...addresses: (string | undefined)[]): string | undefined {
  return addresses.reduce((base, address = '') => resolveAddress(address, base) ?? base, undefined);
}
