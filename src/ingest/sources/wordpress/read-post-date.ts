import { readFirstDate } from '../../dates/first-date.ts';
import type { SourceOptions } from '../source.ts';
import type { WordpressItem } from './wordpress-export.ts';

const local = 'wp:post_date';
const universal = 'wp:post_date_gmt';
const published = 'pubDate';

/** The date of a post, and what is doubtful about it. */
export interface PostDate {
  date?: string;
  notices: string[];
}

/**
 * Reads the date of a post. The local date is used, since its day is that of the site; that of universal time only where
 * there is no local one. Zeros, and the moment at which Unix time begins, are what programs write where they know no date.
 * A page is not news of the day on which it was made, and has none.
 *
 * @throws {SourceError} when it is an impossible day
 */
export function readPostDate(
  { values, xml = '' }: WordpressItem,
  options: SourceOptions,
  language: string | undefined,
): PostDate {
  const valueOf = (name: string) => values.get(name)?.trim() ?? '';
  const made = valueOf(local);
  if (valueOf('wp:post_type') === 'page') {
    const when = isZero(made) ? '' : `: it was made on ${made.slice(0, 10)}`;
    return { notices: [`A page has no date of publication${when}.`] };
  }
  if (isZero(made) && made !== '') {
    const other = [universal, published].find((name) => !isZero(valueOf(name)));
    const notUsed = other === undefined ? '' : `; <${other}> (${valueOf(other)}) was not used`;
    return { notices: [`It has no date: <${local}> is 0000-00-00${notUsed}.`] };
  }
  const names = [local, universal, published].filter((name) => !isZero(valueOf(name)));
  const [name] = names;
  if (name === undefined) return { notices: [] };
  if (isEpoch(made) || isEpoch(valueOf(universal)) || (name === published && isEpoch(valueOf(published)))) {
    return { notices: ['It has no date: 1970-01-01 00:00 is what programs write where they know none.'] };
  }
  const notice =
    name === published && !/(?:\+0000|GMT|UTC|Z)$/i.test(valueOf(name))
      ? `The date is that of <${name}>: the post has no local date.`
      : `The date is that of <${name}>, in UTC: the post has no local date.`;
  const candidate = { text: valueOf(name), where: `<${name}>`, ...(name !== local && { notice }) };
  const { date, notices } = readFirstDate([candidate], options, language, xml);
  return { ...(date !== undefined && { date }), notices };
}

/** Whether there is no date, or one of zeros; WordPress writes `30 Nov -0001` for these. */
function isZero(written: string): boolean {
  return written === '' || /^0{4}-0{2}-0{2}/.test(written) || /\s-0*1\s|^-0*1-/.test(written);
}

function isEpoch(written: string): boolean {
  return /^1970-01-01 00:00:00$/.test(written) || /\b0?1 Jan 1970 00:00:00\b/.test(written);
}
