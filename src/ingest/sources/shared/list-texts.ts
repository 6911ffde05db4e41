/**
 * Lists the texts of a JSON or YAML value: a scalar as text, an object by its `name`, an array by its
 * elements, those of arrays within it included.
 *
 * @returns the texts, and whether the value holds more than these texts
 *
 * @example
 * listTexts([{ name: 'Ada' }, 'Ben']) // { texts: ['Ada', 'Ben'], hasMore: false }
 */
export function listTexts(value: unknown): { texts: string[]; hasMore: boolean } {
  const elements: unknown[] = [value].flat(20);
  let hasMore = false;
  const texts = elements.flatMap((element: unknown) => {
    if (element === null || element === undefined) return [];
    if (typeof element !== 'object') return [String(element)];
    const { name, ...others } = element as { name?: unknown };
    hasMore ||= typeof name !== 'string' || Object.keys(others).length > 0;
    return typeof name === 'string' ? [name] : [];
  });
  return { texts, hasMore };
}
