import { findDateInPath } from '../../dates/path-date.ts';
import { readFirstDate } from '../../dates/first-date.ts';
import type { Draft, LeftOut } from '../../drafts/draft.ts';
import { toLine } from '../../text/lines.ts';
import type { SourceOptions } from '../source.ts';
import { readDescription, type Described } from './describe.ts';
import type { MetsDivision, MetsDocument } from './mets-document.ts';
import type { MetsArticle } from './structure.ts';

/** What holds for all articles in some divisions: the newspaper, the issue, its date, the section. */
type IssueFacts = Pick<
  Draft,
  'date' | 'publisher' | 'issn' | 'issue' | 'edition' | 'section' | 'language' | 'rights'
>;

/** What is known of an issue, and what is to be said of it. */
export interface Issue {
  facts: IssueFacts;
  leftOut: LeftOut[];
  notices: string[];
}

/**
 * Reads what the divisions that hold an article say of its issue: the innermost that says something counts. A newspaper's title is
 * that of the host, else of the outermost division that has one, else what stands before the date in the label of the METS.
 *
 * @param within the divisions, the outermost first
 * @param name the METS, whose name may have the day
 * @param text the METS, in which the position of an unreadable date is looked up
 * @throws {SourceError} when it has dates and none is readable
 */
export function readIssue(
  mets: MetsDocument,
  within: readonly MetsDivision[],
  options: SourceOptions,
  name: string,
  text: string,
): Issue {
  const described = within.map((division) =>
    division.descriptions.flatMap((id) => {
      const description = mets.descriptions.get(id);
      return description ? [readDescription(description, 'the issue')] : [];
    }),
  );
  const outermostFirst = described.flat();
  const innermostFirst = outermostFirst.toReversed();
  const first = <Key extends keyof Described>(list: readonly Described[], key: Key) =>
    list.find((each) => each[key] !== undefined)?.[key];
  const notices: string[] = [];
  const dated = innermostFirst.find(({ dates }) => dates.length > 0)?.dates ?? [];
  const language = first(innermostFirst, 'language');
  const read = readFirstDate(dated, options, language, text);
  notices.push(...read.notices);
  let { date } = read;
  const named = date === undefined ? findDateInPath(name) : undefined;
  if (named) {
    date = named.date;
    notices.push(`Its METS has no date; ${date} is taken from ${named.where}: check it.`);
  }
  const publisher =
    first(innermostFirst, 'publication') ?? first(outermostFirst, 'title') ?? titleInLabel(mets.label, date);
  const section = within.findLast(({ type, label }) => type === 'section' && label !== '')?.label;
  const facts = {
    ...{ date, publisher, section, language },
    issn: first(innermostFirst, 'issn'),
    issue: first(innermostFirst, 'issue'),
    edition: first(innermostFirst, 'edition'),
    rights: first(innermostFirst, 'rights'),
  };
  const said = new Set<string | undefined>([
    '',
    ...Object.values(facts),
    ...dated.slice(0, 1).map((each) => each.text),
  ]);
  const texts = [
    mets.label,
    ...within.map(({ label }) => label),
    ...outermostFirst.flatMap(({ dates, byline, rest, ...values }) => [
      ...Object.values(values),
      ...dates.map((each) => each.text),
      ...byline,
    ]),
  ];
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    notices,
    leftOut: [
      ...[...new Set(texts)]
        .filter((each) => !said.has(each))
        .map((each) => ({ what: 'what its METS says of the issue', text: each })),
      ...outermostFirst.flatMap(({ rest }) => rest),
      ...mets.header.map((each) => ({ what: 'what its METS says of itself', text: each })),
    ],
  };
}

/**
 * The divisions that hold all articles, the outermost first; without articles, those that hold all pages, as far as each is the only
 * one that is described.
 */
export function listCommonDivisions(
  { structures }: MetsDocument,
  articles: readonly MetsArticle[],
): readonly MetsDivision[] {
  const [first, ...others] = articles.map(({ within }) => within);
  if (first)
    return first.filter((each) => each.type !== 'section' && others.every((list) => list.includes(each)));
  const chain: MetsDivision[] = [];
  let next = (structures.find(({ type }) => type === 'logical') ?? structures[0])?.root;
  while (next) {
    chain.push(next);
    const described = next.children.filter(
      ({ descriptions, type }) => descriptions.length > 0 && !/page$/.test(type),
    );
    next = described.length === 1 ? described[0] : undefined;
  }
  return chain;
}

/** No newspaper has a longer title. */
const longestTitle = 300;

/** `The National Post. (Norhaven), 1903-02-28` has the title of a newspaper. */
function titleInLabel(label: string, date: string | undefined): string | undefined {
  const at = date === undefined ? -1 : label.indexOf(date);
  return at <= 0
    ? undefined
    : toLine(label.slice(Math.max(0, at - longestTitle), at)).replace(/[\s,;:–-]{1,9}$/u, '') || undefined;
}
