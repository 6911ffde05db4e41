import { list, textIn } from './elements.ts';
import type { XmlElement } from './xml-tree.ts';

/** What the entries of a Blogger export are, by the end of their kind. */
const kinds: Readonly<Record<string, string>> = {
  template: 'the template of a blog',
  settings: 'a setting of a blog',
  page: 'a page of a blog, not a post',
  comment: 'a reader’s comment',
};

const statuses: Readonly<Record<string, string>> = {
  draft: 'a draft',
  soft_trashed: 'in the trash',
  trashed: 'in the trash',
  scheduled: 'scheduled, not published',
};

/**
 * Why an entry of Atom is no article; `undefined` when it may be one. The export of a Blogger blog has its template, its
 * settings and its readers' comments as entries too (`#kind`, or `blogger:type` since 2018).
 */
export function reasonToSkipEntry(entry: XmlElement): string | undefined {
  const kind = list(entry, 'category')
    .map(({ attributes }) => /\/kind#(\w+)$/.exec(attributes.get('term') ?? '')?.[1])
    .concat(textIn(entry, 'blogger:type')?.trim().toLowerCase())
    .find((each) => each !== undefined);
  if (list(entry, 'thr:in-reply-to').length > 0) return kinds.comment;
  if (kind !== undefined && kind !== 'post') return kinds[kind] ?? `of the kind "${kind}", not a post`;
  const [control] = list(entry, 'app:control');
  if (textIn(control, 'app:draft')?.trim() === 'yes') return statuses.draft;
  return statuses[textIn(entry, 'blogger:status')?.trim().toLowerCase() ?? ''];
}
