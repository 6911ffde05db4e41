/**
 * Calls an asynchronous function for each item, for a limited number of items at once.
 *
 * @param limit how many calls may be waited for at once
 * @returns the results in the order of the items
 * @throws the first error, once the calls that had begun have ended; no more are begun after it
 *
 * @example
 * await mapConcurrently(files, 2, readFile)
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const rest = items.entries();
  const work = async () => {
    for (const [index, item] of rest) {
      if (failures.length > 0) return;
      try {
        results[index] = await run(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  if (failures.length > 0) throw failures[0];
  return results;
}
