/** How much a regular expression can try from one place in a text. */
interface Tries {
  /** In how many ways it can match, of each number of repetitions without an end one. */
  ways: number;
  /** How many repetitions without an end follow one another. */
  endless: number;
}

/** Thrown for what is not counted here. */
class NotPlain extends Error {}

/** So many ways from each place of a text are in proportion to it. */
const mostWays = 10_000;

/**
 * Whether a regular expression takes time in proportion to the text by its form alone, so that it need not be analysed: what
 * it can try from one place has a bound, or it begins at the beginning of the text and repeats one sign without an end.
 *
 * @returns false when it is not as simple as that
 */
export function isPlain(source: string, flags: string): boolean {
  try {
    const { ways, endless } = createReader(source, flags.includes('v')).readWhole();
    if (ways > mostWays || endless > 1) return false;
    return endless === 0 || (!flags.includes('m') && /^\^[^|]*$/.test(withoutGroups(source)));
  } catch (error) {
    if (error instanceof NotPlain) return false;
    throw error;
  }
}

/** What is outside of groups and classes: where it has no bar, all of it is after what it begins with. */
function withoutGroups(source: string): string {
  let text = source.replace(/\\[^]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  for (let shorter = ''; shorter !== text;) {
    shorter = text;
    text = text.replace(/\([^()]*\)/g, 'x');
  }
  return text;
}

function createReader(source: string, isNested: boolean): { readWhole(): Tries } {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };

  function readChoice(): Tries {
    const choice = readSequence();
    while (take(/\|/y)) {
      const other = readSequence();
      choice.ways += other.ways;
      choice.endless = Math.max(choice.endless, other.endless);
    }
    return choice;
  }

  function readSequence(): Tries {
    const sequence = { ways: 1, endless: 0 };
    while (at < source.length && !/[|)]/.test(source[at] ?? '')) {
      const { ways, endless } = readRepeated();
      sequence.ways *= ways;
      sequence.endless += endless;
    }
    return sequence;
  }

  function readRepeated(): Tries {
    const begin = at;
    const one = readOne();
    const isSign = source[begin] !== '(';
    const quantifier = take(/(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y);
    if (!quantifier) return one;
    const [, sign, least = '0', comma, most] = quantifier;
    if (sign === '*' || sign === '+' || (comma && !most)) {
      if (!isSign) throw new NotPlain();
      return { ways: 1, endless: 1 };
    }
    if (one.endless > 0) throw new NotPlain();
    const [from, to] = sign ? [0, 1] : [Number(least), Number(most || least)];
    let ways = 0;
    for (let times = from; times <= to; times++) ways += one.ways ** times;
    return { ways, endless: 0 };
  }

  function readOne(): Tries {
    if (take(/\((?:\?(?:<?[=!]|:|<\w+>))?/y)) {
      const group = readChoice();
      if (!take(/\)/y)) throw new NotPlain();
      return group;
    }
    // What was found before may be of any length.
    if (take(/\\[1-9k]/y)) throw new NotPlain();
    const isOne =
      take(/\\(?:[pPu]\{[^{}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[^pPuxq])/y) ??
      (isNested ? null : take(/\[(?:\\[^]|[^\]\\])*\]/y)) ??
      take(/[^()[\]{}*+?|\\]/y);
    if (!isOne) throw new NotPlain();
    return { ways: 1, endless: 0 };
  }

  return {
    readWhole() {
      const whole = readChoice();
      if (at < source.length) throw new NotPlain();
      return whole;
    },
  };
}
