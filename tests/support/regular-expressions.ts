import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** A regular expression of the program. */
export interface Pattern {
  /** The file and the line: `src/archive/paths.ts:96`. */
  position: string;
  source: string;
  flags: string;
}

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Lists the regular expressions of a file: literals, and what `new RegExp` makes when the module is loaded.
 *
 * @param file TypeScript or Astro, relative to the project
 * @throws when an expression is made later: what it is made of cannot be known
 */
export function listPatterns(file: string): Pattern[] {
  const written = readFileSync(project + file, 'utf8');
  const patterns: Pattern[] = [];
  const made: string[] = [];
  for (const { code, firstLine, kind } of partsOf(file, written)) {
    const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
    const visit = (node: ts.Node): void => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const position = `${file}:${firstLine + line}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        patterns.push({ position, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
      if (isCall && node.expression.getText() === 'RegExp') made.push(position);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  if (made.length === 0) return patterns;
  const recorded = recordPatterns(file);
  for (const position of made) {
    if (recorded.some((pattern) => pattern.position === position)) continue;
    throw new Error(`${position}: make the expression when the module is loaded, so that it can be checked.`);
  }
  return [...patterns, ...recorded];
}

/** The scripts of a file. An Astro component has one in its frontmatter, and expressions in its template (JSX). */
function partsOf(file: string, text: string): { code: string; firstLine: number; kind: ts.ScriptKind }[] {
  if (!file.endsWith('.astro')) return [{ code: text, firstLine: 1, kind: ts.ScriptKind.TS }];
  const [whole = '', script = ''] = /^---\n([^]*?)\n---\n/.exec(text) ?? [];
  const lines = whole.split('\n').length;
  return [
    { code: script, firstLine: 2, kind: ts.ScriptKind.TS },
    { code: `<>${text.slice(whole.length)}</>`, firstLine: lines, kind: ts.ScriptKind.TSX },
  ];
}

/** Loads a module in a process of its own, and records what its own `RegExp` calls make. */
function recordPatterns(file: string): Pattern[] {
  const url = pathToFileURL(project + file).href;
  const script = `
    import { getCallSites } from 'node:util';
    const patterns = [];
    const record = (expression) => {
      const site = getCallSites(3)[2];
      if (site.scriptName === ${JSON.stringify(url)})
        patterns.push({ position: ${JSON.stringify(file)} + ':' + site.lineNumber, source: expression.source, flags: expression.flags });
      return expression;
    };
    globalThis.RegExp = new Proxy(RegExp, {
      construct: (target, values, made) => record(Reflect.construct(target, values, made)),
      apply: (target, own, values) => record(Reflect.apply(target, own, values)),
    });
    await import(${JSON.stringify(url)});
    console.log(JSON.stringify(patterns));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    cwd: project,
  });
  return JSON.parse(output) as Pattern[];
}
