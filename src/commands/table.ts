import { createReport } from '../system/progress.ts';
import { UsageError } from '../system/command-error.ts';
import { findNearestName } from '../records/check/nearest-name.ts';
import { contentRoot } from '../records/content-root.ts';
import { writeChanges } from '../records/edit/write-changes.ts';
import { formatCount } from '../records/format-count.ts';
import { ContentError, displayPath } from '../records/problem.ts';
import { readArchive, type ArchiveContent } from '../records/read/read-archive.ts';
import { planTable, type RecordChange } from '../tables/frontmatter/apply-table.ts';
import { tableCollections } from '../tables/frontmatter/columns.ts';
import { exportTable } from '../tables/frontmatter/export-table.ts';
import { readGivenTable } from './read-given-table.ts';
import { runCommand } from './run-command.ts';
import { writeTable } from './write-table.ts';

await runCommand(
  {
    usage: `npm run table -- ${tableCollections.join('|')} [--out FILE] | --apply FILE [--dry-run]`,
    help: `
Writes the frontmatter of articles or names as a table (CSV) for a spreadsheet, and takes it back: only cells that differ
are applied, each in its place in the file, and everything else of the file stays as it is. Lists are in one cell, with
"|" between their items. Keep the columns "id" and "state"; others may be left out or moved.

  --out FILE     write the table to FILE instead of standard output; an existing file is not replaced
  --apply FILE   take a table back: CSV with commas or semicolons, or text with tabs
  --dry-run      with --apply: show what would be changed, and stop

Exit codes: 0 done, 1 something is wrong with the table or the archive (then nothing is written), 2 invalid arguments.

Examples:
  npm run table -- articles --out articles.csv
  npm run table -- --apply articles.csv --dry-run
`,
    options: {
      out: { type: 'string' },
      apply: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
    takesFiles: true,
  },
  async ({ out, apply, 'dry-run': dryRun }, names) => {
    if (apply !== undefined && (names.length > 0 || out !== undefined))
      throw new UsageError('--apply takes a table back; give neither a kind of table nor --out with it.');
    if (apply !== undefined) return applyTable(apply, dryRun);
    if (dryRun) throw new UsageError('--dry-run is for --apply.');
    const collection = readCollection(names);
    const root = contentRoot();
    await writeTable(out, exportTable(root, await readContent(root), collection));
  },
);

function readCollection([name, ...others]: readonly string[]) {
  const expected = `one of: ${tableCollections.join(', ')}`;
  if (name === undefined || others.length > 0) throw new UsageError(`Say which table: ${expected}.`);
  const collection = tableCollections.find((each) => each === name);
  if (collection) return collection;
  const close = findNearestName(name, tableCollections);
  throw new UsageError(`There is no table "${name}": ${close ? `did you mean "${close}"?` : `${expected}.`}`);
}

async function readContent(root: string): Promise<ArchiveContent> {
  const { content, problems } = await readArchive(root, { allowsRemoval: true });
  if (!content) throw new ContentError(problems);
  return content;
}

async function applyTable(file: string, dryRun: boolean): Promise<void> {
  const root = contentRoot();
  const bytes = await readGivenTable(file);
  const changes = await planTable(root, await readContent(root), file, bytes);
  if (dryRun) for (const change of changes) console.log(formatChange(change));
  else if (changes.length > 0) {
    const report = createReport();
    report.step('Writing');
    await writeChanges(changes, (done) => report.progress(done, changes.length));
    report.done(formatCount(changes.length, 'file'));
  }
  const cells = changes.reduce((sum, each) => sum + each.cells.length, 0);
  const verb = dryRun ? 'would be changed' : 'changed';
  console.log(
    cells === 0
      ? 'Nothing differs from the archive; nothing was written.'
      : `${formatCount(cells, 'cell')} in ${formatCount(changes.length, 'file')} ${verb}.`,
  );
}

/** A line for each cell: `content/people/ada-lind.md: sortName: "Lind" → "Lind, Ada"`. */
function formatChange({ file, cells }: RecordChange): string {
  return cells
    .map(({ path, before, after }) => `${displayPath(file)}: ${path}: "${before}" → "${after}"`)
    .join('\n')
    .replace(/[^\P{Cc}\n]/gu, '\uFFFD');
}
