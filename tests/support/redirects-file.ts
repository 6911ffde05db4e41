/** A rule of a `_redirects` file. */
interface Rule {
  from: string[];
  query: [string, string][];
  to: string;
}

/**
 * Reads a `_redirects` file, as its documentation has it (https://docs.netlify.com/manage/routing/redirects/overview/): a rule
 * a line, the path, then parameters, the target, and the status.
 */
export function readRedirects(text: string): Rule[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const words = line.split(' ');
      const [from = '', ...rest] = words;
      const [to = '', status = ''] = rest.slice(-2);
      if (!/^301!?$/.test(status) || !to.startsWith('/')) throw new Error(`Not a rule: ${line}`);
      const query = rest.slice(0, -2).map((word): [string, string] => {
        const equals = word.indexOf('=');
        if (equals < 1) throw new Error(`Not a parameter: ${word}`);
        return [decodeURIComponent(word.slice(0, equals)), decodeURIComponent(word.slice(equals + 1))];
      });
      return { from: partsOf(from), query, to };
    });
}

/** The target of the first rule that matches; paths are the same with a final slash and without. */
export function followRedirects(rules: readonly Rule[], address: string): string | undefined {
  const [path = '', search] = address.split('?');
  const parts = partsOf(path);
  const given = [...new URLSearchParams(search)];
  for (const { from, query, to } of rules) {
    const left = [...given];
    const hasAll = query.every(([name, value]) => {
      const at = left.findIndex(([key, each]) => key === name && each === value);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    const names = matchParts(from, parts);
    if (hasAll && names) return to.replace(/:([a-z]\w*)/gi, (_, name: string) => names.get(name) ?? '');
  }
  return undefined;
}

function matchParts(from: readonly string[], parts: readonly string[]): Map<string, string> | undefined {
  if (from.length !== parts.length) return undefined;
  const names = new Map<string, string>();
  for (const [index, part] of from.entries()) {
    const own = parts[index] ?? '';
    if (/^:[a-z]/i.test(part)) names.set(part.slice(1), own);
    else if (part !== own) return undefined;
  }
  return names;
}

/** Decoded as far as it can be. */
function partsOf(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return part.startsWith(':') ? part : decodeURIComponent(part);
      } catch {
        return part.toUpperCase();
      }
    });
}
