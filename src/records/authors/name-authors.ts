import { isAccountName, isSameName, isSlug, withoutMail } from './account-names.ts';
import { authorIdOf } from './author-id.ts';
import { createAuthorRecords, type AuthorRecords, type NamedRecord } from './author-records.ts';
import { isOneName, readByline } from './read-byline.ts';

/** A part of a byline: the name of an author, or what stands between names. All parts together are the byline as printed. */
export interface BylinePart<Each extends NamedRecord = NamedRecord> {
  text: string;
  author?: NamedAuthor<Each>;
}

/** An author whom a byline names. */
interface NamedAuthor<Each extends NamedRecord> {
  /** As in the address: `jane-holm`. */
  id: string;
  /** The person or organization that goes by the name. */
  record: Each | undefined;
}

/** The most words and characters of a name. */
const [mostWords, longest] = [8, 120];

/**
 * Finds the authors whom a byline names. What is certainly no name is none: an office beside a name, the newspaper or place
 * that follows one, an address, a date, several names that cannot be parted without guessing.
 *
 * @param byline the entries of the byline
 * @param publishers the names of whoever published the article
 */
export type NameAuthors<Each extends NamedRecord> = (
  byline: readonly string[],
  publishers: readonly string[],
) => BylinePart<Each>[];

/**
 * Creates the function that finds the authors whom bylines name, and the records of people and organizations that they are.
 *
 * @param records looked up for the first byline, since many archives have none
 */
export function createAuthorNamer<Each extends NamedRecord>(records: Iterable<Each>): NameAuthors<Each> {
  let known: AuthorRecords<Each> | undefined;
  const authors = new Map<string, NamedAuthor<Each>>();
  const identify = (name: string): NamedAuthor<Each> => {
    const found = authors.get(name);
    if (found) return found;
    known ??= createAuthorRecords(records);
    const id = authorIdOf(name);
    const record = known.find(id);
    const author = { id: record ? known.idOf(record) : id, record };
    authors.set(name, author);
    return author;
  };
  return (byline, publishers) =>
    byline.flatMap((entry, index) => {
      const parts = nameInEntry(entry, publishers, identify);
      return index === 0 ? parts : [{ text: ', ' }, ...parts];
    });
}

function nameInEntry<Each extends NamedRecord>(
  entry: string,
  publishers: readonly string[],
  identify: (name: string) => NamedAuthor<Each>,
): BylinePart<Each>[] {
  const whole = isReadable(entry) ? identify(entry) : undefined;
  // The name of an organization may have an "and" or a comma in it.
  if (whole?.record) return [{ text: entry, author: whole }];
  const parts: BylinePart<Each>[] = [];
  let end = 0;
  for (const [index, name] of readByline(withoutMail(entry)).names.entries()) {
    const start = entry.indexOf(name, end);
    if (start === -1 || !isReadable(name)) continue;
    const author = identify(name);
    const isEmployer =
      index > 0 &&
      (publishers.some((publisher) => isSameName(publisher, name)) ||
        author.record?.vocabulary === 'organizations');
    if (isEmployer || !(author.record || isName(name))) continue;
    if (start > end) parts.push({ text: entry.slice(end, start) });
    end = start + name.length;
    parts.push({ text: name, author });
  }
  return end < entry.length ? [...parts, { text: entry.slice(end) }] : parts;
}

/** Whether a text is one that a name can be: it has letters and is short. */
function isReadable(text: string): boolean {
  return text.length <= longest && /\p{L}/u.test(text);
}

function isName(name: string): boolean {
  return (
    isOneName(name) &&
    /\p{L}.*\p{L}/u.test(name) &&
    !/[\p{N}@/\\<>?!:;*_#=]|\bwww\./u.test(name) &&
    name.split(' ').length <= mostWords &&
    !isAccountName(name) &&
    !isSlug(name)
  );
}
