/**
 * Sorts the spellings of a name as they were printed, the most frequent first; of equally frequent ones, those in capitals are
 * last.
 *
 * @param counts how often each is printed
 */
export function sortSpellings(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(
      ([one, often], [other, seldom]) =>
        seldom - often || Number(isUpperCase(one)) - Number(isUpperCase(other)) || (one < other ? -1 : 1),
    )
    .map(([spelling]) => spelling);
}

function isUpperCase(name: string): boolean {
  return name === name.toUpperCase() && name !== name.toLowerCase();
}
