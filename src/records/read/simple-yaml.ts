/** What {@link readSimpleYaml} reads. */
type SimpleValue = string | boolean | string[] | { [key: string]: SimpleValue };

/** A key, and what follows it on its line. */
const keyPattern = /^([A-Za-z]+):(?: (.+))?$/;

/** Characters that no YAML reader could take for anything but a part of a line. */
const plainCharacters = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u;

/**
 * What begins with a letter, or is a date, and is a text in YAML 1.2 (section 10.3.2, and 7.3.3 for `: ` and ` #`). Quoted
 * texts without escapes are read as well.
 */
const [plainText, quotedText] = [/^(?:\p{L}|\d{4}-\d\d(?:-\d\d)?$)/u, /^(?:"([^"\\]*)"|'([^']*)')$/];
const notPlain = /: | #|[: ]$/;
const constants = /^(?:true|false|null)$/i;

/** A list of ids in brackets. */
const idList = /^\[(?:[a-z][a-z0-9-]*(?:, [a-z][a-z0-9-]*)*)?\]$/;

/**
 * Reads the YAML that nearly all records consist of: keys with texts of one line, lists of them, and mappings. It takes a tenth
 * of the time that a whole parser takes. Anything that could mean something else is left to that one: numbers, escapes,
 * comments, texts of several lines, and whatever is wrong.
 *
 * @returns the same as the parser returns; undefined when the text has anything else in it
 *
 * @example
 * readSimpleYaml('title: Harbour reopens\npeople: [ada-lind]\n') // { title: 'Harbour reopens', people: ['ada-lind'] }
 * readSimpleYaml('page: 7\n') // undefined
 */
export function readSimpleYaml(yaml: string): Record<string, SimpleValue> | undefined {
  if (!yaml.endsWith('\n')) return undefined;
  const lines = yaml.slice(0, -1).split('\n');
  return lines.every((line) => plainCharacters.test(line)) ? readMapping(lines) : undefined;
}

function readMapping(lines: readonly string[]): Record<string, SimpleValue> | undefined {
  const mapping: Record<string, SimpleValue> = {};
  for (let index = 0; index < lines.length;) {
    const [, key, written] = keyPattern.exec(lines[index] ?? '') ?? [];
    index++;
    if (key === undefined || constants.test(key) || Object.hasOwn(mapping, key)) return undefined;
    let value: SimpleValue | undefined;
    if (written === undefined) {
      const start = index;
      while (lines[index]?.startsWith('  ')) index++;
      value = readBlock(lines.slice(start, index).map((line) => line.slice(2)));
    } else value = readValue(written);
    if (value === undefined) return undefined;
    mapping[key] = value;
  }
  return mapping;
}

/** Reads the indented lines below a key. */
function readBlock(lines: readonly string[]): SimpleValue | undefined {
  if (lines.length === 0) return undefined;
  if (!lines.every((line) => line.startsWith('- '))) return readMapping(lines);
  const items = lines.map((line) => readText(line.slice(2)));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function readValue(written: string): SimpleValue | undefined {
  if (written === 'true' || written === 'false') return written === 'true';
  if (!written.startsWith('[')) return readText(written);
  if (!idList.test(written)) return undefined;
  const items = written === '[]' ? [] : written.slice(1, -1).split(', ');
  return items.some((item) => constants.test(item)) ? undefined : items;
}

function readText(written: string): string | undefined {
  const quoted = quotedText.exec(written);
  if (quoted) return quoted[1] ?? quoted[2];
  const isPlain = plainText.test(written) && !notPlain.test(written) && !constants.test(written);
  return isPlain ? written : undefined;
}
