/**
 * Wraps a function so that it computes its result once for each argument.
 *
 * @param most how many results are kept: with one more, all are forgotten, and computed again when they are asked for
 */
export function memoize<Key, Result>(compute: (key: Key) => Result, most = Infinity): (key: Key) => Result {
  const results = new Map<Key, Result>();
  return (key) => {
    if (!results.has(key)) {
      if (results.size === most) results.clear();
      results.set(key, compute(key));
    }
    return results.get(key) as Result;
  };
}
