import type { LeftOut } from '../../drafts/draft.ts';
import { readHtmlLine } from '../../text/html-line.ts';
import type { WordpressItem } from './wordpress-export.ts';

const bylineKey =
  /^_?(?:[a-z]+_)?(?:by[_-]?line|author[_-]?names?|(?:custom|guest|article|story|post)[_-]?authors?(?:[_-]?name)?|writers?|reporters?|authors?)$/i;
const subtitleKey =
  /^_?(?:[a-z]+_)?(?:sub[_-]?titles?|sub[_-]?head(?:ing|line)?s?|secondary[_-]?(?:title|headline)|deck|dek|standfirst)$/i;
/** Fields of which the meaning is known elsewhere, or that only the programs of a site read. */
const technicalKey =
  /^(?:_(?:edit_|oembed_|wp_old_|wp_page_template|wp_attach|thumbnail_id|pingme|encloseme|menu_item|elementor_|fl_builder)|footnotes$|(?:_|cap-)?(?:\w+_)?(?:e?mail|ip)(?:_address)?$)/i;

/** What the custom fields of a post say. */
export interface CustomFields {
  /** The byline with the name of its field. */
  byline?: { key: string; text: string };
  subtitle?: string;
  featured?: number;
  footnotes?: string;
  oldSlugs: string[];
  oldDates: string[];
  /** What else they say in words or addresses. */
  leftOut: LeftOut[];
}

/** Reads the custom fields (`wp:postmeta`) of a post. */
export function readCustomFields(fields: WordpressItem['fields']): CustomFields {
  const found: CustomFields = { oldSlugs: [], oldDates: [], leftOut: [] };
  for (const { key, value } of fields) {
    const text = value.trim();
    if (text === '') continue;
    if (key === '_thumbnail_id') found.featured = Number(text) || 0;
    else if (key === 'footnotes') found.footnotes = value;
    else if (key === '_wp_old_slug') found.oldSlugs.push(text);
    else if (key === '_wp_old_date') found.oldDates.push(text);
    else if (!technicalKey.test(key)) readField(found, key, text);
  }
  if (!found.featured) delete found.featured;
  return found;
}

function readField(found: CustomFields, key: string, text: string): void {
  // Advanced Custom Fields keeps the key of a field's definition beside each field.
  if (/^field_[0-9a-f]+$/i.test(text) || !/\p{L}/u.test(text)) return;
  const isSerialized = /^(?:a:\d+:\{|O:\d+:|\{"|\[\{|\[")/.test(text);
  const line = readHtmlLine(text);
  const isName = !isSerialized && !/^https?:|@|[\r\n]/i.test(text);
  if (bylineKey.test(key) && isName && !found.byline && !isSlug(line)) found.byline = { key, text: line };
  else if (subtitleKey.test(key) && isName && found.subtitle === undefined) found.subtitle = line;
  else if (key === 'enclosure' && /^https?:/i.test(text))
    found.leftOut.push({ what: 'an enclosure', address: text.split(/\s/, 1)[0] ?? text });
  // A hidden field says something to people only when it has more than one word.
  else if (!key.startsWith('_') || (!isSerialized && /\p{L}\s+\p{L}/u.test(line)))
    found.leftOut.push({ what: `the custom field "${key}"`, text: isSerialized ? text : line });
}

/** Whether a text is a login or an address's part rather than a name: it is in lower case without spaces. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]*$/.test(name);
}
