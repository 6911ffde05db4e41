import { count } from '../records/count.ts';
import { countProblems, displayPath, formatProblem, wordProblem, type Problem } from '../records/problem.ts';

/** Something that the check has found. */
export interface Finding extends Problem {
  severity: 'error' | 'warning';
}

/** What was checked. */
export interface Checked {
  /** How much was read; missing when not all could be. */
  read: string | undefined;
  /** Whether warnings were asked for, so that it is worth saying that there are none. */
  asksForWarnings: boolean;
}

/** The forms in which the findings of a check are printed. */
export const findingFormats = {
  text(findings: readonly Finding[], checked: Checked) {
    const lines = findings.map(formatProblem);
    const print = errorsIn(findings).length > 0 ? console.error : console.log;
    print([...lines, summarize(findings, checked)].join('\n'));
  },
  json(findings: readonly Finding[], checked: Checked) {
    const list = findings.map(({ severity, file, line, column, found, expected, fix }) => ({
      severity,
      file: displayPath(file),
      line,
      column,
      found,
      expected,
      fix,
    }));
    const errors = errorsIn(findings).length;
    const report = {
      errors,
      warnings: list.length - errors,
      summary: summarize(findings, checked),
      findings: list,
    };
    console.log(JSON.stringify(report, null, 2));
  },
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
  github(findings: readonly Finding[], checked: Checked) {
    const lines = findings.map((finding) => {
      const { severity, file, line, column } = finding;
      const place = `file=${escapeProperty(displayPath(file))},line=${line},col=${column}`;
      return `::${severity} ${place}::${escapeData(wordProblem(finding))}`;
    });
    console.log([...lines, summarize(findings, checked)].join('\n'));
  },
};

function errorsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function summarize(findings: readonly Finding[], { read = '', asksForWarnings }: Checked): string {
  const errors = errorsIn(findings);
  const number = findings.length - errors.length;
  const warnings = asksForWarnings && (errors.length === 0 || number > 0) ? count(number, 'warning') : '';
  if (errors.length > 0)
    return [countProblems(errors), warnings && `Also ${warnings}.`].filter(Boolean).join(' ');
  return `${read}: no errors${warnings && `, ${warnings}`}.`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
