import { sensesOf } from '../words/lexicon.ts';
import type { NameWords } from '../words/name-words.ts';

/** Family names with which Chinese, Korean and Vietnamese names begin. */
const firstFamilyNames = new Set(
  `ahn bai baek ban bang bao bui cai cao chang chao chen cheng cho choe choi chou chow chu chun chung cui dang deng ding do
  dong du duan duong fan fang feng fu gao gong gu guo han hao he ho hong hou hsieh hsu hu hua huang huynh hwang jang jeong
  ji jia jiang jin jo jung kang kim kong kwon lai lam lau le lee lei leung li liang liao lim lin liu long lu luo lý ma mao
  mei meng min mo nam ngo nguyen ni noh oh pan park peng pham phan pu qi qian qiao qin qiu ren rhee roh ryu shao shen shi
  shin sim so song su suh sun sung tan tang tao tian tran tsai tseng vo vu wan wang wei wen weng won woo wu xi xia xiao xie
  xiong xu xue yan yang yao ye yeh yi yin yoo yoon you yu yuan yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou`.split(
    /\s+/,
  ),
);

/**
 * Proposes the name by which a person is sorted, "Holm, Ana", where the texts or the name itself show which word is the
 * family name; otherwise nothing, so that nobody is sorted wrongly without being asked.
 *
 * @param family what the short forms in texts show, if there are any
 *
 * @example
 * sortNameOf('Wang Yi', 'first', words) // 'Wang, Yi'
 * sortNameOf('Jan van der Berg', 'last', words) // 'van der Berg, Jan'
 */
export function sortNameOf(
  heading: string,
  family: 'first' | 'last' | undefined,
  words: NameWords,
): string | undefined {
  const parts = heading.split(' ');
  const ending = words.personEndings.has((parts.at(-1) ?? '').toLowerCase().replace('.', ''))
    ? parts.pop()
    : undefined;
  const first = parts[0];
  if (first === undefined || parts.length < 2 || parts.length > 6) return undefined;
  const lower = first.toLowerCase();
  const isGiven = sensesOf(lower).given;
  const isShort = parts.length <= 3 && parts.every((part) => !part.includes('.'));
  const isFirst =
    family === 'first'
      ? !isGiven || firstFamilyNames.has(lower)
      : firstFamilyNames.has(lower) && isShort && !isGiven;
  if (isFirst && family !== 'last') return `${first}, ${parts.slice(1).join(' ')}`;
  if (family !== 'last' && !isGiven && !/^\p{Lu}\.$/u.test(first)) return undefined;
  let at = parts.length - 1;
  while (at > 1 && words.particles.has((parts[at - 1] ?? '').toLowerCase())) at--;
  const rest = parts.slice(0, at).join(' ');
  return `${parts.slice(at).join(' ')}, ${rest}${ending === undefined ? '' : `, ${ending}`}`;
}
