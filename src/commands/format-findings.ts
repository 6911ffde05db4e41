import { formatCount } from '../records/format-count.ts';
import { countProblems, displayPath, formatProblem, describeProblem } from '../records/problem.ts';
import type { CheckResult, Finding } from './check-content.ts';

/** Prints the result of a check in each format that `--format` names. */
export const findingFormats = {
  text(result: CheckResult) {
    const lines = result.findings.map(formatProblem);
    const print = errorsIn(result.findings).length > 0 ? console.error : console.log;
    print([...lines, summarize(result)].join('\n'));
  },
  json(result: CheckResult) {
    const findings = result.findings.map(({ severity, file, line, column, found, expected, fix }) => ({
      severity,
      file: displayPath(file),
      line,
      column,
      found,
      expected,
      fix,
    }));
    const errors = errorsIn(result.findings).length;
    const report = {
      errors,
      warnings: findings.length - errors,
      summary: summarize(result),
      findings,
    };
    console.log(JSON.stringify(report, null, 2));
  },
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
  github(result: CheckResult) {
    const lines = result.findings.map((finding) => {
      const { severity, file, line, column } = finding;
      const position = `file=${escapeProperty(displayPath(file))},line=${line},col=${column}`;
      return `::${severity} ${position}::${escapeData(describeProblem(finding))}`;
    });
    console.log([...lines, summarize(result)].join('\n'));
  },
};

function errorsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function summarize({ findings, read = '', hasCheckedTags }: CheckResult): string {
  const errors = errorsIn(findings);
  const number = findings.length - errors.length;
  const warnings =
    number > 0 || (hasCheckedTags && errors.length === 0) ? formatCount(number, 'warning') : '';
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
