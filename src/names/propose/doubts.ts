import { formatCount } from '../../records/format-count.ts';
import type { NameKind } from '../recognize/candidate.ts';
import { kindOf, type NameGroup } from './name-groups.ts';

/** How sure a proposal is, from 0 to 1, and what speaks against it. */
export interface Judgement {
  confidence: number;
  doubts: string[];
}

/** What must speak for a kind, summed over its articles, for it to be beyond doubt. */
const sure = 1.2;

/** Judges how sure it is that a group is a name, and that its kind is right. */
export function judgeGroup(heading: string, group: NameGroup): Judgement {
  const kind = kindOf(group);
  const doubts = [...group.doubts];
  let confidence = Math.min(1, group.kinds[kind] / group.articles / 3);
  const all = group.kinds.person + group.kinds.place + group.kinds.organization;
  const [second] = (Object.keys(group.kinds) as NameKind[])
    .filter((each) => each !== kind)
    .toSorted((a, b) => group.kinds[b] - group.kinds[a]);
  const share = group.kinds[kind] / all;
  if (second && share < 0.8) {
    const percent = Math.round((100 * group.kinds[second]) / all);
    doubts.push(`${percent} % of what the texts say speaks for ${withArticle(second)}`);
    confidence *= share;
  }
  if (group.kinds[kind] / group.articles < sure) {
    const [reason] = [...group.reasons].toSorted((a, b) => b[1] - a[1]);
    doubts.push(`the kind is a guess${reason ? `: ${reason[0]}` : ''}`);
    confidence *= 0.6;
  }
  if (group.uncertain === group.articles) {
    doubts.push(
      'it stands only at the beginning of sentences, in headings or tables, where capitals say little',
    );
    confidence *= 0.6;
  }
  if (kind === 'person' && !heading.includes(' ')) {
    doubts.push('a single name, of which no text has the rest');
    confidence *= 0.45;
  }
  if (group.doubts.length > 0) confidence *= 0.8;
  if (group.articles === 1 && group.mentions <= 1) confidence *= 0.75;
  return { confidence, doubts };
}

/** Says for which longer names a name may stand. */
export function describeLongForms(names: readonly string[]): string {
  const listed = names.slice(0, 3).map((name) => `"${name}"`);
  const more = names.length > 3 ? ` and ${formatCount(names.length - 3, 'other')}` : '';
  return `may be short for ${listed.join(' or ')}${more}, which other articles name: if it is, decide "same as ID"`;
}

function withArticle(kind: NameKind): string {
  return kind === 'organization' ? 'an organization' : `a ${kind}`;
}
