import { join } from 'node:path';

import { runCommand, UsageError } from './run-command.ts';
import { contentRoot } from '../records/content-root.ts';
import { count } from '../records/count.ts';
import { byPlace, startOfFile, type Problem } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import { vocabularies } from '../records/vocabularies.ts';
import { checkTagging } from './check-tagging.ts';
import { findUnentered } from '../records/ledger/add-entries.ts';
import { findingFormats, type Finding } from './format-findings.ts';

await runCommand(
  {
    usage: 'npm run check -- [--tags] [--strict] [--published] [--format text|json|github | --json]',
    help: `
  --tags       also warns of names in texts that are not tagged, tags that their text never names, and names of
               several records; --strict makes these errors
  --published  also refuses what is not in the ledger yet
  --format     text (when left out), json (one object; also --json), or github (annotations of a workflow)

Exit codes: 0 no errors (there may be warnings), 1 errors, 2 options that are not understood.`,
    options: {
      tags: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      published: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      json: { type: 'boolean', default: false },
    },
  },
  async ({ tags, strict, published, format, json }) => {
    const print = json ? findingFormats.json : findingFormats[format as keyof typeof findingFormats];
    if (!Object.hasOwn(findingFormats, format))
      throw new UsageError(`--format is "${format}", which is not text, json or github.`);
    const root = contentRoot();
    const { content, problems } = await readArchive(root);
    const errors = [...problems, ...(content && published ? checkEntered(root, content) : [])];
    const doubts = content && (tags || strict) ? await checkTagging(root, content) : [];
    const findings: Finding[] = [
      ...errors.map((problem): Finding => ({ ...problem, severity: 'error' })),
      ...doubts.map((problem): Finding => ({ ...problem, severity: strict ? 'error' : 'warning' })),
    ].sort(byPlace);
    print(findings, { read: content && wordCounts(content), asksForWarnings: tags || strict });
    if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  },
);

function wordCounts({ articles, vocabularies: records }: ArchiveContent): string {
  const counts = vocabularies.map(({ name, singular }) => count(records[name].length, singular, name));
  return [count(articles.length, 'article'), ...counts].join(', ');
}

function checkEntered(root: string, content: ArchiveContent): Problem[] {
  const known = new Set(content.ledger.map(({ path }) => path));
  return findUnentered(content).map(({ path }) => ({
    file: join(root, `${path.slice(0, -1)}.md`),
    ...startOfFile,
    found: known.has(path)
      ? 'a text or a correction that is not in the ledger'
      : `${path}, which is not in the ledger`,
    expected: 'everything that is published to be in the ledger',
    fix: 'Run "npm run ledger" once it is published.',
  }));
}
